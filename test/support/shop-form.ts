// Fills an action's form as somebody without a plan would: what it starts with, else the first option, the least number,
// today. Whether that makes sense is the plan's to say.
import type { FieldDescription, FormDescription, RawCell, RawInput, RawLine } from '#lib/actions/screen.ts';

/** @param given wins over everything. @param pick which option of the lists, so that another try is another row. */
export function fillForm(form: FormDescription, today: string, given: RawInput = {}, pick = 0): RawInput {
  const filled: Record<string, RawInput[string]> = {};
  for (const field of form.fields) {
    const initial = form.initial[field.name];
    if (field.kind !== 'lines') filled[field.name] = fillCell(field, initial as RawCell | undefined, today, pick);
    else {
      const lines = (initial ?? []) as readonly RawLine[];
      filled[field.name] = (lines.length === 0 ? [{}] : lines).map((line) => fillLine(field, line, today, pick));
    }
  }
  return { ...filled, ...given };
}

function fillLine({ columns }: FieldDescription, line: RawLine, today: string, pick: number): RawLine {
  return Object.fromEntries(columns.map((column) => [column.name, fillCell(column, line[column.name], today, pick)]));
}

function fillCell(field: FieldDescription, initial: RawCell | undefined, today: string, pick: number): RawCell {
  if (initial !== undefined && initial !== '') return initial;
  if (field.kind === 'flag') return initial ?? false;
  if (!field.required) return '';
  switch (field.kind) {
    case 'choice':
    case 'row':
      return field.options[pick % Math.max(1, field.options.length)]?.value ?? '';
    case 'integer':
      return String(Math.max(1, field.min ?? 1));
    case 'money':
      return '1,00';
    case 'day':
      return today;
    default:
      return 'Essai';
  }
}
