// Changes as Sheets requests: neighbours share one, text stays text, an empty value clears, appended rows bring their formats.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RowUpdate } from '#lib/changes/change-set.ts';
import { encodeRequests } from '#lib/changes/encode-requests.ts';
import { mergeChanges } from '#lib/changes/merge-changes.ts';
import type { SheetsRequest } from '#lib/changes/sheets-request.ts';
import { typedCell } from '#lib/changes/sheets-request.ts';
import { tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { workbookAndChanges } from '#test/support/random-changes.ts';
import { workbookOf } from '#test/support/workbook-of.ts';

const workbook = workbookOf({
  hubs: Array.from({ length: 4 }, (_, index) => ({ id: `HUB-00000${index + 1}`, name: `Hub ${index}` })),
});

const update = (rowIndex: number, cells: Record<string, string | number | null>): RowUpdate => ({
  kind: 'update',
  table: 'hubs',
  id: `HUB-00000${rowIndex - 1}`,
  rowIndex,
  group: 'g',
  cells: Object.fromEntries(Object.entries(cells).map(([name, after]) => [name, { before: null, after }])),
});

/** `row,column` → typed value, of all updateCells. */
function writtenCells(requests: readonly SheetsRequest[]): Map<string, unknown> {
  const written = new Map<string, unknown>();
  for (const request of requests) {
    if (!('updateCells' in request)) continue;
    const { start, rows } = request.updateCells;
    rows.forEach(({ values }, down) => {
      values.forEach((cell, across) => {
        const place = `${start.sheetId}:${start.rowIndex + down},${start.columnIndex + across}`;
        expect(written.has(place)).toBe(false);
        written.set(place, cell.userEnteredValue ?? null);
      });
    });
  }
  return written;
}

describe('updates', () => {
  test('of neighbouring columns and rows share one request', () => {
    const changes = [2, 3, 4].map((rowIndex) => update(rowIndex, { address: 'a', postalCode: '0', name: 'n' }));
    const requests = encodeRequests(changes, workbook, fr);
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      updateCells: {
        start: { sheetId: tables.hubs.sheetId, rowIndex: 2, columnIndex: 1 },
        fields: 'userEnteredValue',
      },
    });
  });

  test('apart stay apart', () => {
    const changes = [update(2, { name: 'n', city: 'c' }), update(4, { name: 'n' })];
    expect(encodeRequests(changes, workbook, fr)).toHaveLength(3);
  });

  test('write each cell once, with its value, and no other cell', () => {
    fc.assert(
      fc.property(workbookAndChanges, ({ workbook: some, changes }) => {
        const merged = mergeChanges(changes);
        const meant = new Map<string, unknown>();
        for (const change of merged) {
          if (change.kind === 'append') continue;
          for (const [name, { after }] of Object.entries(change.cells)) {
            const { table, columnIndexOf } = some[change.table];
            meant.set(
              `${table.sheetId}:${change.rowIndex},${columnIndexOf.get(name)}`,
              typedCell(after).userEnteredValue ?? null,
            );
          }
        }
        expect(writtenCells(encodeRequests(merged, some, fr))).toEqual(meant);
      }),
    );
  });
});

describe('typed values', () => {
  test.each([
    ['=1+1', { stringValue: '=1+1' }],
    ['007', { stringValue: '007' }],
    ['1-2', { stringValue: '1-2' }],
    ['TRUE', { stringValue: 'TRUE' }],
    ["'x", { stringValue: "'x" }],
    ['<script>', { stringValue: '<script>' }],
    [12.5, { numberValue: 12.5 }],
    [true, { boolValue: true }],
    [null, undefined],
  ])('%s', (cell, value) => {
    expect(typedCell(cell).userEnteredValue).toEqual(value);
  });
});

describe('appended rows', () => {
  const cells = { id: 'HUB-000009', name: '=A1', priority: 3 };
  const append = { kind: 'append' as const, table: 'hubs' as const, id: 'HUB-000009', group: 'g', cells };

  test('of a table share one request and carry format and validation', () => {
    const [request, ...others] = encodeRequests([append, { ...append, id: 'HUB-000010' }], workbook, fr);
    expect(others).toEqual([]);
    if (request === undefined || !('appendCells' in request)) throw new Error('no appendCells');
    const { rows, fields, sheetId } = request.appendCells;
    expect([sheetId, fields]).toEqual([
      tables.hubs.sheetId,
      'userEnteredValue,userEnteredFormat.numberFormat,dataValidation',
    ]);
    expect(rows).toHaveLength(2);
    const column = (name: string) => rows[0]?.values[workbook.hubs.columnIndexOf.get(name) ?? -1];
    expect(column('name')).toEqual({
      userEnteredValue: { stringValue: '=A1' },
      userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } },
    });
    expect(column('parcelCostCents')).toEqual({
      userEnteredFormat: { numberFormat: { type: 'CURRENCY', pattern: '#,##0.00 [$€]' } },
    });
  });

  test('get a check box only where they hold a yes or a no: an empty box would say no', () => {
    const boxOf = (active: boolean | null) => {
      const [request] = encodeRequests([{ ...append, cells: { ...cells, active } }], workbook, fr);
      if (request === undefined || !('appendCells' in request)) throw new Error('no appendCells');
      return request.appendCells.rows[0]?.values[workbook.hubs.columnIndexOf.get('active') ?? -1];
    };
    expect(boxOf(true)?.dataValidation?.condition.type).toBe('BOOLEAN');
    expect(boxOf(null)).toEqual({});
  });

  test('leave out what has no column in the sheet', () => {
    const { hubs } = workbook;
    const narrow = { ...hubs, columnIndexOf: new Map([...hubs.columnIndexOf].filter(([name]) => name !== 'priority')) };
    const [request] = encodeRequests([append], { ...workbook, hubs: narrow }, fr);
    expect(JSON.stringify(request)).not.toContain('numberValue');
  });
});
