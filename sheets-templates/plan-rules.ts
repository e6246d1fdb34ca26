// Conditional formats. The API knows rules by their place only, so each of ours carries a mark in its own formula: a text
// compared with the empty one, always true, that survives moved columns, changed ranges and a change of locale. Rules
// without our mark are the team's; a rule of ours that the team recoloured or removed is left as it is.
import { columnLetters } from '#lib/tables/definition/grid.ts';
import { FIRST_DATA_ROW_INDEX } from '#lib/tables/definition/table.ts';
import type { ChoiceCode, Words } from '#lib/text/words.ts';
import { fingerprint } from './fingerprint.ts';
import type { LiveColor, LiveFormat, LiveRule } from './live-workbook.ts';
import { palette } from './palette.ts';
import type { PlacedTab } from './place-tab.ts';
import { codesOf, type Tone, tones } from './state-tones.ts';
import type { TemplateRecord } from './template-record.ts';
import { dueRules } from './ticket-rules.ts';
import type { CellFormatSent, RuleSent, WorkbookRequest } from './workbook-request.ts';

/** The statuses whose word colours its cell, the columns where the night says what is wrong, times that are past. */
interface TemplateRule {
  readonly piece: string;
  readonly name: string;
  /** Labels that meet the rule; null: any text; or a test of the row's cells. */
  readonly when: readonly string[] | ((cell: (name: string) => string) => string) | null;
  readonly format: CellFormatSent;
}

const MARK = /"ops:([^":]+):([0-9a-z]+)"/;

export function planRules(tab: PlacedTab, record: TemplateRecord, words: Words): WorkbookRequest[] {
  const { sheetId } = tab.table;
  const live = tab.live?.conditionalFormats ?? [];
  const requests: WorkbookRequest[] = [];
  let count = live.length;
  for (const rule of templateRules(tab, words)) {
    const { piece, name, when, format } = rule;
    // A test is told by its text, apart from where its columns stand.
    const spec = typeof when === 'function' ? when((column) => `<${column}>`) : when;
    const state = record.note(piece, [spec, format], tab.newColumns.has(name));
    const index = live.findIndex((found) => markOf(found)?.piece === piece);
    const found = live[index];
    if (found !== undefined) {
      const untouched = markOf(found)?.format === formatMark(found.booleanRule?.format ?? {});
      if (state !== 'changed' || !untouched) continue;
      requests.push({ updateConditionalFormatRule: { sheetId, index, rule: ruleSent(tab, rule) } });
    } else if (state === 'new') {
      requests.push({ addConditionalFormatRule: { rule: ruleSent(tab, rule), index: count } });
      count += 1;
    }
  }
  return requests;
}

function templateRules({ table }: PlacedTab, words: Words): TemplateRule[] {
  const rules: TemplateRule[] = [];
  for (const [name, column] of Object.entries(table.columns)) {
    const key = table.keyOf[name] as string;
    if (name === 'check') rules.push({ piece: `r.${key}.any`, name, when: null, format: formatOf('attention') });
    if (column.type.kind !== 'choice') continue;
    for (const tone of tones) {
      const codes: readonly ChoiceCode[] = codesOf(tone, column.type.codes);
      if (codes.length === 0) continue;
      rules.push({ piece: `r.${key}.${tone}`, name, when: words.choiceLabels(codes), format: formatOf(tone) });
    }
  }
  if (table.key !== 'tickets') return rules;
  const due = dueRules.map(({ name, tone, test }) => ({
    piece: `r.${table.keyOf[name]}.${tone}`,
    name,
    when: test,
    format: formatOf(tone),
  }));
  return [...rules, ...due];
}

function formatOf(tone: Tone): CellFormatSent {
  return {
    backgroundColorStyle: palette[tone],
    textFormat: { bold: tone === 'bad', foregroundColorStyle: palette[`${tone}Ink`] },
  };
}

function ruleSent(tab: PlacedTab, { piece, name, when, format }: TemplateRule): RuleSent {
  const startColumnIndex = tab.columnIndexOf.get(name) ?? 0;
  const cellOf = (column: string) => `$${columnLetters(tab.columnIndexOf.get(column) ?? 0)}${FIRST_DATA_ROW_INDEX + 1}`;
  const test = typeof when === 'function' ? when(cellOf) : anyOf(when, cellOf(name));
  const formula = `=AND("ops:${piece}:${formatMark(format)}"<>"";${test})`;
  const range = {
    sheetId: tab.table.sheetId,
    startRowIndex: FIRST_DATA_ROW_INDEX,
    startColumnIndex,
    endColumnIndex: startColumnIndex + 1,
  };
  const condition = { type: 'CUSTOM_FORMULA' as const, values: [{ userEnteredValue: formula }] };
  return { ranges: [range], booleanRule: { condition, format } };
}

function anyOf(labels: readonly string[] | null, cell: string): string {
  const tests = labels?.map((label) => `${cell}="${label}"`) ?? [`${cell}<>""`];
  return tests.length === 1 ? String(tests[0]) : `OR(${tests.join(';')})`;
}

function markOf(rule: LiveRule): { readonly piece: string; readonly format: string } | null {
  const formula = rule.booleanRule?.condition?.values?.[0]?.userEnteredValue ?? '';
  const match = MARK.exec(formula);
  return match === null ? null : { piece: match[1] ?? '', format: match[2] ?? '' };
}

/** Colours to 8 bits a channel, as people see them: the API gives floats back, and drops channels that are 0. */
function formatMark(format: LiveFormat | CellFormatSent): string {
  const hex = (style: LiveColor | null | undefined) => {
    const { red, green, blue } = style?.rgbColor ?? {};
    return [red, green, blue].map((channel) => Math.round((channel ?? 0) * 255));
  };
  const { backgroundColorStyle, textFormat } = format;
  return fingerprint([hex(backgroundColorStyle), hex(textFormat?.foregroundColorStyle), textFormat?.bold ?? false]);
}
