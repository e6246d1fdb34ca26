// Everything the workbook holds about a person, tab by tab under its French headers: as data for another program, and as a
// page that a person can read. The team's own notes about them are theirs too; cells that are empty are left out.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { showCell } from '#lib/changes/preview.ts';
import { escapeHtml, printedLines, printedPage } from '#lib/orders/printed-page.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import type { Table } from '#lib/tables/definition/table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { tables } from '#lib/tables/tables.ts';
import { findRowsOfPerson, type PersonRow, type TabOfAPerson } from './find-rows-of-person.ts';

export interface PersonExport {
  readonly customerId: string;
  readonly tabs: readonly {
    readonly tab: string;
    /** Header → cell as the sheet shows it, filled cells only, in the order of the columns. */
    readonly rows: readonly Readonly<Record<string, string>>[];
  }[];
}

export function exportPerson(context: PlanContext, customerId: string): PersonExport {
  const rows = findRowsOfPerson(context.workbook, new Set([customerId]));
  return {
    customerId,
    tabs: [...rows].map(([key, own]) => ({
      tab: context.workbook[key].title,
      rows: own.map((row) => cellsByHeader(context, key, row)),
    })),
  };
}

function cellsByHeader({ workbook, words }: PlanContext, key: TabOfAPerson, { rowIndex }: PersonRow) {
  const state: TableState = workbook[key];
  const columns: Table['columns'] = tables[key].columns;
  const raw = state.rawOf(rowIndex);
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, { type }]): [string, string][] => {
      const cell: CellValue = raw[name] ?? null;
      return cell === null || cell === '' ? [] : [[words.header(key, name), showCell(type, cell, words)]];
    }),
  );
}

export function exportAsJson(found: PersonExport, exportedOn: string, words: PlanContext['words']): string {
  const says = words.customers.exported;
  const byTab = Object.fromEntries(found.tabs.map(({ tab, rows }) => [tab, rows]));
  return JSON.stringify({ [says.person]: found.customerId, [says.on]: exportedOn, ...byTab }, null, 2);
}

export function exportAsPage(title: string, { tabs }: PersonExport, words: PlanContext['words']): string {
  const intro = `<h1>${escapeHtml(title)}</h1>${printedLines(words.customers.exported.intro)}`;
  const sections = tabs.map(({ tab, rows }) => {
    const heading = `<h2>${escapeHtml(words.customers.exported.tab({ tab, rows: rows.length }))}</h2>`;
    return heading + rows.map(rowAsTable).join('');
  });
  const [first = '', ...others] = sections;
  return printedPage(title, [intro + first, ...others]);
}

function rowAsTable(row: Readonly<Record<string, string>>): string {
  const lines = Object.entries(row).map(
    ([header, cell]) => `<tr><th scope="row">${escapeHtml(header)}</th><td>${escapeHtml(cell)}</td></tr>`,
  );
  return `<table><tbody>${lines.join('')}</tbody></table>`;
}
