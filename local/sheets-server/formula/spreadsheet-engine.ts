/**
 * The few parts of o-spreadsheet 19.3.7 that this server uses: its formula compiler and its function library, with what
 * differs from Google put right through the public registry. The Model itself is not used here (COVERAGE.md says why).
 */
import * as engine from '@odoo/o-spreadsheet';
import { shownText } from '../format/shown-text.ts';
import { serialNow } from './serial-now.ts';

/** A value on its way through a formula. `format` is a number pattern, `link` the target of HYPERLINK. */
export interface Evaluated {
  readonly value: string | number | boolean | null;
  readonly format?: string | undefined;
  readonly message?: string;
  readonly link?: string;
}

/** Column by column, as the engine passes ranges. */
export type Matrix = readonly (readonly Evaluated[])[];
export type Argument = Evaluated | Matrix | undefined;

/** What functions see as `this`. */
export interface FunctionContext {
  readonly locale: EngineLocale;
  /** Locale code of the workbook, for functions that show values. */
  readonly sheetLocale: string;
  readonly nowMs: number;
  readonly timeZone: string;
}

export interface CompiledFormula<Dependency> {
  readonly isBadExpression: boolean;
  readonly rangeDependencies: readonly Dependency[];
  execute(
    dependencies: readonly Dependency[],
    cell: (dependency: Dependency) => Evaluated,
    range: (dependency: Dependency) => Matrix,
    symbol: (name: string, asRange: boolean) => Argument,
    context: object,
  ): Evaluated | Matrix;
}

interface EngineLocale {
  readonly code: string;
  readonly decimalSeparator: string;
}

interface FunctionDescription {
  readonly description: string;
  readonly args: readonly unknown[];
  compute(this: FunctionContext, ...args: Argument[]): unknown;
}

interface Engine {
  readonly CompiledFormula: {
    Compile<D>(
      formula: string,
      sheetId: string,
      getters: { getRangeFromSheetXC(sheetId: string, text: string): D },
    ): CompiledFormula<D>;
  };
  readonly DEFAULT_LOCALES: readonly EngineLocale[];
  readonly registries: {
    readonly functionRegistry: {
      readonly content: Readonly<Record<string, FunctionDescription>>;
      readonly mapping: object;
      add(name: string, description: FunctionDescription): unknown;
      replace(name: string, description: FunctionDescription): unknown;
    };
  };
  readonly helpers: {
    arg(definition: string, description: string): unknown;
    toNumber(value: Evaluated | undefined, locale: EngineLocale): number;
    toString(value: Evaluated | undefined): string;
  };
}

const { CompiledFormula, DEFAULT_LOCALES, registries, helpers } = engine as unknown as Engine;
const { functionRegistry } = registries;

/** The functions by name; a formula's context inherits from it. */
export const functionMapping: object = functionRegistry.mapping;

export function compileFormula<D>(formula: string, dependencyOf: (text: string) => D): CompiledFormula<D> {
  return CompiledFormula.Compile(formula, '', { getRangeFromSheetXC: (_, text) => dependencyOf(text) });
}

export function engineLocale(code: string): EngineLocale {
  const found = DEFAULT_LOCALES.find((locale) => locale.code === code) ?? DEFAULT_LOCALES[0];
  if (found === undefined) throw new Error('The engine has no locale');
  return found;
}

export function isMatrix(value: Evaluated | Matrix | undefined): value is Matrix {
  return Array.isArray(value);
}

function replace(name: string, compute: FunctionDescription['compute']): void {
  const known = functionRegistry.content[name];
  if (known === undefined) throw new Error(`The engine has no function ${name}`);
  functionRegistry.replace(name, { ...known, compute });
}

/** A number joined to a text is written with the locale's decimal sign. */
function joined(value: Evaluated | undefined, locale: EngineLocale): string {
  if (typeof value?.value === 'number') return String(value.value).replace('.', locale.decimalSeparator);
  return helpers.toString(value);
}

function roundHalfAway(value: number, places: number): number {
  const scaled = Math.round(Number(`${Math.abs(value)}e${places}`));
  const rounded = Number(`${Math.sign(value) * scaled}e${-places}`);
  // Exponents in the text of very large or small numbers do not concatenate; those have no places to round anyway.
  return Number.isNaN(rounded) ? value : rounded;
}

function localizeCriteria(name: string, isCriterion: (index: number) => boolean): void {
  const known = functionRegistry.content[name];
  if (known === undefined) throw new Error(`The engine has no function ${name}`);
  replace(name, function (...args) {
    const localized = args.map((arg, index) =>
      isCriterion(index) && !isMatrix(arg) && typeof arg?.value === 'number'
        ? { value: joined(arg, this.locale) }
        : arg,
    );
    return known.compute.apply(this, localized);
  });
}

replace('ROUND', function (value, places) {
  const cell = value as Evaluated | undefined;
  const digits = Math.trunc(helpers.toNumber((places as Evaluated | undefined) ?? { value: 0 }, this.locale));
  return { value: roundHalfAway(helpers.toNumber(cell, this.locale), digits), format: cell?.format };
});
replace('TODAY', function () {
  return { value: Math.floor(serialNow(this.nowMs, this.timeZone)), format: 'locale-date' };
});
replace('NOW', function () {
  return { value: serialNow(this.nowMs, this.timeZone), format: 'locale-date-time' };
});
replace('TEXT', function (value, pattern) {
  const number = helpers.toNumber(value as Evaluated | undefined, this.locale);
  return shownText(number, helpers.toString(pattern as Evaluated | undefined), this.sheetLocale);
});
replace('HYPERLINK', (url, label) => {
  const link = helpers.toString(url as Evaluated | undefined).trim();
  return { value: helpers.toString(label as Evaluated | undefined) || link, link };
});
replace('CONCATENATE', function (...args) {
  const parts = args.map((arg) => {
    if (!isMatrix(arg)) return joined(arg, this.locale);
    const rows = arg[0]?.length ?? 0;
    return Array.from({ length: rows }, (_, row) =>
      arg.map((column) => joined(column[row], this.locale)).join(''),
    ).join('');
  });
  return parts.join('');
});
for (const name of ['COUNTIF', 'SUMIF', 'AVERAGEIF']) localizeCriteria(name, (index) => index === 1);
localizeCriteria('COUNTIFS', (index) => index % 2 === 1);
for (const name of ['SUMIFS', 'AVERAGEIFS', 'MAXIFS', 'MINIFS']) {
  localizeCriteria(name, (index) => index > 0 && index % 2 === 0);
}
functionRegistry.add('ARRAYFORMULA', {
  description: 'Evaluates its argument for whole ranges.',
  args: [helpers.arg('array_formula (any, range<any>)', 'What to evaluate.')],
  compute: (value) => value,
});
functionRegistry.add('SPARKLINE', {
  description: 'A small chart in a cell; a value reader sees an empty cell.',
  args: [
    helpers.arg('data (any, range<any>)', 'What to draw.'),
    helpers.arg('options (any, range<any>, optional)', 'How to draw it.'),
  ],
  compute: () => '',
});
