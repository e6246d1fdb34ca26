// Every row typed badly on purpose gives the Problem it declares, at its cell, and harms no other row.
import { expect, test } from 'vitest';
import { type UglyRow, uglyRows } from '#demo/ugly-rows.ts';
import { planAdoptRows } from '#lib/changes/plan-adopt-rows.ts';
import { findProblems } from '#lib/checks/find-problems.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import { defaultSettings } from '#lib/tables/default-settings.ts';
import { cellName } from '#lib/tables/definition/grid.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { clockAt } from '../support/clock-at.ts';
import { demoShop, demoWorkbook, LAST_DAY } from './demo-workbook.ts';

const clean = demoWorkbook(demoShop());
const ugly = demoWorkbook(demoShop(), uglyRows);
const problems = allProblems(ugly);

test('the shop without them has no Problem', () => {
  expect(allProblems(clean)).toEqual([]);
});

test.each(uglyRows.map((row) => [row.note, row] as const))('%s', (_note, row) => {
  const rowIndex = rowIndexOf(row);
  const here = problems.filter((found) => placeOf(found) === `${fr.tabTitle(row.table)} ${rowIndex + 1}`);
  if (row.problem === null) {
    expect(here).toEqual([]);
    return;
  }
  const declared = here.filter(({ code }) => code === row.problem);
  expect(declared.length, `${here.map(({ code }) => code)}`).toBeGreaterThan(0);
  const state: TableState = ugly[row.table];
  if (row.column !== null) {
    const cell = cellName(rowIndex, state.columnIndexOf.get(row.column) ?? -1);
    expect(declared.map(({ at }) => at?.cell)).toContain(cell);
  }
});

test('beside them only the rows whose ids they copied have a Problem', () => {
  const theirs = new Set(uglyRows.map((row) => `${fr.tabTitle(row.table)} ${rowIndexOf(row) + 1}`));
  const others = problems.filter((found) => !theirs.has(placeOf(found)));
  expect(others.map(({ code, at }) => `${code} ${at?.id}`).sort()).toEqual([
    'idTwice FER-000012',
    'idTwice PAR-000008',
  ]);
});

test('formulas and markup stay the text that was typed', () => {
  expect(ugly.customers.byId.get('CLI-A')?.name).toBe('=IMPORTXML("http://example.com/";"//title")');
  expect(ugly.customers.byId.get('CLI-B')?.name).toBe('<script>alert("bonjour")</script>');
});

test('settings typed over are those of the template', () => {
  for (const { table, over } of uglyRows) {
    if (table === 'settings' && over !== undefined) expect(defaultSettings).toHaveProperty([over]);
  }
});

function allProblems(workbook: WorkbookState): Problem[] {
  const { settings, problems: bad } = parseSettings(workbook.settings);
  const adopted = planAdoptRows({ workbook, clock: clockAt(LAST_DAY), settings, words: fr });
  return [...findProblems(workbook, fr), ...bad, ...adopted.problems];
}

/** Typed over a row, or added after the clean ones in the order of the list. */
function rowIndexOf(row: UglyRow): number {
  const state: TableState = clean[row.table];
  const typedOver = row.over === undefined ? undefined : state.byId.get(row.over);
  if (typedOver !== undefined) return typedOver.rowIndex;
  const added = uglyRows.filter((other) => other.table === row.table && other.over === undefined);
  return state.endRowIndex + added.indexOf(row);
}

/** Tab and row number. */
const placeOf = ({ at }: Problem): string => `${at?.tab} ${/\d+$/.exec(at?.cell ?? '')?.[0]}`;
