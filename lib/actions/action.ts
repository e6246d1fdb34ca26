// What an action is: its form, the tables it reads, and its plan. The menu, the sidebar's form, the journal's label and the
// README's table all come from the registry (registry.ts). An action decides here and is carried out by a host.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import type { FieldOption, Fields, InputOf } from './field.ts';
import type { RawInput } from './screen.ts';

/** The submenu an action stands in. */
export type MenuPlace = 'stock' | 'purchases' | 'orders' | 'customers' | 'subscriptions' | 'crises' | 'figures';

/** The row the person had selected when the action started; null when none of ours was. */
export interface Selection {
  readonly table: TableKey;
  readonly id: string;
}

/** What an action is told about itself: it ends in the ledger rows and the journal. */
export interface ActionMeta {
  readonly actionId: string;
  readonly who: string;
}

/** What the form starts with, made from the workbook and the selected row. */
export interface Prepared<F extends Fields> {
  /** When the form is prepared again, a field named here replaces what was filled in; the others keep it. */
  readonly initial?: Partial<InputOf<F>>;
  /** Of choice fields, by field name; of a lines field's columns as `lines.column`. */
  readonly options?: Readonly<Record<string, readonly FieldOption[]>>;
  /** Sentences above the form: what the person should know before filling it. */
  readonly hints?: readonly string[];
}

/** Something the host does after the commit, at least once, recognisable by the action id. */
export type Effect =
  | { readonly kind: 'copy'; readonly label: string; readonly text: string }
  | MailDraft
  /** To be read on the screen: figures, lists, the rows behind them. */
  | { readonly kind: 'card'; readonly title: string; readonly sections: readonly CardSection[] }
  | { readonly kind: 'print'; readonly title: string; readonly html: string };

export interface MailDraft {
  readonly kind: 'mail-draft';
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** The row of Envois that learns of the draft's id or of the failure; null when nothing is recorded. */
  readonly replyId: string | null;
  /** Sent at once instead of left as a draft (setting `support.sendFromGmail`). */
  readonly send: boolean;
}

export interface CardSection {
  readonly title: string;
  readonly items: readonly CardItem[];
  /** Said in place of the items when there are none. */
  readonly empty: string;
}

export interface CardItem {
  readonly label: string;
  readonly value: string;
  /** The row it speaks of: a click goes there. */
  readonly row?: { readonly table: TableKey; readonly id: string };
}

export interface ActionPlan extends ChangeSet {
  /** Problems that block: nothing may be committed. Warnings stand in `problems`. */
  readonly refusals: readonly Problem[];
  /** What will have happened, in one or two sentences. */
  readonly summary: string;
  readonly effects: readonly Effect[];
}

export interface Action<F extends Fields = Fields> {
  readonly id: string;
  readonly menu: MenuPlace;
  /** Tables whose row, when selected, starts the action filled. */
  readonly startsFrom: readonly TableKey[];
  /** Read whole. Settings, closed days and Système always are. */
  readonly reads: readonly TableKey[];
  /** Ledgers appended to unread: only their key row is fetched. */
  readonly appends: readonly TableKey[];
  readonly fields: F;
  /** It only shows: its plan has no changes, and nothing is confirmed or journalled. */
  readonly isReading?: boolean;
  /** @param filled what the form holds so far, raw; null when it opens. */
  readonly prepare: (context: PlanContext, selection: Selection | null, filled: RawInput | null) => Prepared<F>;
  readonly plan: (context: PlanContext, input: InputOf<F>, meta: ActionMeta) => ActionPlan;
}

/** Keeps the input's type inferred from the fields. */
export function defineAction<const F extends Fields>(action: Action<F>): Action<F> {
  return action;
}
