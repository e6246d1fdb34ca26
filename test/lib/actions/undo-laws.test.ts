// Law: whatever actions are done in whatever order, undone last first they bring back every cell that stood before, and
// what each lot holds; an undo that cannot be done names what stands in its way. On the demo shop, filled in without a plan.
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { ACTION_ID_PREFIX, planUndoRun } from '#lib/actions/plan-undo-run.ts';
import { actions } from '#lib/actions/registry.ts';
import { openActionForm, type PlannedRun, planAction, planContextOf } from '#lib/actions/run-action.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import { planCommit } from '#lib/changes/plan-commit.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { type TableKey, tables, type WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { demoShop, demoWorkbook, LAST_DAY } from '#test/demo/demo-workbook.ts';
import { clockAt } from '#test/support/clock-at.ts';
import { fillForm } from '#test/support/shop-form.ts';

const clock = clockAt(LAST_DAY);
const start = demoWorkbook(demoShop());
const doing = actions.filter(({ id, isReading }) => !id.startsWith('print-') && isReading !== true);
/** Actions that want the same lots and lines, so that they get into each other’s way often enough. */
const colliding = doing.filter(({ menu }) => menu === 'stock' || menu === 'purchases' || menu === 'orders');
const done = new Map<string, number>();

const step = fc.record({ action: fc.constantFrom(...doing), pick: fc.nat({ max: 40 }), row: fc.nat({ max: 400 }) });
/** Few rows besides, for the same reason. */
const crowded = fc.record({ action: fc.constantFrom(...colliding), pick: fc.nat({ max: 1 }), row: fc.nat({ max: 3 }) });
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function planStep({ action, pick, row }: Step, workbook: WorkbookState, actionId: string): PlannedRun | null {
  const context = planContextOf(workbook, clock, fr);
  const table = action.startsFrom[row % 2];
  const rows = table === undefined ? [] : (workbook[table] as TableState).rows;
  const selected = rows[rows.length - 1 - (row % Math.max(1, rows.length))];
  const selection = table === undefined || selected === undefined ? null : { table, id: String(selected.id) };
  const raw = fillForm(openActionForm(action, context, selection), LAST_DAY, {}, pick);
  const plan = planAction(action, context, raw, selection, { actionId, who: 'Léa' });
  return plan.kind === 'planned' && plan.refusals.length === 0 && plan.changes.length > 0 ? plan : null;
}

function committed(workbook: WorkbookState, plan: PlannedRun, actionId: string): WorkbookState {
  const undoes = plan.undoes === undefined ? {} : { undoes: plan.undoes };
  const head = { actionId, action: plan.label, summary: plan.summary, who: 'Léa', at: clock.now, ...undoes };
  return applyChanges(workbook, planCommit(workbook, plan.changes, { head }, fr).changes, fr);
}

/** Cells that stood at the start and differ now. */
function lostCells(now: WorkbookState): string[] {
  return (Object.keys(tables) as TableKey[]).flatMap((key) => {
    if (key === 'journal' || key === 'system') return [];
    const before: TableState = start[key];
    return before.rows.flatMap(({ id, rowIndex }) => {
      const [was, is] = [before.rawOf(rowIndex), (now[key] as TableState).rawOf(rowIndex)];
      const names = Object.keys(was).filter((name) => (was[name] ?? '') !== (is[name] ?? ''));
      return names.map((name) => `${key} ${id} ${name}: ${was[name]} → ${is[name]}`);
    });
  });
}

function unitsByLot({ movements }: WorkbookState): ReadonlyMap<string, number> {
  const units = new Map<string, number>();
  for (const { lotId, quantity } of movements.rows) units.set(lotId, (units.get(lotId) ?? 0) + quantity);
  return units;
}

interface Played {
  readonly workbook: WorkbookState;
  /** Oldest first. */
  readonly actionIds: readonly string[];
}

function play(steps: readonly Step[]): Played {
  let workbook = start;
  const actionIds: string[] = [];
  for (const [index, each] of steps.entries()) {
    const actionId = `${ACTION_ID_PREFIX}${index}`;
    const plan = planStep(each, workbook, actionId);
    if (plan === null) continue;
    workbook = committed(workbook, plan, actionId);
    actionIds.push(actionId);
    done.set(each.action.id, (done.get(each.action.id) ?? 0) + 1);
  }
  return { workbook, actionIds };
}

function planUndoOf(target: string, workbook: WorkbookState): PlannedRun {
  const meta = { actionId: `${ACTION_ID_PREFIX}undo-${target}`, who: 'Léa' };
  return planUndoRun(planContextOf(workbook, clock, fr), target, meta);
}

function expectBooksBalance(workbook: WorkbookState): void {
  const units = unitsByLot(workbook);
  for (const { id, onHand, reserved } of workbook.lots.rows) {
    expect(units.get(id) ?? 0, id).toBe(onHand);
    expect(Math.min(onHand, reserved), id).toBeGreaterThanOrEqual(0);
  }
}

test('undone last first, everything is as it was', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
      const { workbook: played, actionIds } = play(steps);
      let workbook = played;
      for (const target of [...actionIds].reverse()) {
        const plan = planUndoOf(target, workbook);
        expect(plan.refusals).toEqual([]);
        workbook = committed(workbook, plan, `${ACTION_ID_PREFIX}undo-${target}`);
      }
      expect(lostCells(workbook)).toEqual([]);
      expectBooksBalance(workbook);
    }),
    { numRuns: 120 },
  );
});

test('undone out of order, it says what stands in the way, or the books still balance', () => {
  let refused = 0;
  let undone = 0;
  fc.assert(
    fc.property(fc.array(crowded, { minLength: 4, maxLength: 9 }), (steps) => {
      const { workbook, actionIds } = play(steps);
      const [first] = actionIds;
      if (first === undefined) return;
      const plan = planUndoOf(first, workbook);
      if (plan.refusals.length === 0) {
        undone += 1;
        expectBooksBalance(committed(workbook, plan, `${ACTION_ID_PREFIX}undo-${first}`));
        return;
      }
      refused += 1;
      expect(plan.changes).toEqual([]);
      for (const found of plan.refusals) expect(messageOf(found, fr)).toMatch(/[A-Z]{3}-\d{6}|«/);
    }),
    { numRuns: 80 },
  );
  expect(Math.min(refused, undone), `${refused} refused, ${undone} undone`).toBeGreaterThan(2);
});

// The law says nothing of actions that the generator never gets to agree.
afterAll(() => {
  expect(done.size, JSON.stringify([...done])).toBeGreaterThan(12);
});
