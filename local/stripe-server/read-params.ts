/**
 * Checks a request's parameters against the endpoint's table. A table lists every key of the package's own parameter type
 * (the compiler sees to it), so a name Stripe knows and we do not is refused as ours, a name nobody knows as Stripe's.
 */
import type { FormHash, FormValue } from './parse-form.ts';
import { invalidInteger, invalidRequest, notImplemented, unknownParameters } from './stripe-refusal.ts';

export interface Range {
  readonly gt?: number;
  readonly gte?: number;
  readonly lt?: number;
  readonly lte?: number;
}

type Leaf = 'text' | 'integer' | 'flag' | 'range' | 'texts' | 'metadata' | 'unsupported';
export type ParamSpec =
  | Leaf
  | { readonly oneOf: readonly string[] }
  | { readonly hash: ParamTableShape }
  | { readonly emptyableHash: ParamTableShape }
  | { readonly list: ParamTableShape }
  | { readonly emptyableList: ParamTableShape };
interface ParamTableShape {
  readonly [name: string]: ParamSpec;
}

/** One spec for every key of the package's type, no more and no less. */
export type ParamTable<Params> = { readonly [Name in keyof Required<Params>]: ParamSpec };

/** The filters of a list endpoint, without what every list takes. */
export type OwnFilters<Params> = ParamTable<Omit<Params, 'limit' | 'starting_after' | 'ending_before' | 'expand'>>;

/** What came out: strings, numbers, booleans, ranges, nested hashes; '' where Stripe means "unset". */
export type Params = Readonly<Record<string, unknown>>;

/** The keys of every list request. */
export const PAGE_PARAMS = {
  limit: 'integer',
  starting_after: 'text',
  ending_before: 'text',
  expand: 'texts',
} as const;

export function readParams(table: ParamTableShape, form: FormHash, prefix = ''): Params {
  const named = (name: string) => (prefix === '' ? name : `${prefix}[${name}]`);
  const unknown = Object.keys(form).filter((name) => !Object.hasOwn(table, name));
  if (unknown.length > 0) throw unknownParameters(unknown.map(named));
  const params: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(form)) {
    const spec = table[name];
    if (spec !== undefined) params[name] = readValue(spec, value, named(name));
  }
  return params;
}

function readValue(spec: ParamSpec, value: FormValue, name: string): unknown {
  if (spec === 'unsupported') throw notImplemented(`parameter '${name}'`);
  if (typeof spec === 'string') return readLeaf(spec, value, name);
  if ('oneOf' in spec) return readChoice(spec.oneOf, value, name);
  if ('list' in spec) return readList(spec.list, value, name);
  if ('emptyableList' in spec) return value === '' ? '' : readList(spec.emptyableList, value, name);
  if ('emptyableHash' in spec) return value === '' ? '' : readParams(spec.emptyableHash, asHash(value, name), name);
  return readParams(spec.hash, asHash(value, name), name);
}

/** Enums are closed in requests, though open in answers. */
function readChoice(choices: readonly string[], value: FormValue, name: string): string {
  if (typeof value === 'string' && choices.includes(value)) return value;
  const last = choices.at(-1) ?? '';
  const listed = choices.length > 1 ? `one of ${choices.slice(0, -1).join(', ')}, or ${last}` : last;
  throw invalidRequest(`Invalid ${name}: must be ${listed}`, name);
}

function readList(table: ParamTableShape, value: FormValue, name: string): readonly Params[] {
  if (!Array.isArray(value)) throw invalidRequest('Invalid array', name);
  return value.map((entry, index) => readParams(table, asHash(entry, name), `${name}[${index}]`));
}

function readLeaf(spec: Exclude<Leaf, 'unsupported'>, value: FormValue, name: string): unknown {
  switch (spec) {
    case 'text':
      if (typeof value !== 'string') throw invalidRequest('Invalid string', name);
      return value;
    case 'integer':
      return readInteger(value, name);
    case 'flag':
      if (value !== 'true' && value !== 'false') throw invalidRequest(`Invalid boolean: ${String(value)}`, name);
      return value === 'true';
    case 'range':
      return typeof value === 'string' ? exactly(readInteger(value, name)) : readRange(asHash(value, name), name);
    case 'texts':
      if (!Array.isArray(value)) throw invalidRequest('Invalid array', name);
      return value;
    case 'metadata':
      return value === '' ? '' : asHash(value, name);
  }
}

function readInteger(value: FormValue, name: string): number {
  if (typeof value !== 'string' || !/^-?\d+$/.test(value)) throw invalidInteger(name, String(value));
  return Number(value);
}

function exactly(instant: number): Range {
  return { gte: instant, lte: instant };
}

function readRange(hash: FormHash, name: string): Range {
  return readParams({ gt: 'integer', gte: 'integer', lt: 'integer', lte: 'integer' }, hash, name) as Range;
}

function asHash(value: FormValue, name: string): FormHash {
  if (typeof value === 'string' || Array.isArray(value)) throw invalidRequest('Invalid object', name);
  return value as FormHash;
}

export function inRange(instant: number | null, range: Range | undefined): boolean {
  if (range === undefined) return true;
  if (instant === null) return false;
  return (
    (range.gt === undefined || instant > range.gt) &&
    (range.gte === undefined || instant >= range.gte) &&
    (range.lt === undefined || instant < range.lt) &&
    (range.lte === undefined || instant <= range.lte)
  );
}
