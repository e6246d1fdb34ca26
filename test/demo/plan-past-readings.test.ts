// The past readings of the demo shop: weekly, each figure once a day, none that only tonight could know.
import { expect, test } from 'vitest';
import { planPastReadings } from '#demo/plan-past-readings.ts';
import { dayFromSerial, daysBetween } from '#lib/kernel/day.ts';
import { kpiHistory } from '#lib/tables/kpi-history.ts';
import { demoShop, demoWorkbook, LAST_DAY } from './demo-workbook.ts';

interface Cell {
  readonly userEnteredValue?: { readonly stringValue?: string; readonly numberValue?: number };
}
interface Append {
  readonly appendCells?: { readonly sheetId: number; readonly rows: readonly { readonly values: readonly Cell[] }[] };
}

const tabs = Object.values(demoWorkbook(demoShop())).map(({ grid }) => grid);
const bodies = planPastReadings(tabs, `${LAST_DAY}T02:00:00Z`);
const columns = Object.keys(kpiHistory.columns);
const readings = bodies
  .flatMap(({ requests }) => requests as readonly Append[])
  .flatMap(({ appendCells }) => (appendCells?.sheetId === kpiHistory.sheetId ? appendCells.rows : []))
  .map(({ values }) => {
    const cell = (name: string) => values[columns.indexOf(name)]?.userEnteredValue;
    return {
      id: cell('id')?.stringValue ?? '',
      kpiId: cell('kpiId')?.stringValue ?? '',
      on: dayFromSerial(cell('on')?.numberValue ?? 0),
      value: cell('value')?.numberValue,
    };
  });

test('are a week apart, the last one a week before', () => {
  const days = [...new Set(readings.map(({ on }) => on))].flatMap((on) => (on === null ? [] : [on])).sort();
  expect(days).toHaveLength(26);
  expect(days.at(-1)).toBe('2026-11-14');
  expect(days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day))).toEqual(Array(25).fill(7));
});

test('each stands once and has a value', () => {
  expect(readings.length).toBeGreaterThan(500);
  expect(new Set(readings.map(({ id }) => id)).size).toBe(readings.length);
  expect(readings.filter(({ value }) => value === undefined)).toEqual([]);
});

test('tell of stock, service and parcels, and of nothing that Stripe alone knows', () => {
  const figures = new Set(readings.map(({ kpiId }) => kpiId));
  expect(['rotation', 'hero_margin', 'csat', 'hub_delay'].filter((id) => !figures.has(id))).toEqual([]);
  expect(['points_liability', 'recovery', 'yearly_conversion'].filter((id) => figures.has(id))).toEqual([]);
});
