// The Stock tab's live formulas, column by column, on as many rows as the tab can show products.
import { FIRST_DATA_ROW_INDEX } from '#lib/tables/definition/table.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import { formulaSpec, namesNewColumn, renderFormula } from './live-formula.ts';
import type { PlacedTab } from './place-tab.ts';
import { stockFormulas } from './stock-formulas.ts';
import { STOCK_ROWS } from './tab-design.ts';
import type { TemplateRecord } from './template-record.ts';
import type { WorkbookRequest } from './workbook-request.ts';

export function planFormulas(
  tab: PlacedTab,
  record: TemplateRecord,
  tabs: ReadonlyMap<TableKey, PlacedTab>,
  words: Words,
): WorkbookRequest[] {
  if (tab.key !== 'stock') return [];
  // A bare tab is lengthened before; on one in use, people may have deleted rows.
  const standing = tab.bare ? undefined : tab.live?.properties?.gridProperties?.rowCount;
  const count = Math.min(STOCK_ROWS, (standing ?? Number.MAX_SAFE_INTEGER) - FIRST_DATA_ROW_INDEX);
  return Object.entries(stockFormulas(words)).flatMap(([name, formula]): WorkbookRequest[] => {
    const piece = `l.${tab.table.keyOf[name]}`;
    const isLost = tab.newColumns.has(name) || namesNewColumn(formula, tabs);
    if (record.note(piece, formulaSpec(formula), isLost) === 'same') return [];
    const rows = Array.from({ length: count }, (_, offset) => {
      const formulaValue = renderFormula(formula, tab, FIRST_DATA_ROW_INDEX + offset, tabs);
      return { values: [{ userEnteredValue: { formulaValue } }] };
    });
    const columnIndex = tab.columnIndexOf.get(name) ?? 0;
    const start = { sheetId: tab.table.sheetId, rowIndex: FIRST_DATA_ROW_INDEX, columnIndex };
    return [{ updateCells: { start, rows, fields: 'userEnteredValue' } }];
  });
}
