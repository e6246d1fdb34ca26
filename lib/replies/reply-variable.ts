// What a variable of a reply is: its type, for which rows it exists, where its value comes from and how fresh that must be.
// A variable without a value says which cell to fill; only one marked optional may be asked about with {{#x}}.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { SettingKey } from '#lib/settings/settings.ts';
import { placeOf } from '#lib/tables/definition/place-of.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { ReplyTemplatesRow } from '#lib/tables/reply-templates.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import type { ReplyFacts } from './reply-facts.ts';

/** What kind of row a template starts from. */
export type ReplyKind = ReplyTemplatesRow['appliesTo'];

export type Scalar = string | number | boolean;

/** One item of a list: its fields, null where there is nothing to say. */
export type ListItem = Readonly<Record<string, Scalar | null>>;

export type Found<Value> =
  | { readonly value: Value }
  /** `isAbsent`: there is nothing to say, which an optional variable may be; otherwise nobody knows what is so. */
  | { readonly lacks: Problem; readonly isAbsent?: true };

interface Declared {
  /** Rows it exists for; null: any, it needs no row. */
  readonly kinds: readonly ReplyKind[] | null;
  /** A sentence may be left out when it has no value: {{#x}}…{{/x}}. */
  readonly isOptional: boolean;
}

export interface ScalarVariable extends Declared {
  readonly type: 'text' | 'money' | 'day' | 'integer' | 'percent' | 'link' | 'flag';
  readonly find: (facts: ReplyFacts) => Found<Scalar>;
}

/** Types of the fields of one item; a field marked optional may be null. */
export interface ListField {
  readonly type: ScalarVariable['type'];
  readonly isOptional: boolean;
}

export interface ListVariable extends Declared {
  readonly type: 'list';
  readonly fields: Readonly<Record<string, ListField>>;
  readonly find: (facts: ReplyFacts) => Found<readonly ListItem[]>;
}

export type ReplyVariable = ScalarVariable | ListVariable;

/** The cell a value is taken from. */
export interface SourceCell {
  readonly state: TableState;
  readonly row: { readonly id: string; readonly rowIndex: number };
  readonly column: string;
}

/** A cell's value; an empty one, or a text of blanks, is what is lacking. 0 is a value. */
export function fromCell<Value extends Scalar>(
  context: PlanContext,
  value: Value | null,
  cell: SourceCell,
): Found<Value> {
  const isEmpty = value === null || (typeof value === 'string' && value.trim() === '');
  return isEmpty ? { lacks: emptyCell(context, cell), isAbsent: true } : { value };
}

export function emptyCell({ words }: PlanContext, { state, row, column }: SourceCell): Problem {
  const header = words.header(state.table.key, column);
  return problem('replyCellEmpty', { header }, placeOf(state, row, column));
}

export function cellOf<Key extends TableKey>(
  { workbook }: PlanContext,
  key: Key,
  row: { readonly id: string; readonly rowIndex: number },
  column: string,
): SourceCell {
  return { state: workbook[key] as TableState, row, column };
}

/** A setting's value; an empty text is what is lacking, with the cell to fill. */
export function fromSetting({ context }: ReplyFacts, key: SettingKey): Found<Scalar> {
  const value = context.settings[key];
  if (value !== '') return { value };
  const { settings } = context.workbook;
  const row = settings.byId.get(key);
  const at = row === undefined ? undefined : placeOf(settings, row, 'value');
  return { lacks: problem('replySettingEmpty', { key }, at), isAbsent: true };
}

/** What Stripe says must be of the last night; a cell of its mirror that is older lacks. */
export function freshMirror(facts: ReplyFacts, cell: SourceCell): Problem | null {
  const { clock, settings, words } = facts.context;
  const oldest = addDays(clock.today, -settings['replies.mirrorDays']);
  if (facts.mirrorOn !== null && facts.mirrorOn >= oldest) return null;
  const header = words.header(cell.state.table.key, cell.column);
  const at = placeOf(cell.state, cell.row, cell.column);
  return facts.mirrorOn === null
    ? problem('replyMirrorNever', { header }, at)
    : problem('replyMirrorOld', { header, on: words.formatDay(facts.mirrorOn) }, at);
}

/** A day that is announced as still to come must not be past. */
export function dayToCome(context: PlanContext, day: Day, cell: SourceCell): Found<Day> {
  if (day >= context.clock.today) return { value: day };
  const { words } = context;
  const header = words.header(cell.state.table.key, cell.column);
  const params = { header, day: words.formatDay(day) };
  const isStripes = cell.state.table.role === 'mirror';
  return {
    lacks: problem(isStripes ? 'replyMirrorPast' : 'replyDayPast', params, placeOf(cell.state, cell.row, cell.column)),
  };
}
