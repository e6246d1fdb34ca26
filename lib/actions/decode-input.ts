// What was typed into a form → an action's input, or every mistake at once with its field. It checks form, not sense: what an
// action refuses is the plan's business.
import { isDay } from '#lib/kernel/day.ts';
import { centsFromEuros } from '#lib/kernel/money.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import type { Field, FieldOption, Fields, InputOf } from './field.ts';
import type { FieldProblem, RawCell, RawInput, RawLine } from './screen.ts';

export type DecodedInput<F extends Fields> =
  | { readonly ok: true; readonly input: InputOf<F> }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

export interface DecodeContext {
  /** As `prepare` gave them: a choice must be one of these. */
  readonly options: Readonly<Record<string, readonly FieldOption[]>>;
  /** A row field must name a row of a table that was read whole. */
  readonly workbook: WorkbookState;
  readonly words: Words;
}

export function decodeInput<F extends Fields>(fields: F, raw: RawInput, context: DecodeContext): DecodedInput<F> {
  const problems: FieldProblem[] = [];
  const input: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = raw[name];
    input[name] =
      field.type.kind === 'lines'
        ? decodeLines(name, field.type.columns, Array.isArray(value) ? value : [], context, problems)
        : decodeCellOf(field, isCell(value) ? value : '', name, name, context, problems);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, input: input as InputOf<F> };
}

/** Rows of which nothing is filled in are left out: the form keeps an empty one at its end. */
function decodeLines(
  name: string,
  columns: Fields,
  rows: readonly RawLine[],
  context: DecodeContext,
  problems: FieldProblem[],
): unknown[] {
  return rows.flatMap((row, index) => {
    const filled = Object.values(row).some((cell) => cell !== false && cell !== '' && cell !== null);
    if (!filled) return [];
    const line: Record<string, unknown> = {};
    for (const [column, field] of Object.entries(columns)) {
      const place = `${name}.${index}.${column}`;
      line[column] = decodeCellOf(field, row[column] ?? '', place, `${name}.${column}`, context, problems);
    }
    return [line];
  });
}

const CELL_CHARACTERS = 50_000;

function decodeCellOf(
  { type, required }: Field,
  raw: RawCell,
  place: string,
  optionsKey: string,
  context: DecodeContext,
  problems: FieldProblem[],
): unknown {
  const { addon } = context.words;
  const refuse = (message: string): null => {
    problems.push({ field: place, message });
    return null;
  };
  if (type.kind === 'flag') return raw === true;
  const text = String(raw).trim();
  if (text === '') return required ? refuse(addon.fieldRequired) : null;
  switch (type.kind) {
    case 'text':
      return text.length > CELL_CHARACTERS ? refuse(addon.fieldTooLong) : text;
    case 'integer': {
      const number = numberOf(text);
      if (number === null || !Number.isSafeInteger(number)) return refuse(addon.fieldInteger);
      if (type.min !== null && number < type.min) return refuse(addon.fieldTooSmall({ min: type.min }));
      return type.max !== null && number > type.max ? refuse(addon.fieldTooLarge({ max: type.max })) : number;
    }
    case 'money': {
      const euros = numberOf(text.replace(/€$/, ''));
      const cents = euros === null ? null : centsFromEuros(euros);
      return cents === null ? refuse(addon.fieldMoney) : cents;
    }
    case 'day':
      return dayOf(text) ?? refuse(addon.fieldDay);
    case 'choice': {
      const options = context.options[optionsKey] ?? [];
      return options.some(({ value }) => value === text) ? text : refuse(addon.fieldChoice);
    }
    case 'row':
      return decodeRow(text, context.workbook[type.table], context.words, refuse);
    case 'lines':
      throw new Error('Bug: a table inside a table');
  }
}

function decodeRow(text: string, state: TableState, words: Words, refuse: (message: string) => null): string | null {
  if (!state.usable || state.grid.partial === true) return text;
  const row = state.byId.get(text) ?? state.byId.get(text.toUpperCase());
  return row === undefined ? refuse(words.addon.fieldRow({ value: text, tab: state.title })) : String(row.id);
}

/** French and plain figures: 1 234,5 or 1234.5; spaces of any width. null when it is no number. */
function numberOf(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/** ISO as date controls give it, or day/month/year as people type it. */
function dayOf(text: string): string | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const iso = match === null ? text : `${match[3]}-${match[2]?.padStart(2, '0')}-${match[1]?.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}

function isCell(value: unknown): value is RawCell {
  return typeof value === 'string' || typeof value === 'boolean';
}
