// The fields of an action's form, in the manner of columns: kinds with options, input types inferred. Labels live in lib/text
// by action and field; what may be chosen is made by the action from the workbook.
import type { Day } from '#lib/kernel/day.ts';
import type { TableKey } from '#lib/tables/tables.ts';

export type FieldKind =
  | { readonly kind: 'text'; readonly long: boolean }
  | { readonly kind: 'integer'; readonly min: number | null; readonly max: number | null }
  | { readonly kind: 'money' }
  | { readonly kind: 'day' }
  | { readonly kind: 'flag' }
  /** One of the options that `prepare` gives. */
  | { readonly kind: 'choice' }
  /** The id of a row; typed or picked from the options that `prepare` gives. */
  | { readonly kind: 'row'; readonly table: TableKey }
  /** A small table: one input row per line. */
  | { readonly kind: 'lines'; readonly columns: Fields };

export interface Field<Value = unknown> {
  readonly type: FieldKind;
  readonly required: boolean;
  /** When it changes, the form is prepared again with what is filled in so far. */
  readonly refreshes: boolean;
  /** Type-level only. Never set. */
  readonly value?: Value;
}

export type Fields = Readonly<Record<string, Field>>;
export type InputOf<F extends Fields> = {
  readonly [Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never;
};

export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

interface Options {
  readonly required?: true;
  readonly refreshes?: true;
}
type Maybe<Value, O> = O extends { readonly required: true } ? Value : Value | null;

const field = <Value, const O extends Options>(type: FieldKind, options: O): Field<Maybe<Value, O>> => ({
  type,
  required: options.required ?? false,
  refreshes: options.refreshes ?? false,
});

export const textField = <const O extends Options & { readonly long?: true }>(options: O = {} as O) =>
  field<string, O>({ kind: 'text', long: options.long ?? false }, options);

export const integerField = <const O extends Options & { readonly min?: number; readonly max?: number }>(
  options: O = {} as O,
) => field<number, O>({ kind: 'integer', min: options.min ?? null, max: options.max ?? null }, options);

/** Typed in euros, integer cents in the input: name it `…Cents`. */
export const moneyField = <const O extends Options>(options: O = {} as O) =>
  field<number, O>({ kind: 'money' }, options);

export const dayField = <const O extends Options>(options: O = {} as O) => field<Day, O>({ kind: 'day' }, options);

export const flagField = (): Field<boolean> => ({ type: { kind: 'flag' }, required: true, refreshes: false });

export const choiceField = <Value extends string = string, const O extends Options = Options>(options: O = {} as O) =>
  field<Value, O>({ kind: 'choice' }, options);

export const rowField = <const O extends Options>(table: TableKey, options: O = {} as O) =>
  field<string, O>({ kind: 'row', table }, options);

export const linesField = <const F extends Fields>(columns: F): Field<readonly InputOf<F>[]> => ({
  type: { kind: 'lines', columns },
  required: true,
  refreshes: false,
});
