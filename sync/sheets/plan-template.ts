// The template against the live workbook: two reads, then lib's plan. Shared by `ops init`, which writes it, and
// `ops doctor`, which only counts.
import type { Words } from '#lib/text/words.ts';
import {
  CELLS_FIELDS,
  cellFilters,
  joinLiveWorkbook,
  type LiveWorkbook,
  STRUCTURE_FIELDS,
} from '#templates/live-workbook.ts';
import { planWorkbook, type WorkbookPlan } from '#templates/plan-workbook.ts';
import type { SheetsClient } from './sheets-client.ts';

export interface TemplatePlan extends WorkbookPlan {
  readonly title: string;
  readonly url: string | null;
}

export async function planTemplate(client: SheetsClient, words: Words): Promise<TemplatePlan> {
  const structure = await client.getSpreadsheet(`spreadsheetUrl,properties(title),${STRUCTURE_FIELDS}`);
  const filters = cellFilters(structure);
  const cells: LiveWorkbook | null = filters.length === 0 ? null : await client.getCells(filters, CELLS_FIELDS);
  const plan = planWorkbook(joinLiveWorkbook(structure, cells), words);
  return { ...plan, title: structure.properties?.title ?? '', url: structure.spreadsheetUrl ?? null };
}
