// The values a form holds, compared and joined: which of them ask the server for the form again, and what becomes of what
// was typed while the answer was under way. Pure.
import type { FieldDescription, FormDescription, RawCell, RawInput, RawLine } from '#lib/actions/screen.ts';

type Value = RawInput[string] | undefined;

/** Two forms with the same key were prepared for the same choices. */
export function refreshKey(fields: readonly FieldDescription[], raw: RawInput): string {
  return JSON.stringify(
    fields.flatMap(({ name, refreshes, columns }): unknown[] => {
      const asking = columns.filter((column) => column.refreshes);
      if (asking.length > 0) return [linesOf(raw[name]).map((line) => asking.map((column) => line[column.name] ?? ''))];
      return refreshes ? [raw[name] ?? ''] : [];
    }),
  );
}

/** What the person changed after the form was asked for stays; the rest is as the form came back. */
export function mergeRefreshed({ initial }: FormDescription, asked: RawInput, now: RawInput): RawInput {
  const entries = Object.entries(initial).map(([name, value]): [string, RawCell | readonly RawLine[]] => {
    const current = now[name];
    return [name, current === undefined || same(current, asked[name]) ? value : current];
  });
  return Object.fromEntries(entries);
}

/** Whether a field lets the form be read as it stands: nothing required is missing. */
export function isFilled({ required }: FieldDescription, value: Value): boolean {
  return !required || (value !== undefined && value !== '');
}

function same(a: Value, b: Value): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function linesOf(value: Value): readonly RawLine[] {
  return Array.isArray(value) ? value : [];
}
