// What the sidebar shows, as one value, and what changes it. Pure: the calls are made by whoever dispatches. A click while
// something is under way changes nothing, so double clicks are harmless.
import type { CommitAnswer, FieldProblem, OpenAnswer, Preview, PreviewAnswer, RawInput } from '#lib/actions/screen.ts';

type Done = Extract<CommitAnswer, { readonly kind: 'done' }>;
type Opened = { readonly open: OpenAnswer; readonly raw: RawInput };

export type RunState =
  | { readonly kind: 'opening' }
  /** Nobody knows who acts: asked before the form. */
  | { readonly kind: 'asking-who'; readonly open: OpenAnswer }
  | (Opened & { readonly kind: 'filling'; readonly problems: readonly FieldProblem[]; readonly error: string | null })
  | (Opened & { readonly kind: 'previewing' })
  | (Opened & {
      readonly kind: 'confirming';
      readonly preview: Preview;
      readonly notice: string | null;
      readonly error: string | null;
    })
  | (Opened & { readonly kind: 'committing'; readonly preview: Preview })
  | (Opened & { readonly kind: 'done'; readonly done: Done })
  | { readonly kind: 'failed'; readonly error: string };

export type RunEvent =
  | { readonly kind: 'opened'; readonly open: OpenAnswer }
  | { readonly kind: 'who-said'; readonly who: string }
  | { readonly kind: 'edited'; readonly raw: RawInput }
  | { readonly kind: 'preview-asked' }
  | { readonly kind: 'previewed'; readonly answer: PreviewAnswer }
  | { readonly kind: 'went-back' }
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'committed'; readonly answer: CommitAnswer }
  | { readonly kind: 'call-failed'; readonly error: string }
  | { readonly kind: 'restarted' };

export const startState: RunState = { kind: 'opening' };

export function nextState(state: RunState, event: RunEvent): RunState {
  switch (event.kind) {
    case 'restarted':
      return startState;
    case 'opened':
      if (state.kind !== 'opening') return state;
      return event.open.who === '' ? { kind: 'asking-who', open: event.open } : filling(event.open);
    case 'who-said':
      return state.kind === 'asking-who' ? filling({ ...state.open, who: event.who }) : state;
    case 'edited':
      return state.kind === 'filling' ? { ...state, raw: event.raw } : state;
    case 'preview-asked':
      return state.kind === 'filling' ? { kind: 'previewing', open: state.open, raw: state.raw } : state;
    case 'previewed':
      return state.kind === 'previewing' ? afterPreview(state, event.answer) : state;
    case 'went-back':
      return state.kind === 'confirming' ? { ...filling(state.open), raw: state.raw } : state;
    case 'confirmed': {
      if (state.kind !== 'confirming' || state.preview.refusals.length > 0) return state;
      return { kind: 'committing', open: state.open, raw: state.raw, preview: state.preview };
    }
    case 'committed':
      return state.kind === 'committing' ? afterCommit(state, event.answer) : state;
    case 'call-failed':
      return afterFailure(state, event.error);
  }
}

function filling(open: OpenAnswer): Extract<RunState, { kind: 'filling' }> {
  return { kind: 'filling', open, raw: open.form.initial, problems: [], error: null };
}

function afterPreview({ open, raw }: Opened, answer: PreviewAnswer): RunState {
  if (answer.kind === 'invalid') return { kind: 'filling', open, raw, problems: answer.problems, error: null };
  return { kind: 'confirming', open, raw, preview: answer.preview, notice: null, error: null };
}

function afterCommit({ open, raw }: Opened, answer: CommitAnswer): RunState {
  switch (answer.kind) {
    case 'done':
      return { kind: 'done', open, raw, done: answer };
    case 'invalid':
      return { kind: 'filling', open, raw, problems: answer.problems, error: null };
    case 'changed':
      return { kind: 'confirming', open, raw, preview: answer.preview, notice: answer.notice, error: null };
  }
}

/** Back to where the person was, with the reason; the run keeps its id, so trying again cannot write twice. */
function afterFailure(state: RunState, error: string): RunState {
  switch (state.kind) {
    case 'previewing':
      return { kind: 'filling', open: state.open, raw: state.raw, problems: [], error };
    case 'committing':
      return { kind: 'confirming', open: state.open, raw: state.raw, preview: state.preview, notice: null, error };
    case 'opening':
      return { kind: 'failed', error };
    default:
      return state;
  }
}
