// What a column is: its type, who writes it, what may stand in it. The French header, note and choice labels live in
// lib/text; formats, widths and validation derive from this in sheets-templates. A column knows nothing of its position.

import type { Day, Instant, WallTime } from '#lib/kernel/day.ts';
import type { ChoiceCode } from '#lib/text/words.ts';

/** What a cell holds, as the Sheets API gives and takes it; null is an empty cell. */
export type CellValue = string | number | boolean | null;

/** Who writes the column: the team by hand, the add-on's actions, or the nightly job. */
export type Owner = 'team' | 'addon' | 'job';

export type ColumnKind =
  | { readonly kind: 'id' }
  | { readonly kind: 'ref'; readonly table: string }
  | { readonly kind: 'text' }
  | { readonly kind: 'choice'; readonly codes: readonly ChoiceCode[] }
  | { readonly kind: 'day' }
  | { readonly kind: 'wallTime' }
  | { readonly kind: 'instant' }
  | { readonly kind: 'money' }
  | { readonly kind: 'integer'; readonly min: number | null }
  | { readonly kind: 'decimal'; readonly min: number | null }
  | { readonly kind: 'rate' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'scalar' };

export interface ColumnOptions {
  /** An empty cell is a Problem, and the row is set aside. */
  readonly required?: true;
  /** Overrides the table's owner. */
  readonly owner?: Owner;
  /** Personal data: erased on request, journalled in a cell of its own. */
  readonly personal?: true;
  /** Filled in when a hand-typed row is adopted and the cell is empty. `'today'` is the day of the adoption, `'now'` its wall time. */
  readonly adoptAs?: string | number | boolean;
  /** A live formula of the template stands here: read, never written. */
  readonly formula?: true;
}

export interface Column<Value = unknown> {
  readonly type: ColumnKind;
  readonly required: boolean;
  readonly owner: Owner | null;
  readonly personal: boolean;
  readonly formula: boolean;
  readonly adoptAs: string | number | boolean | null;
  /** Type-level only: what a decoded cell is. Never set. */
  readonly value?: Value;
}

type Maybe<Value, Options> = Options extends { readonly required: true } ? Value : Value | null;

function column<Value, const Options extends ColumnOptions>(
  type: ColumnKind,
  options: Options,
): Column<Maybe<Value, Options>> {
  return {
    type,
    required: options.required ?? false,
    owner: options.owner ?? null,
    personal: options.personal ?? false,
    formula: options.formula ?? false,
    adoptAs: options.adoptAs ?? null,
  };
}

/** The row's own id. Always required; empty in a row typed by hand until it is adopted. */
export const id = (options: Pick<ColumnOptions, 'formula'> = {}): Column<string> =>
  column<string, { required: true }>({ kind: 'id' }, { ...options, required: true });

/** The id of a row of another table. */
export const ref = <const O extends ColumnOptions = Record<never, never>>(table: string, options: O = {} as O) =>
  column<string, O>({ kind: 'ref', table }, options);

/** Text, formatted `@` so that 007 and 1-2 survive. */
export const text = <const O extends ColumnOptions = Record<never, never>>(options: O = {} as O) =>
  column<string, O>({ kind: 'text' }, options);

/** One of a closed list: a code here, a French label in the cell (lib/text). */
export const choice = <const Code extends ChoiceCode, const O extends ColumnOptions = Record<never, never>>(
  codes: readonly Code[],
  options: O = {} as O,
) => column<Code, O>({ kind: 'choice', codes }, options);

/** A calendar day: a serial number in the cell, ISO text in code. */
export const day = <const O extends ColumnOptions = Record<never, never>>(options: O = {} as O) =>
  column<Day, O>({ kind: 'day' }, options);

/** A time that people read or type, on the workbook's wall clock. */
export const wallTime = <const O extends ColumnOptions = Record<never, never>>(options: O = {} as O) =>
  column<WallTime, O>({ kind: 'wallTime' }, options);

/** A moment that decides (journal, lease, cursors): UTC ISO text in the cell. */
export const instant = <const O extends ColumnOptions = Record<never, never>>(options: O = {} as O) =>
  column<Instant, O>({ kind: 'instant' }, options);

/** Euros in the cell, integer cents in code: name the property `…Cents`; the key drops that ending. */
export const money = <const O extends ColumnOptions = Record<never, never>>(options: O = {} as O) =>
  column<number, O>({ kind: 'money' }, options);

export const integer = <const O extends ColumnOptions & { readonly min?: number } = Record<never, never>>(
  options: O = {} as O,
) => column<number, O>({ kind: 'integer', min: options.min ?? null }, options);

export const decimal = <const O extends ColumnOptions & { readonly min?: number } = Record<never, never>>(
  options: O = {} as O,
) => column<number, O>({ kind: 'decimal', min: options.min ?? null }, options);

/** A share of one, shown as a percentage: 0.2 is 20 %. */
export const rate = <const O extends ColumnOptions = Record<never, never>>(options: O = {} as O) =>
  column<number, O>({ kind: 'rate' }, options);

/** Yes or no: TRUE or FALSE in the cell; empty reads as null unless required. */
export const flag = <const O extends ColumnOptions = Record<never, never>>(options: O = {} as O) =>
  column<boolean, O>({ kind: 'flag' }, options);

/** A setting's value: text, number or yes/no as typed; what it must be is the setting's own rule. */
export const scalar = <const O extends ColumnOptions = Record<never, never>>(options: O = {} as O) =>
  column<string | number | boolean, O>({ kind: 'scalar' }, options);
