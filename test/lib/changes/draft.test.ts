// Where a plan collects its changes: what it refuses, what it drops, which ids it gives.
import { describe, expect, test } from 'vitest';
import { createDraft } from '#lib/changes/draft.ts';
import { decodeTable } from '#lib/tables/definition/decode-table.ts';
import { tables, type WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { raw, type TestRows, typedFormula, workbookOf } from '#test/support/workbook-of.ts';

const hub = (number: number, more: object = {}) => ({ id: `HUB-00000${number}`, name: `Hub ${number}`, ...more });
const draftOn = (rows: TestRows, without: Parameters<typeof workbookOf>[1] = []) => {
  const workbook = workbookOf(rows, without);
  return { workbook, draft: createDraft(workbook, fr) };
};
const codes = (draft: ReturnType<typeof createDraft>) => draft.changeSet().problems.map(({ code }) => code);

describe('an update', () => {
  test('keeps before and after, and drops cells that are so already', () => {
    const { workbook, draft } = draftOn({ hubs: [hub(1, { priority: 2, parcelCostCents: 450 })] });
    const [row] = workbook.hubs.rows;
    if (row === undefined) throw new Error('no row');
    draft.update(workbook.hubs, row, { priority: 2, parcelCostCents: 500, city: null, name: 'Hub 1' });
    draft.update(workbook.hubs, row, { priority: 2 });
    expect(draft.changeSet().changes).toEqual([
      {
        kind: 'update',
        table: 'hubs',
        id: 'HUB-000001',
        rowIndex: 2,
        group: 'hubs/HUB-000001',
        cells: { parcelCostCents: { before: 4.5, after: 5 } },
      },
    ]);
  });

  test('never replaces a person’s formula; the row’s other cells are written', () => {
    const { workbook, draft } = draftOn({ hubs: [hub(1, { priority: typedFormula(3) })] });
    draft.update(workbook.hubs, { id: 'HUB-000001', rowIndex: 2 }, { priority: 5, city: 'Lille' });
    expect(draft.changeSet().changes.map(({ cells }) => Object.keys(cells))).toEqual([['city']]);
    expect(draft.changeSet().problems).toMatchObject([
      { code: 'cellHoldsFormula', at: { tab: workbook.hubs.title, cell: 'G3', id: 'HUB-000001' } },
    ]);
  });

  test('leaves a formula alone that gives the value wanted, and says nothing', () => {
    const { workbook, draft } = draftOn({ hubs: [hub(1, { priority: typedFormula(5) })] });
    draft.update(workbook.hubs, { id: 'HUB-000001', rowIndex: 2 }, { priority: 5 });
    expect(draft.changeSet()).toEqual({ changes: [], problems: [] });
  });

  test('of a column that the sheet has no more is left out: it is a Problem already', () => {
    const workbook = withoutColumn(workbookOf({ hubs: [hub(1)] }), 'priority');
    const draft = createDraft(workbook, fr);
    draft.update(workbook.hubs, { id: 'HUB-000001', rowIndex: 2 }, { priority: 5, city: 'Lille' });
    expect(draft.changeSet().changes.map(({ cells }) => Object.keys(cells))).toEqual([['city']]);
  });

  test('of a table that cannot be read writes nothing', () => {
    const { workbook, draft } = draftOn({}, ['hubs']);
    draft.update(workbook.hubs, { id: 'HUB-000001', rowIndex: 2 }, { priority: 5 });
    draft.append(workbook.hubs, { id: 'HUB-000002', name: 'x' });
    draft.adopt(workbook.hubs, 2, { name: 'x' });
    expect(draft.changeSet().changes).toEqual([]);
  });

  test('of rows that share an id writes nothing but what is said of them', () => {
    const { workbook, draft } = draftOn({ hubs: [hub(1), hub(1)] });
    for (const rowIndex of [2, 3]) {
      draft.update(workbook.hubs, { id: 'HUB-000001', rowIndex }, { priority: 5, check: 'deux fois' });
    }
    expect(draft.changeSet().changes.map(({ cells }) => Object.keys(cells))).toEqual([['check'], ['check']]);
  });

  test('longer than a cell may be is a Problem, not a refused batch', () => {
    const { workbook, draft } = draftOn({ hubs: [hub(1)] });
    draft.update(workbook.hubs, { id: 'HUB-000001', rowIndex: 2 }, { note: 'x'.repeat(50_001), city: 'Lille' });
    draft.append(workbook.hubs, { id: 'HUB-000002', name: 'y', note: 'x'.repeat(50_001) });
    expect(draft.changeSet().changes.map(({ cells }) => Object.keys(cells))).toEqual([['city'], ['id', 'name']]);
    expect(codes(draft)).toEqual(['rowTooLong', 'rowTooLong']);
  });
});

describe('the next id', () => {
  const nextIds = (rows: TestRows) => {
    const { workbook, draft } = draftOn(rows);
    return [draft.nextId(workbook.hubs), draft.nextId(workbook.hubs)];
  };
  const counter = (value: string) => ({ system: [{ id: 'counter.HUB', value }] });

  test.each<[string, TestRows, string[]]>([
    ['the counter', counter('7'), ['HUB-000008', 'HUB-000009']],
    [
      'the greatest id, when a person typed a higher one',
      { ...counter('1'), hubs: [hub(5)] },
      ['HUB-000006', 'HUB-000007'],
    ],
    ['a frozen row’s id too', { hubs: [hub(4), hub(4)] }, ['HUB-000005', 'HUB-000006']],
    ['a row’s id whose cells are bad', { hubs: [{ id: 'HUB-000009', name: raw(null) }] }, ['HUB-000010', 'HUB-000011']],
    ['nothing, in a new workbook', {}, ['HUB-000001', 'HUB-000002']],
    [
      'the ids seen, when the counter was typed over',
      { ...counter('beaucoup'), hubs: [hub(3)] },
      ['HUB-000004', 'HUB-000005'],
    ],
  ])('follows %s', (_, rows, ids) => {
    expect(nextIds(rows)).toEqual(ids);
  });
});

function withoutColumn(workbook: WorkbookState, name: string): WorkbookState {
  const { grid, columnIndexOf } = workbook.hubs;
  const gone = columnIndexOf.get(name);
  const values = grid.values.map((row) => row.filter((_, column) => column !== gone));
  return { ...workbook, hubs: decodeTable(tables.hubs, { ...grid, values }, fr).state };
}
