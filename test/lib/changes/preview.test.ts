// What a person reads before confirming is what the commit writes: every cell of it, in the workbook's words, and nothing else.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RowChange } from '#lib/changes/change-set.ts';
import { planCommit } from '#lib/changes/plan-commit.ts';
import { previewOf, showCell } from '#lib/changes/preview.ts';
import type { SheetsCell } from '#lib/changes/sheets-request.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { tables, type WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { workbookAndChanges } from '#test/support/random-changes.ts';
import { workbookOf } from '#test/support/workbook-of.ts';
import { headOf } from '#test/support/write-like-a-program.ts';

const SILENT: readonly number[] = [tables.system.sheetId, tables.journal.sheetId];

/** `tab|header|after` of every cell that the batch puts a value into, or clears. */
function written(workbook: WorkbookState, changes: readonly RowChange[]): string[] {
  const { body } = planCommit(workbook, changes, { head: headOf('a') }, fr);
  const states = Object.values(workbook) as unknown as TableState[];
  const cells: string[] = [];
  const add = (sheetId: number, column: number, cell: SheetsCell) => {
    const state = states.find(({ table }) => table.sheetId === sheetId);
    const name = [...(state?.columnIndexOf ?? [])].find(([, index]) => index === column)?.[0] ?? '';
    const value = cell.userEnteredValue;
    const after = value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? null;
    const type = state?.table.columns[name]?.type ?? { kind: 'text' };
    cells.push(`${state?.title}|${fr.header(state?.table.key as never, name as never)}|${showCell(type, after, fr)}`);
  };
  for (const request of body.requests) {
    if ('updateCells' in request) {
      const { start, rows } = request.updateCells;
      if (SILENT.includes(start.sheetId)) continue;
      for (const { values } of rows) {
        values.forEach((cell, index) => {
          add(start.sheetId, start.columnIndex + index, cell);
        });
      }
    } else if ('appendCells' in request && !SILENT.includes(request.appendCells.sheetId)) {
      for (const { values } of request.appendCells.rows) {
        values.forEach((cell, index) => {
          if (cell.userEnteredValue !== undefined) add(request.appendCells.sheetId, index, cell);
        });
      }
    }
  }
  return cells.sort();
}

describe('the preview', () => {
  test('lists exactly what the commit writes, Système and the Journal aside', () => {
    let cells = 0;
    fc.assert(
      fc.property(workbookAndChanges, ({ workbook, changes }) => {
        const shown = previewOf(changes, workbook, fr)
          .flatMap((line) => line.cells.map(({ header, after }) => `${line.tab}|${header}|${after}`))
          .sort();
        expect(shown).toEqual(written(workbook, changes));
        cells += shown.length;
      }),
    );
    expect(cells).toBeGreaterThan(500);
  });

  test('shows before and after as the sheet does, and rows without id by their number', () => {
    const workbook = workbookOf({ hubs: [{ name: 'Neuf', parcelCostCents: 123_450, active: true }] });
    const cells = {
      id: { before: null, after: 'HUB-000001' },
      parcelCostCents: { before: 1234.5, after: 1.005 },
      active: { before: true, after: null },
    };
    const [line] = previewOf(
      [{ kind: 'update', table: 'hubs', id: null, rowIndex: 2, group: 'g', cells }],
      workbook,
      fr,
    );
    expect(line).toMatchObject({ tab: 'Hubs', kind: 'update' });
    expect(line?.id).toContain('3');
    expect(line?.cells.map(({ before, after }) => `${before} → ${after}`)).toEqual([
      ' → HUB-000001',
      '1 234,50 € → 1,01 €',
      'oui → ',
    ]);
  });

  test('says a cell changed twice once, first before to last after', () => {
    const workbook = workbookOf({ hubs: [{ id: 'HUB-000001', name: 'Un', priority: 1 }] });
    const step = (before: number, after: number): RowChange => ({
      kind: 'update',
      table: 'hubs',
      id: 'HUB-000001',
      rowIndex: 2,
      group: 'g',
      cells: { priority: { before, after } },
    });
    const lines = previewOf([step(1, 2), step(2, 3)], workbook, fr);
    expect(lines.flatMap((line) => line.cells.map(({ before, after }) => [before, after]))).toEqual([['1', '3']]);
    expect(previewOf([step(1, 2), step(2, 1)], workbook, fr)).toEqual([]);
  });
});
