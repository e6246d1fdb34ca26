// What people do to a tab while a program is between its read and its write, as random edits that fast-check can shrink.
// Places are fractions of the tab as it stands when the edit is made, so that every edit is possible on every tab.
import fc from 'fast-check';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { FIRST_DATA_ROW_INDEX } from '#lib/tables/definition/table.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import { tables } from '#lib/tables/tables.ts';
import type { LiveWorkbook } from './live-workbook.ts';

export const editKinds = [
  'insert row',
  'delete row',
  'move row',
  'sort rows',
  'insert column',
  'move column',
  'hide column',
  'rename tab',
  'type over a cell',
  'paste a copy of a row',
  'type a row at the end',
  'filter',
] as const;

export interface PersonEdit {
  readonly kind: (typeof editKinds)[number];
  readonly row: number;
  readonly column: number;
  readonly to: number;
}

const fraction = fc.double({ min: 0, max: 0.999, noNaN: true });

export const personEdit: fc.Arbitrary<PersonEdit> = fc.record({
  kind: fc.constantFrom(...editKinds),
  row: fraction,
  column: fraction,
  to: fraction,
});

/** @param keep columns of the tab that are not typed over: what a test recognises rows by. */
export async function actAsPerson(
  live: LiveWorkbook,
  key: TableKey,
  { kind, row, column, to }: PersonEdit,
  keep: (header: CellValue) => boolean,
): Promise<void> {
  const { sheetId } = tables[key];
  const values = await live.values(key);
  const width = values[0]?.length ?? 1;
  const last = Math.max(values.length, FIRST_DATA_ROW_INDEX + 1);
  const rowIndex = FIRST_DATA_ROW_INDEX + Math.floor(row * (last - FIRST_DATA_ROW_INDEX));
  const columnIndex = Math.floor(column * width);
  const rows = (startIndex: number) => ({ sheetId, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 });
  const columns = (startIndex: number) => ({ sheetId, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 });
  const data = { sheetId, startRowIndex: FIRST_DATA_ROW_INDEX, endRowIndex: last };
  switch (kind) {
    case 'insert row':
      return live.act({ insertDimension: { range: rows(rowIndex), inheritFromBefore: true } });
    case 'delete row':
      return live.act({ deleteDimension: { range: rows(rowIndex) } });
    case 'move row': {
      const destinationIndex = FIRST_DATA_ROW_INDEX + Math.floor(to * (last - FIRST_DATA_ROW_INDEX));
      if (destinationIndex === rowIndex || destinationIndex === rowIndex + 1) return;
      return live.act({ moveDimension: { source: rows(rowIndex), destinationIndex } });
    }
    case 'sort rows': {
      const sortOrder = to < 0.5 ? 'ASCENDING' : 'DESCENDING';
      return live.act({ sortRange: { range: data, sortSpecs: [{ dimensionIndex: columnIndex, sortOrder }] } });
    }
    case 'insert column':
      return live.act({ insertDimension: { range: columns(columnIndex), inheritFromBefore: columnIndex > 0 } });
    case 'move column': {
      const destinationIndex = Math.floor(to * width);
      if (destinationIndex === columnIndex || destinationIndex === columnIndex + 1) return;
      return live.act({ moveDimension: { source: columns(columnIndex), destinationIndex } });
    }
    case 'hide column':
      return live.act({
        updateDimensionProperties: {
          range: columns(columnIndex),
          properties: { hiddenByUser: true },
          fields: 'hiddenByUser',
        },
      });
    case 'rename tab':
      return live.act({ updateSheetProperties: { properties: { sheetId, title: `Renommé ${to}` }, fields: 'title' } });
    case 'type over a cell':
      if (keep(values[1]?.[columnIndex] ?? null)) return;
      return live.type(sheetId, rowIndex, columnIndex, [to < 0.2 ? '' : `saisi ${Math.floor(to * 100)}`]);
    case 'paste a copy of a row': {
      const copied = (values[rowIndex] ?? []).map((cell) => String(cell ?? ''));
      await live.act({ appendDimension: { sheetId, dimension: 'ROWS', length: 1 } });
      return live.type(sheetId, values.length, 0, copied);
    }
    case 'type a row at the end': {
      const nameColumn = values[0]?.indexOf('name') ?? 0;
      await live.act({ appendDimension: { sheetId, dimension: 'ROWS', length: 1 } });
      return live.type(sheetId, values.length, nameColumn, ['Tapé à la fin']);
    }
    case 'filter':
      return live.act({
        setBasicFilter: {
          filter: { range: { sheetId, startRowIndex: 1 }, criteria: { 1: { hiddenValues: ['Hub 1', 'Hub 2'] } } },
        },
      });
  }
}
