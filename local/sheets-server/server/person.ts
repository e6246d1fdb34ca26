/**
 * What a person does at the keyboard meanwhile: types into a cell, inserts a row. Goes into the same log as API writes.
 */
import type { WorkbookSession } from './workbook-session.ts';

export interface Person {
  /** Types text into a cell or range's first cell, e.g. `'Stock'!B3`; '' empties it. */
  edit(range: string, text: string): void;
  /** Inserts one row before row `row` (1-based, as the person sees it) of the tab. */
  insertRow(sheetId: number, row: number): void;
  /** Deletes row `row` (1-based) of the tab. */
  deleteRow(sheetId: number, row: number): void;
}

export function createPerson(session: WorkbookSession): Person {
  const rowRange = (sheetId: number, row: number): object => ({
    range: { sheetId, dimension: 'ROWS', startIndex: row - 1, endIndex: row },
  });
  return {
    edit: (range, text) => {
      session.commit({
        kind: 'writeValues',
        option: 'USER_ENTERED',
        data: [{ at: { a1Range: range }, values: [[text]] }],
      });
    },
    insertRow: (sheetId, row) => {
      const insertDimension = { ...rowRange(sheetId, row), inheritFromBefore: row > 1 };
      session.commit({ kind: 'batchUpdate', requests: [{ insertDimension }] });
    },
    deleteRow: (sheetId, row) => {
      session.commit({ kind: 'batchUpdate', requests: [{ deleteDimension: rowRange(sheetId, row) }] });
    },
  };
}
