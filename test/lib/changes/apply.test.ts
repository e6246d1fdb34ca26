// What a plan sees after its changes were applied in memory is what it would see had they been written and read back.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '#lib/changes/apply.ts';
import type { RowChange } from '#lib/changes/change-set.ts';
import { mergeChanges } from '#lib/changes/merge-changes.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { decodeTable } from '#lib/tables/definition/decode-table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { TableKey, WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { changedTables, workbookAndChanges } from '#test/support/random-changes.ts';
import { workbookOf } from '#test/support/workbook-of.ts';

/** Cells written into the sheet as Sheets does, and read as the API gives them: ragged, without trailing blanks. */
function writtenAndRead(workbook: WorkbookState, changes: readonly RowChange[], key: TableKey): TableState {
  const { grid, columnIndexOf, table }: TableState = workbook[key];
  const values = grid.values.map((row) => [...row]);
  const trim = () => {
    while (values.length > 0 && (values.at(-1) ?? []).every((cell) => cell === null || cell === '')) values.pop();
  };
  for (const change of changes.filter((each) => each.table === key)) {
    trim();
    const rowIndex = change.kind === 'append' ? Math.max(values.length, 2) : change.rowIndex;
    while (values.length <= rowIndex) values.push([]);
    const row = values[rowIndex] as CellValue[];
    for (const [name, cell] of Object.entries(change.cells)) {
      const columnIndex = columnIndexOf.get(name) as number;
      while (row.length <= columnIndex) row.push('');
      row[columnIndex] = (change.kind === 'append' ? cell : (cell as { after: CellValue }).after) as CellValue;
    }
  }
  trim();
  return decodeTable(table, { ...grid, values }, fr).state;
}

const seen = (state: TableState) => ({
  rows: state.rows,
  ids: [...state.byId.keys()],
  setAside: state.setAside,
  unadopted: state.unadopted,
  end: state.endRowIndex,
  raw: state.rows.map(({ rowIndex }) => state.rawOf(rowIndex)),
});

describe('applied changes', () => {
  test('are seen as a read back would give them', () => {
    let touched = 0;
    fc.assert(
      fc.property(workbookAndChanges, ({ workbook, changes }) => {
        const merged = mergeChanges(changes);
        const after = applyChanges(workbook, merged, fr);
        for (const key of changedTables) {
          expect(seen(after[key])).toEqual(seen(writtenAndRead(workbook, merged, key)));
        }
        touched += merged.length;
      }),
    );
    expect(touched).toBeGreaterThan(200);
  });

  test('leave tables alone that they do not touch, and the workbook given', () => {
    const workbook = workbookOf({ hubs: [{ id: 'HUB-000001', name: 'Atelier' }] });
    const cells = { name: { before: 'Atelier', after: 'Grenier' } };
    const change = { kind: 'update', table: 'hubs', id: 'HUB-000001', rowIndex: 2, group: 'g', cells } as const;
    const after = applyChanges(workbook, [change], fr);
    expect(after.hubs.rows[0]?.name).toBe('Grenier');
    expect(workbook.hubs.rows[0]?.name).toBe('Atelier');
    expect(after.lots).toBe(workbook.lots);
  });

  test('a row set right is sound at once, a duplicate made is frozen at once', () => {
    const workbook = workbookOf({ hubs: [{ id: 'HUB-000001' }, { id: 'HUB-000002', name: 'Grenier' }] });
    const name = { name: { before: null, after: 'Atelier' } };
    const update = { kind: 'update', table: 'hubs', id: 'HUB-000001', rowIndex: 2, group: 'g', cells: name } as const;
    expect(applyChanges(workbook, [update], fr).hubs.rows).toHaveLength(2);
    const cells = { id: 'HUB-000002', name: 'Cave' };
    const append = { kind: 'append', table: 'hubs', id: 'HUB-000002', group: 'g', cells } as const;
    const { hubs } = applyChanges(workbook, [append], fr);
    expect(hubs.setAside.map(({ id, reason }) => `${id} ${reason}`)).toEqual([
      'HUB-000001 bad-cell',
      'HUB-000002 duplicate-id',
      'HUB-000002 duplicate-id',
    ]);
  });
});
