// The rows a workbook starts with, tab by tab. A row that programs rely on comes back when it is missing; a row that is the
// team's to edit is given once. Nothing here is ever written over what the team typed.

import { defaultSettings } from '#lib/tables/default-settings.ts';
import { type CellFormat, cellFormatOf } from '#lib/tables/definition/cell-format.ts';
import { rate } from '#lib/tables/definition/column.ts';
import { type KpiDefinition, kpiDefinitions } from '#lib/tables/kpi-definitions.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import type { FaqId, ReplyId, Words } from '#lib/text/words.ts';
import { kpiFormulas } from './kpi-formulas.ts';
import type { FormulaOf } from './live-formula.ts';
import { starterCarriers } from './starter-carriers.ts';
import { faqShape, replyShape } from './starter-shapes.ts';

export interface StarterRow {
  readonly id: string;
  /** By column name, decoded values. */
  readonly cells: Readonly<Record<string, unknown>>;
  /** Appended again whenever it is missing. */
  readonly restored: boolean;
  /** Columns that programs keep up to date with the template. */
  readonly kept: readonly string[];
  readonly formulas: Readonly<Record<string, FormulaOf>>;
  /** Cells that are shown otherwise than their column. */
  readonly formats: Readonly<Record<string, CellFormat>>;
}

/** @param systemRows ids and values of Système at the start. */
export function starterRows(
  words: Words,
  systemRows: Readonly<Record<string, string | null>>,
): Partial<Record<TableKey, readonly StarterRow[]>> {
  return {
    settings: Object.entries(defaultSettings).map(([key, value]) => settingRow(key, value, words)),
    system: Object.entries(systemRows).map(([id, value]) => row(id, { value }, { restored: true })),
    kpi: Object.entries(kpiDefinitions).map(([id, definition]) => kpiRow(id, definition, words)),
    carriers: Object.entries(starterCarriers).map(([id, cells]) => row(id, { ...cells, active: true })),
    replyTemplates: Object.entries(words.starterReplies).map(([id, text]) =>
      row(id, {
        ...text,
        ...replyShape(id as ReplyId),
        version: 1,
        active: true,
      }),
    ),
    faq: Object.entries(words.starterFaq).map(([id, text], index) =>
      row(id, { ...text, ...faqShape(id as FaqId), position: index + 1, published: true, uses: 0 }),
    ),
  };
}

function settingRow(key: string, value: string | number | boolean, words: Words): StarterRow {
  const texts = { label: words.settingLabel(key), ...words.settingNote(key) };
  return row(
    key,
    { ...texts, value: value === '' ? null : value },
    { restored: true, kept: ['label', 'unit', 'note'] },
  );
}

function kpiRow(id: string, definition: KpiDefinition, words: Words): StarterRow {
  const { group, rule, isShare } = definition;
  const text = words.kpiTexts[id as keyof typeof words.kpiTexts];
  const percent = cellFormatOf(rate());
  const formats = isShare && percent !== null ? { value: percent, target: percent, previousValue: percent } : {};
  const formulas = kpiFormulas(definition, words);
  const kept = ['group', 'name', 'rule', 'unit', 'definition', ...Object.keys(formulas)];
  return { ...row(id, { group, rule, ...text }, { restored: true, kept }), formulas, formats };
}

function row(
  id: string,
  cells: Readonly<Record<string, unknown>>,
  options: { readonly restored?: boolean; readonly kept?: readonly string[] } = {},
): StarterRow {
  const { restored = false, kept = [] } = options;
  return { id, cells: { id, ...cells }, restored, kept, formulas: {}, formats: {} };
}
