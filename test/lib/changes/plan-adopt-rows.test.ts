// Rows typed by hand get an id and the defaults of their empty cells; what a person typed stays.
import { describe, expect, test } from 'vitest';
import { applyChanges } from '#lib/changes/apply.ts';
import { planAdoptRows } from '#lib/changes/plan-adopt-rows.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import { tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { clockAt } from '#test/support/clock-at.ts';
import { raw, type TestRows, workbookOf } from '#test/support/workbook-of.ts';

const clock = clockAt('2026-11-22');

function adopt(rows: TestRows) {
  const workbook = workbookOf(rows);
  const { settings } = parseSettings(workbook.settings);
  const plan = planAdoptRows({ workbook, clock, settings, words: fr });
  return { workbook, plan, after: applyChanges(workbook, plan.changes, fr), settings };
}

describe('a row without id', () => {
  test('gets the next ids in sheet order, defaults where it is empty, and keeps what was typed', () => {
    const typed = [
      { name: 'Un', priority: 4 },
      { id: 'HUB-000004', name: 'Deux' },
      { name: 'Trois', active: false },
    ];
    const { after, plan } = adopt({ hubs: typed });
    expect(after.hubs.rows.map(({ id, name, priority, active }) => [id, name, priority, active])).toEqual([
      ['HUB-000005', 'Un', 4, true],
      ['HUB-000004', 'Deux', null, null],
      ['HUB-000006', 'Trois', 1, false],
    ]);
    expect(plan.problems).toEqual([]);
    expect(plan.changes.every((change) => change.kind === 'update' && change.id === null)).toBe(true);
  });

  test('is adopted once: planned again on the result, nothing is planned', () => {
    const { after, settings } = adopt({ hubs: [{ name: 'Un' }], tickets: [{ subject: 'Bonjour' }] });
    expect(planAdoptRows({ workbook: after, clock, settings, words: fr }).changes).toEqual([]);
  });

  test('today and now are the clock’s, in the workbook’s zone', () => {
    const { after } = adopt({ orders: [{ note: 'à la main' }] });
    const defaults = Object.entries(tables.orders.columns).filter(
      ([, { adoptAs }]) => adoptAs === 'today' || adoptAs === 'now',
    );
    expect(defaults.length).toBeGreaterThan(0);
    const cells = [...after.orders.rows, ...after.orders.setAside.map((row) => row.cells)][0] as Record<
      string,
      unknown
    >;
    for (const [name, { adoptAs }] of defaults) {
      expect(cells[name]).toBe(adoptAs === 'today' ? '2026-11-22' : '2026-11-22T12:00:00');
    }
  });

  test('in a tab whose ids people give is a Problem at its cell', () => {
    const { plan, workbook } = adopt({ settings: [{ value: raw(3) }] });
    expect(plan.changes).toEqual([]);
    expect(plan.problems).toMatchObject([{ code: 'idMissing', at: { tab: workbook.settings.title, cell: 'A3' } }]);
  });

  test('with a cell that cannot be read is adopted all the same, and set aside until it is cured', () => {
    const { after } = adopt({ hubs: [{ name: raw('#REF!') }] });
    expect(after.hubs.setAside).toMatchObject([{ id: 'HUB-000001', reason: 'bad-cell' }]);
  });

  test('is left where only some rows were read', () => {
    const workbook = workbookOf({ journal: [{ action: 'x' }] });
    const partial = {
      ...workbook,
      journal: { ...workbook.journal, grid: { ...workbook.journal.grid, partial: true as const } },
    };
    const { settings } = parseSettings(workbook.settings);
    expect(planAdoptRows({ workbook: partial, clock, settings, words: fr }).changes).toEqual([]);
  });
});
