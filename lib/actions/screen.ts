// What the sidebar and the server say to each other, as data that survives JSON: the form, its raw values, the preview and
// the result. Nothing here is typed input (decode-input.ts makes that) and nothing decides.
import type { RowChange } from '#lib/changes/change-set.ts';
import type { PreviewLine } from '#lib/changes/preview.ts';
import type { Instant } from '#lib/kernel/day.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import type { Effect, MailDraft, Selection } from './action.ts';
import type { FieldOption } from './field.ts';

export type RawCell = string | boolean;
export type RawLine = Readonly<Record<string, RawCell>>;
/** By field name, as the form holds it: text as typed, ticks as booleans, a table as its rows. */
export type RawInput = Readonly<Record<string, RawCell | readonly RawLine[]>>;

export interface FieldDescription {
  readonly name: string;
  readonly label: string;
  readonly note: string | null;
  readonly kind: 'text' | 'longText' | 'integer' | 'money' | 'day' | 'flag' | 'choice' | 'row' | 'lines';
  readonly required: boolean;
  /** Changing it asks the server for the form again ({@link RefreshRequest}). */
  readonly refreshes: boolean;
  readonly min: number | null;
  readonly max: number | null;
  readonly options: readonly FieldOption[];
  /** Of a lines field; empty otherwise. */
  readonly columns: readonly FieldDescription[];
}

export interface FormDescription {
  readonly title: string;
  readonly intro: string | null;
  readonly hints: readonly string[];
  /** It only shows: the preview is the result, there is nothing to confirm. */
  readonly isReading: boolean;
  /** A row selected in the workbook fills it. */
  readonly startsFromRow: boolean;
  readonly fields: readonly FieldDescription[];
  readonly initial: RawInput;
}

/** `field` is a name, or `lines.2.quantity` for the third row of a table. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** One run of an action, from the form to the journal: made once when the form opens, so that a second click is the same run. */
export interface Run {
  /** Of the registry. */
  readonly action: string;
  /** Of this run; journalled. */
  readonly actionId: string;
  readonly selection: Selection | null;
  /** Of an undo: what each choice needs read. */
  readonly undoable?: readonly { readonly actionId: string; readonly tables: readonly TableKey[] }[];
}

/** The pseudo-action that takes back another. */
export const UNDO = 'undo';

export interface OpenRequest {
  /** An action's id, or {@link UNDO}. */
  readonly action: string;
  /** Of an undo: the action id it was asked for; without, the last one is offered first. */
  readonly target?: string;
}

export interface OpenAnswer {
  readonly run: Run;
  readonly form: FormDescription;
  /** Who the journal will name; empty: the person is asked first. */
  readonly who: string;
}

export interface PreviewRequest {
  readonly run: Run;
  readonly raw: RawInput;
}

/** The form again, with what is filled in so far. */
export type RefreshRequest = PreviewRequest;

export interface CommitRequest extends PreviewRequest {
  /** What the person saw. */
  readonly seen: Preview;
}

/** A row that a card speaks of. */
export interface RowRequest {
  readonly table: TableKey;
  readonly id: string;
}

export interface DeliverRequest {
  /** Of the run whose effect the mail is: the draft carries it, so that a repeat is recognised. */
  readonly actionId: string;
  /** Which of the run's effects, from 0: a run may leave several mails. */
  readonly number: number;
  readonly mail: MailDraft;
}

export interface DeliverAnswer {
  readonly isDelivered: boolean;
  /** What came of it, or what to do about it, in French. */
  readonly sentence: string;
  /** Where Google asks for the right that is missing; null when that is not what failed. */
  readonly authorizationUrl: string | null;
}

export interface IdentityRequest {
  readonly name: string;
}

/** The functions the sidebar may call; each takes its request and returns an {@link Answer} as JSON text. */
export interface ServerCalls {
  readonly openForm: { readonly request: OpenRequest; readonly value: OpenAnswer };
  readonly refreshForm: { readonly request: RefreshRequest; readonly value: FormDescription };
  readonly previewForm: { readonly request: PreviewRequest; readonly value: PreviewAnswer };
  readonly commitForm: { readonly request: CommitRequest; readonly value: CommitAnswer };
  /** Takes the person to a row: the selection moves, nothing is written. */
  readonly goToRow: { readonly request: RowRequest; readonly value: null };
  readonly deliverMail: { readonly request: DeliverRequest; readonly value: DeliverAnswer };
  readonly saveIdentity: { readonly request: IdentityRequest; readonly value: { readonly who: string } };
}

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  /** A Failure, in French, as it is to be shown. */
  | { readonly ok: false; readonly message: string };

export interface Preview {
  /** The moment it was planned at: the commit plans with the same one. */
  readonly now: Instant;
  readonly summary: string;
  readonly refusals: readonly string[];
  readonly warnings: readonly string[];
  readonly lines: readonly PreviewLine[];
  /** What `lines` shows; handed back at commit and compared with what is planned then. */
  readonly changes: readonly RowChange[];
  /** What will remain to be done or read afterwards, shown beforehand. */
  readonly effects: readonly Effect[];
}

export type PreviewAnswer =
  | { readonly kind: 'preview'; readonly preview: Preview }
  | { readonly kind: 'invalid'; readonly problems: readonly FieldProblem[] };

export type CommitAnswer =
  | {
      readonly kind: 'done';
      readonly summary: string;
      readonly notes: readonly string[];
      readonly effects: readonly Effect[];
      /** There is something to undo. */
      readonly isWritten: boolean;
    }
  /** The workbook is no longer what the person saw: shown again, nothing written. */
  | { readonly kind: 'changed'; readonly notice: string; readonly preview: Preview }
  | { readonly kind: 'invalid'; readonly problems: readonly FieldProblem[] };
