// An action's fields as the sidebar draws them: labels from the words, options and first values from `prepare`, all JSON.
import type { Day } from '#lib/kernel/day.ts';
import { eurosFromCents } from '#lib/kernel/money.ts';
import type { ActionText } from '#lib/text/fr/actions.ts';
import type { Action, Prepared } from './action.ts';
import type { Field, FieldOption, Fields } from './field.ts';
import type { FieldDescription, FormDescription, RawCell, RawInput, RawLine } from './screen.ts';

/** @param filled what the form holds already; null when it opens. */
export function describeForm(
  { fields, startsFrom, isReading = false }: Pick<Action, 'fields' | 'startsFrom' | 'isReading'>,
  prepared: Prepared<Fields>,
  text: ActionText,
  filled: RawInput | null = null,
): FormDescription {
  return {
    title: titleOf(text),
    intro: text.intro ?? null,
    hints: prepared.hints ?? [],
    fields: describeFields(fields, '', prepared.options ?? {}, text),
    isReading,
    startsFromRow: startsFrom.length > 0,
    initial: filledInput(fields, prepared.initial ?? {}, filled),
  };
}

/** A menu item that opens a form ends in an ellipsis; what it is called elsewhere does not. */
export function titleOf({ label }: ActionText): string {
  return label.replace(/\s*…$/, '');
}

function describeFields(
  fields: Fields,
  path: string,
  options: Readonly<Record<string, readonly FieldOption[]>>,
  text: ActionText,
): FieldDescription[] {
  return Object.entries(fields).map(([name, field]) => {
    const words = text.fields[`${path}${name}`] ?? name;
    const { label, note } = typeof words === 'string' ? { label: words, note: undefined } : words;
    const { type } = field;
    return {
      name,
      label,
      note: note ?? null,
      kind: type.kind === 'text' && type.long ? 'longText' : type.kind,
      refreshes: field.refreshes,
      required: field.required && type.kind !== 'flag' && type.kind !== 'lines',
      min: type.kind === 'integer' ? type.min : null,
      max: type.kind === 'integer' ? type.max : null,
      options: options[`${path}${name}`] ?? [],
      columns: type.kind === 'lines' ? describeFields(type.columns, `${name}.`, options, text) : [],
    };
  });
}

function filledInput(fields: Fields, initial: Readonly<Record<string, unknown>>, filled: RawInput | null): RawInput {
  const raw = rawInput(fields, initial);
  if (filled === null) return raw;
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [name, name in initial ? value : (filled[name] ?? value)]),
  );
}

/** Typed first values → what the form's controls hold. The inverse of decode-input for whatever it accepts. */
export function rawInput(fields: Fields, initial: Readonly<Record<string, unknown>>): RawInput {
  const raw: Record<string, RawCell | readonly RawLine[]> = {};
  for (const [name, field] of Object.entries(fields)) {
    const { type } = field;
    raw[name] =
      type.kind === 'lines'
        ? ((initial[name] ?? []) as readonly Readonly<Record<string, unknown>>[]).map(
            (line) => rawInput(type.columns, line) as RawLine,
          )
        : rawCell(field, initial[name]);
  }
  return raw;
}

function rawCell({ type }: Field, value: unknown): RawCell {
  if (type.kind === 'flag') return value === true;
  if (value === null || value === undefined) return '';
  if (type.kind === 'money') return moneyText(value as number);
  return type.kind === 'day' ? (value as Day) : String(value);
}

function moneyText(cents: number): string {
  const [whole, fraction = ''] = String(eurosFromCents(cents)).split('.');
  return fraction === '' ? String(whole) : `${whole},${fraction.padEnd(2, '0')}`;
}
