// What a commit leaves in the Journal, and what is read back of it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '#lib/changes/apply.ts';
import type { RowChange } from '#lib/changes/change-set.ts';
import { erasesSomebody } from '#lib/changes/erasure.ts';
import { planJournal, readJournalEntry } from '#lib/changes/journal.ts';
import { mergeChanges } from '#lib/changes/merge-changes.ts';
import { planCommit } from '#lib/changes/plan-commit.ts';
import type { Table } from '#lib/tables/definition/table.ts';
import { tables, type WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { workbookAndChanges } from '#test/support/random-changes.ts';
import { workbookOf } from '#test/support/workbook-of.ts';
import { headOf } from '#test/support/write-like-a-program.ts';

const empty = workbookOf({});

function journalled(changes: readonly RowChange[], workbook: WorkbookState = empty) {
  const commit = planCommit(workbook, changes, { head: { ...headOf('a1'), undoes: 'a0' } }, fr);
  const rows = commit.changes.filter((change) => change.kind === 'append' && change.table === 'journal');
  return { rows, entry: readJournalEntry(applyChanges(workbook, commit.changes, fr).journal.rows) };
}

const nameChange = (name: string, id = 'CLI-000001', rowIndex = 2): RowChange => ({
  kind: 'update',
  table: 'customers',
  id,
  rowIndex,
  group: 'g',
  cells: { name: { before: 'Zoé', after: name }, pointsBalance: { before: 1, after: 2 } },
});

describe('an entry', () => {
  test('comes back as it was written, but of an erasure what was erased', () => {
    fc.assert(
      fc.property(workbookAndChanges, ({ workbook, changes }) => {
        const merged = mergeChanges(changes);
        const { entry } = journalled(changes, workbook);
        const isErasure = erasesSomebody(merged);
        const isKept = (table: Table, name: string) => !(isErasure && table.columns[name]?.personal === true);
        const updates = merged.flatMap((change) =>
          change.kind === 'append'
            ? []
            : [
                [
                  change.table,
                  change.id,
                  change.rowIndex,
                  Object.fromEntries(
                    Object.entries(change.cells)
                      .filter(([name]) => isKept(tables[change.table], name))
                      .map(([name, { before, after }]) => [name, [before, after]]),
                  ),
                ],
              ],
        );
        const told = updates.filter(([, , , cells]) => Object.keys(cells as object).length > 0);
        const byPlace = (list: readonly unknown[]) => [...list].map((item) => JSON.stringify(sorted(item))).sort();
        expect(byPlace(entry?.updates ?? [])).toEqual(byPlace(told));
        const ids = merged.filter((change) => change.kind === 'append').map(({ table, id }) => `${table} ${id}`);
        const read = Object.entries(entry?.appended ?? {}).flatMap(([table, own]) => own.map((id) => `${table} ${id}`));
        expect(read.sort()).toEqual(ids.sort());
        expect(entry).toMatchObject({ ...headOf('a1'), undoes: 'a0' });
      }),
    );
  });

  test('keeps personal values in a cell of their own, and appended rows by id only', () => {
    const append: RowChange = {
      kind: 'append',
      table: 'customers',
      id: 'CLI-000002',
      group: 'g',
      cells: { id: 'CLI-000002', name: 'Léa Martin', email: 'lea@exemple.fr' },
    };
    const { rows } = journalled([nameChange('Zoé Petit'), append]);
    const { personal, ...others } = (rows[0]?.cells ?? {}) as Record<string, unknown>;
    expect(personal).toContain('Zoé Petit');
    expect(JSON.stringify(others)).not.toMatch(/Zoé|Léa|exemple\.fr/);
    expect(others.updates).toBe('[["customers","CLI-000001",2,{"pointsBalance":[1,2]}]]');
  });

  test('longer than a cell goes on in further rows, each under Google’s 50,000 characters', () => {
    const names = Array.from({ length: 60 }, (_, index) =>
      `😀${'é'.repeat(1000)}"\\\n`.repeat(4).slice(2 * (index % 4)),
    );
    const changes = names.map((name, index) => nameChange(name, `CLI-${index}`, 2 + index));
    const { rows, entry } = journalled(changes);
    expect(rows.length).toBeGreaterThan(4);
    for (const { cells } of rows) {
      for (const cell of Object.values(cells)) {
        if (typeof cell !== 'string') continue;
        expect(cell.length).toBeLessThanOrEqual(50_000);
        expect(cell.isWellFormed()).toBe(true);
      }
    }
    expect(entry?.updates).toHaveLength(60);
    expect(entry?.updates.map(([, , , cells]) => cells.name?.[1])).toEqual(names);
    expect(rows.map(({ id }) => id).slice(0, 2)).toEqual(['JRN-000001', 'JRN-000002']);
  });

  test('leaves Système and the Journal itself out', () => {
    const cells = { value: { before: '1', after: '2' } };
    const system: RowChange = { kind: 'update', table: 'system', id: 'x', rowIndex: 2, group: 'g', cells };
    let number = 0;
    const [row, ...more] = planJournal(headOf('a'), [system], empty, () => `JRN-${++number}`);
    expect(more).toEqual([]);
    expect(row?.cells).toMatchObject({ updates: null, appended: null, ranges: null, part: 1 });
  });
});

describe('damaged by hand', () => {
  const { rows } = journalled(
    Array.from({ length: 40 }, (_, index) => nameChange('x'.repeat(3000), `CLI-${index}`, 2 + index)),
  );
  const read = (change: (cells: Record<string, unknown>, index: number) => Record<string, unknown> | null) => {
    const given = rows.flatMap(({ cells }, index): Record<string, unknown>[] => {
      const changed = change({ ...cells }, index);
      return changed === null ? [] : [changed];
    });
    const changes = given.map(
      (cells): RowChange => ({
        kind: 'append',
        table: 'journal',
        id: String(cells.id),
        group: 'g',
        cells: cells as never,
      }),
    );
    return readJournalEntry(applyChanges(empty, changes, fr).journal.rows);
  };

  test('whole, it is read', () => {
    expect(rows.length).toBeGreaterThan(1);
    expect(read((cells) => cells)?.updates).toHaveLength(40);
  });

  test.each<[string, Parameters<typeof read>[0]]>([
    ['a part is missing', (cells, index) => (index === 1 ? null : cells)],
    ['the first part is missing', (cells, index) => (index === 0 ? null : cells)],
    ['its JSON is cut', (cells, index) => (index === 1 ? { ...cells, personal: '[["cust' } : cells)],
    ['its JSON is something else', (cells, index) => (index === 0 ? { ...cells, appended: 'bonjour' } : cells)],
    ['its JSON is of another shape', (cells, index) => (index === 0 ? { ...cells, updates: '{"a":1}' } : cells)],
    ['a list is a number', (cells, index) => (index === 0 ? { ...cells, appended: '{"hubs":3}' } : cells)],
    ['a table is unknown', (cells, index) => ({ ...cells, updates: index === 0 ? '[["nulle_part","X",2,{}]]' : null })],
    [
      'a cell is a list',
      (cells, index) => ({ ...cells, updates: index === 0 ? '[["hubs","X",2,{"name":[[],2]}]]' : null }),
    ],
  ])('%s: nothing is read of it', (_, change) => {
    expect(read(change)).toBeNull();
  });

  test('no rows are no entry', () => {
    expect(readJournalEntry([])).toBeNull();
  });
});

test('every personal column of every table is known as such', () => {
  const personal = Object.values(tables).flatMap((table) =>
    Object.entries(table.columns).flatMap(([name, column]) => (column.personal ? [`${table.key}.${name}`] : [])),
  );
  expect(personal).toEqual(
    expect.arrayContaining(['customers.name', 'customers.email', 'journal.who', 'journal.personal']),
  );
});

function sorted(item: unknown): unknown {
  if (Array.isArray(item)) return item.map(sorted);
  if (typeof item !== 'object' || item === null) return item;
  return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
}
