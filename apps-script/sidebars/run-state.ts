// What the sidebar shows, as one value, and what changes it. Pure: the calls are made by whoever dispatches. A click while
// something is under way changes nothing, so double clicks are harmless.
import type {
  CommitAnswer,
  FieldProblem,
  FormDescription,
  OpenAnswer,
  Preview,
  PreviewAnswer,
  RawInput,
} from '#lib/actions/screen.ts';
import { isFilled, mergeRefreshed, refreshKey } from './form-values.ts';

type Done = Extract<CommitAnswer, { readonly kind: 'done' }>;
type Opened = { readonly open: OpenAnswer; readonly raw: RawInput };

export type RunState =
  | { readonly kind: 'opening' }
  /** Nobody knows who acts: asked before the form. */
  | { readonly kind: 'asking-who'; readonly open: OpenAnswer }
  | Filling
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

type Filling = Opened & {
  readonly kind: 'filling';
  readonly problems: readonly FieldProblem[];
  readonly error: string | null;
  /** What the fields that refresh the form held when it was prepared last. */
  readonly preparedFor: string;
  /** The form is being prepared again, for these very values: the answer to earlier ones is dropped. */
  readonly refresh: { readonly raw: RawInput; readonly thenPreview: boolean } | null;
};

export type RunEvent =
  | { readonly kind: 'opened'; readonly open: OpenAnswer }
  | { readonly kind: 'who-said'; readonly who: string }
  | { readonly kind: 'edited'; readonly raw: RawInput }
  /** The person left a field, or chose in a list. */
  | { readonly kind: 'settled' }
  | { readonly kind: 'refreshed'; readonly asked: RawInput; readonly form: FormDescription }
  | { readonly kind: 'refresh-failed'; readonly asked: RawInput; readonly error: string }
  | { readonly kind: 'preview-asked' }
  | { readonly kind: 'previewed'; readonly answer: PreviewAnswer }
  /** Of an action that only shows: read the workbook again. */
  | { readonly kind: 'shown-again' }
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
      return event.open.who === '' ? { kind: 'asking-who', open: event.open } : opened(event.open);
    case 'who-said':
      return state.kind === 'asking-who' ? opened({ ...state.open, who: event.who }) : state;
    case 'edited':
      return state.kind === 'filling' ? { ...state, raw: event.raw } : state;
    case 'settled':
      return state.kind === 'filling' ? askForRefresh(state) : state;
    case 'refreshed':
    case 'refresh-failed':
      return state.kind === 'filling' && state.refresh?.raw === event.asked ? afterRefresh(state, event) : state;
    case 'preview-asked':
      return state.kind === 'filling' ? askForPreview(state) : state;
    case 'previewed':
      return state.kind === 'previewing' ? afterPreview(state, event.answer) : state;
    case 'shown-again': {
      if (state.kind !== 'confirming' || !state.open.form.isReading) return state;
      return { kind: 'previewing', open: state.open, raw: state.raw };
    }
    case 'went-back':
      return state.kind === 'confirming' ? filling(state.open, state.raw) : state;
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

/** What only shows, and has all it needs, is shown without a click. */
function opened(open: OpenAnswer): RunState {
  const { form } = open;
  const isReady = form.isReading && form.fields.every((field) => isFilled(field, form.initial[field.name]));
  return isReady ? { kind: 'previewing', open, raw: form.initial } : filling(open, form.initial);
}

function filling(open: OpenAnswer, raw: RawInput): Filling {
  const preparedFor = refreshKey(open.form.fields, raw);
  return { kind: 'filling', open, raw, problems: [], error: null, preparedFor, refresh: null };
}

function askForRefresh(state: Filling): Filling {
  const { open, raw, refresh } = state;
  const key = refreshKey(open.form.fields, raw);
  if (key === (refresh === null ? state.preparedFor : refreshKey(open.form.fields, refresh.raw))) return state;
  return { ...state, error: null, refresh: { raw, thenPreview: refresh?.thenPreview ?? false } };
}

function askForPreview(state: Filling): RunState {
  const { refresh } = askForRefresh(state);
  if (refresh !== null) return { ...state, refresh: { ...refresh, thenPreview: true } };
  return { kind: 'previewing', open: state.open, raw: state.raw };
}

function afterRefresh(
  state: Filling,
  event: Extract<RunEvent, { readonly kind: 'refreshed' | 'refresh-failed' }>,
): RunState {
  if (event.kind === 'refresh-failed') return { ...state, error: event.error, refresh: null };
  const raw = mergeRefreshed(event.form, event.asked, state.raw);
  const open = { ...state.open, form: event.form };
  if (state.refresh?.thenPreview === true) return { kind: 'previewing', open, raw };
  const preparedFor = refreshKey(event.form.fields, event.asked);
  return { ...state, open, raw, problems: [], error: null, preparedFor, refresh: null };
}

function afterPreview({ open, raw }: Opened, answer: PreviewAnswer): RunState {
  if (answer.kind === 'invalid') return { ...filling(open, raw), problems: answer.problems };
  return { kind: 'confirming', open, raw, preview: answer.preview, notice: null, error: null };
}

function afterCommit({ open, raw }: Opened, answer: CommitAnswer): RunState {
  switch (answer.kind) {
    case 'done':
      return { kind: 'done', open, raw, done: answer };
    case 'invalid':
      return { ...filling(open, raw), problems: answer.problems };
    case 'changed':
      return { kind: 'confirming', open, raw, preview: answer.preview, notice: answer.notice, error: null };
  }
}

/** Back to where the person was, with the reason; the run keeps its id, so trying again cannot write twice. */
function afterFailure(state: RunState, error: string): RunState {
  switch (state.kind) {
    case 'previewing':
      return { ...filling(state.open, state.raw), error };
    case 'committing':
      return { kind: 'confirming', open: state.open, raw: state.raw, preview: state.preview, notice: null, error };
    case 'opening':
      return { kind: 'failed', error };
    default:
      return state;
  }
}
