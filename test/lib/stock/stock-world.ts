// A small shop for the tests of stock plans: rows as a person would type them, actions planned, journalled and applied as a
// host does, and undone from the journal.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import { type JournalEntry, planJournal, readJournalEntry } from '#lib/changes/journal.ts';
import { mergeChanges } from '#lib/changes/merge-changes.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { planUndo } from '#lib/changes/plan-undo.ts';
import type { Day, Instant } from '#lib/kernel/day.ts';
import { messageOf, type Problem } from '#lib/kernel/problem.ts';
import { parseSettings, type Settings } from '#lib/settings/settings.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { clockAt } from '../../support/clock-at.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { type TestRows, workbookOf } from '../../support/workbook-of.ts';

export interface StockWorld {
  readonly workbook: () => WorkbookState;
  readonly act: (plan: (context: PlanContext, meta: ActionMeta) => ActionPlan) => ActionPlan;
  /** Undoes an action by its turn, from 0. @returns what refuses it */
  readonly undo: (turn: number) => readonly Problem[];
  readonly turns: () => number;
  readonly passTo: (moment: Instant) => void;
  readonly edit: (rows: (workbook: WorkbookState) => TestRows) => void;
}

const NOON = '2026-11-22T11:00:00Z' satisfies Instant;

const shop: TestRows = {
  hubs: [
    { id: 'HUB-1', name: 'Lyon', priority: 1 },
    { id: 'HUB-2', name: 'Relais', priority: 2 },
  ],
  partners: [{ id: 'PAR-1', name: 'Ilanga', status: 'active' }],
  products: [
    { id: 'HONEY', name: 'Miel', model: 'hero', priceCents: 1500, vatRate: 0.055, dateKind: 'ddm', shelfLifeDays: 540 },
    { id: 'BALM', name: 'Baume', model: 'hero', priceCents: 2000, vatRate: 0.2, dateKind: 'no_date' },
  ],
};

export function openStockWorld(rows: TestRows = {}, changes: Partial<Settings> = {}): StockWorld {
  let workbook = workbookOf({ ...shop, ...rows });
  let now: Instant = NOON;
  const entries: JournalEntry[] = [];
  const context = (): PlanContext => {
    const settings = { ...parseSettings(workbook.settings).settings, ...changes };
    return { workbook, clock: clockAt(now), settings, words: fr };
  };
  const write = (head: { readonly actionId: string; readonly undoes?: string }, plan: Pick<ActionPlan, 'changes'>) => {
    const changed = mergeChanges(plan.changes);
    const said = { ...head, action: head.actionId, summary: '', who: 'Ana', at: now };
    const journalled = planJournal(said, changed, workbook, () => 'JRN-1');
    const entry = readJournalEntry(journalled.map(({ cells }) => ({ ...cells, rowIndex: 0 }) as never));
    if (entry !== null) entries.push(entry);
    workbook = applyChanges(workbook, changed, fr);
  };
  return {
    workbook: () => workbook,
    turns: () => entries.length,
    passTo: (moment) => {
      now = moment;
    },
    edit: (change) => {
      const kept = Object.fromEntries(Object.entries(workbook).map(([key, state]) => [key, state.rows]));
      workbook = workbookOf({ ...(kept as TestRows), ...change(workbook) });
    },
    act(plan) {
      const actionId = `a-${entries.length}`;
      const planned = plan(context(), { actionId, who: 'Ana' });
      if (planned.refusals.length === 0) write({ actionId }, planned);
      return planned;
    },
    undo(turn) {
      const entry = entries[turn] as JournalEntry;
      const actionId = `u-${entries.length}`;
      const { changes: inverse, problems } = planUndo(context(), { entry, later: entries.slice(turn + 1), actionId });
      if (problems.length === 0) write({ actionId, undoes: entry.actionId }, { changes: inverse });
      return problems;
    },
  };
}

/** A lot with the movement that filled it. */
export function lotsWith(
  ...lots: readonly {
    readonly id: string;
    readonly productId?: string;
    readonly hubId?: string;
    readonly receivedOn?: Day;
    readonly bestBeforeOn?: Day | null;
    readonly dateKind?: 'ddm' | 'dlc' | 'no_date';
    readonly onHand: number;
    readonly reserved?: number;
    readonly status?: 'available' | 'quarantined' | 'exhausted';
    readonly unitCostCents?: number;
  }[]
): TestRows {
  const usual = { productId: 'HONEY', hubId: 'HUB-1', receivedOn: '2026-01-10', dateKind: 'ddm', reserved: 0 } as const;
  const full = lots.map((lot) => ({ ...usual, status: 'available' as const, unitCostCents: 500, ...lot }));
  return {
    lots: full.map((lot) => ({ ...lot, initialQuantity: lot.onHand })),
    movements: full
      .filter(({ onHand }) => onHand !== 0)
      .map(({ id, productId, hubId, receivedOn, onHand, unitCostCents }, index) => ({
        id: `MVT-${index + 1}`,
        on: receivedOn,
        at: `${receivedOn}T09:00:00Z` as Instant,
        lotId: id,
        productId,
        hubId,
        kind: 'receipt' as const,
        quantity: onHand,
        unitCostCents,
      })),
  };
}

export const lotTable = (world: StockWorld): string[] =>
  rowsAsText(world.workbook().lots.rows, 'id', 'onHand', 'reserved', 'status');

/** Movements of the last action. */
export function movedBy({ changes }: ActionPlan): string[] {
  return changes.flatMap(({ table, kind, cells }) =>
    table === 'movements' && kind === 'append' ? [`${cells.lotId} | ${cells.kind} | ${cells.quantity}`] : [],
  );
}

export const said = (problems: readonly Problem[]): string[] => problems.map((found) => messageOf(found, fr));
export const codes = (problems: readonly Problem[]): string[] => problems.map(({ code }) => code);
