// The shell all actions share: form, preview, confirm, result. It decides nothing; what to show is run-state's, what it means
// the server's.
import { useEffect, useReducer, useState } from 'preact/hooks';
import { type OpenRequest, UNDO } from '#lib/actions/screen.ts';
import { CallFailure, callServer } from './call-server.ts';
import { FormView } from './form-view.tsx';
import { IdentityView } from './identity-view.tsx';
import { PreviewView } from './preview-view.tsx';
import { Progress, Trouble } from './progress.tsx';
import { ResultView } from './result-view.tsx';
import { nextState, type RunEvent, type RunState, startState } from './run-state.ts';
import { words } from './words.ts';

/** @param action an action's id, `undo`, or `identity`. */
export function App({ action }: { readonly action: string }) {
  const [opened, setOpened] = useState<Opened>({ action, round: 0 });
  if (opened.action === 'identity') return <IdentityView />;
  const open = (next: OpenRequest) => setOpened({ ...next, round: opened.round + 1 });
  return <Run key={opened.round} request={opened} onOpen={open} />;
}

type Opened = OpenRequest & { readonly round: number };

interface RunProps {
  readonly request: OpenRequest;
  readonly onOpen: (request: OpenRequest) => void;
}

function Run({ request, onOpen }: RunProps) {
  const { action } = request;
  const [state, dispatch] = useReducer(nextState, startState);
  // The calls follow the states, not the clicks: three clicks before the next drawing are one transition, so one call.
  const asked = state.kind === 'filling' ? state.refresh?.raw : undefined;
  useEffect(() => callFor(state, request, dispatch), [state.kind, asked]);

  switch (state.kind) {
    case 'opening':
      return <Progress text={words.loading} />;
    case 'failed':
      return <Trouble text={state.error} action={words.retry} onAct={() => dispatch({ kind: 'restarted' })} />;
    case 'asking-who':
      return <IdentityView onSaved={(who) => dispatch({ kind: 'who-said', who })} />;
    case 'filling':
    case 'previewing':
      if (state.kind === 'previewing' && state.open.form.isReading) {
        return <Progress title={state.open.form.title} text={words.loading} />;
      }
      return (
        <FormView
          state={state}
          onEdit={(raw) => dispatch({ kind: 'edited', raw })}
          onSettle={() => dispatch({ kind: 'settled' })}
          onReload={() => onOpen({ action })}
          onPreview={() => dispatch({ kind: 'preview-asked' })}
        />
      );
    case 'confirming':
    case 'committing':
      return (
        <PreviewView
          state={state}
          onBack={() => dispatch({ kind: 'went-back' })}
          onShowAgain={() => dispatch({ kind: 'shown-again' })}
          onConfirm={() => dispatch({ kind: 'confirmed' })}
        />
      );
    case 'done': {
      const isUndoable = action !== UNDO && state.done.isWritten;
      return (
        <ResultView
          done={state.done}
          actionId={state.open.run.actionId}
          title={state.open.form.title}
          onAgain={action === UNDO ? null : () => onOpen({ action })}
          onUndo={isUndoable ? () => onOpen({ action: UNDO, target: state.open.run.actionId }) : null}
        />
      );
    }
  }
}

function callFor(state: RunState, { action, target }: OpenRequest, dispatch: (event: RunEvent) => void): void {
  const failed = (error: string): RunEvent => ({ kind: 'call-failed', error });
  if (state.kind === 'opening') {
    settle(
      callServer('openForm', target === undefined ? { action } : { action, target }),
      (open) => ({ kind: 'opened', open }),
      failed,
      dispatch,
    );
  } else if (state.kind === 'filling' && state.refresh !== null) {
    const { raw: asked } = state.refresh;
    const refused = (error: string): RunEvent => ({ kind: 'refresh-failed', asked, error });
    const call = callServer('refreshForm', { run: state.open.run, raw: asked });
    settle(call, (form) => ({ kind: 'refreshed', asked, form }), refused, dispatch);
  } else if (state.kind === 'previewing') {
    const request = { run: state.open.run, raw: state.raw };
    settle(callServer('previewForm', request), (answer) => ({ kind: 'previewed', answer }), failed, dispatch);
  } else if (state.kind === 'committing') {
    const request = { run: state.open.run, raw: state.raw, seen: state.preview };
    settle(callServer('commitForm', request), (answer) => ({ kind: 'committed', answer }), failed, dispatch);
  }
}

function settle<Value>(
  call: Promise<Value>,
  toEvent: (value: Value) => RunEvent,
  toFailure: (error: string) => RunEvent,
  dispatch: (event: RunEvent) => void,
): void {
  call.then(
    (value) => dispatch(toEvent(value)),
    (error: unknown) => {
      if (!(error instanceof CallFailure)) throw error;
      dispatch(toFailure(error.message));
    },
  );
}
