/**
 * SheetProperties as the API shows them: the stored ones with id, place and size filled in,
 * what is 0 or false left out.
 */
import type { Sheet, SheetProperties } from './workbook.ts';

export function sheetProperties(sheets: readonly Sheet[], sheet: Sheet): SheetProperties {
  const { gridProperties, title, sheetType, ...rest } = sheet.properties;
  const { rowCount, columnCount, sheetId } = sheet;
  const set = Object.entries(rest).filter(([, value]) => value !== false);
  const kept = Object.entries(gridProperties ?? {}).filter(([, value]) => value !== 0 && value !== false);
  return {
    sheetId,
    ...(title && { title }),
    index: sheets.indexOf(sheet),
    ...(sheetType && { sheetType }),
    gridProperties: { rowCount, columnCount, ...Object.fromEntries(kept) },
    ...Object.fromEntries(set),
  };
}
