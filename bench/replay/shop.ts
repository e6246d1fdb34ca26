// A shop in memory for the replay: a workbook with one product and two hubs, actions planned and applied as a host would
// write them. It knows no rule of its own.
import { DateTime } from 'luxon';
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import type { RowChange } from '#lib/changes/change-set.ts';
import { createDraft, type Draft } from '#lib/changes/draft.ts';
import { type JournalEntry, planJournal, readJournalEntry } from '#lib/changes/journal.ts';
import { mergeChanges } from '#lib/changes/merge-changes.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { planUndo } from '#lib/changes/plan-undo.ts';
import type { Clock } from '#lib/kernel/clock.ts';
import type { Day, Instant, WallTime } from '#lib/kernel/day.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import { parseSettings, type Settings } from '#lib/settings/settings.ts';
import { decodeTable } from '#lib/tables/definition/decode-table.ts';
import type { Grid } from '#lib/tables/definition/grid.ts';
import type { Table } from '#lib/tables/definition/table.ts';
import { type TableKey, tables, type WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';

export const PRODUCT = 'P';
export const HUB = 'HUB-000001';

export interface Shop {
  readonly workbook: () => WorkbookState;
  readonly context: (today: Day) => PlanContext;
  /** Rows as a person would type them. */
  readonly type: (write: (draft: Draft, workbook: WorkbookState) => void) => void;
  /** Plans an action and writes it; a refusal writes nothing. */
  readonly act: (today: Day, plan: (context: PlanContext, meta: ActionMeta) => ActionPlan) => ActionPlan;
  /** Undoes an action by its turn (1 is the first). @returns what refuses it */
  readonly undo: (turn: number, today: Day) => readonly Problem[];
}

export function openShop(changes: Partial<Settings> = {}): Shop {
  let workbook = emptyWorkbook();
  const entries: JournalEntry[] = [];
  const settings = { ...parseSettings(workbook.settings).settings, ...changes };
  const context = (today: Day): PlanContext => ({
    workbook,
    clock: clockOn(today, entries.length),
    settings,
    words: fr,
  });
  const apply = (written: readonly RowChange[]) => {
    workbook = applyChanges(workbook, mergeChanges(written), fr);
  };
  const record = (actionId: string, at: Instant, written: readonly RowChange[]) => {
    const rows = planJournal(
      { actionId, action: actionId, summary: '', who: 'replay', at },
      mergeChanges(written),
      workbook,
      () => `JRN-${entries.length}`,
    );
    const entry = readJournalEntry(rows.map(({ cells }) => ({ ...cells, rowIndex: 0 }) as never));
    if (entry === null) throw new Error(`the journal of ${actionId} cannot be read`);
    entries.push(entry);
  };
  const shop: Shop = {
    workbook: () => workbook,
    context,
    type(write) {
      const draft = createDraft(workbook, fr);
      write(draft, workbook);
      apply(draft.changeSet().changes);
    },
    act(today, plan) {
      const meta = { actionId: `a-${entries.length + 1}`, who: 'replay' };
      const own = context(today);
      const planned = plan(own, meta);
      if (planned.refusals.length > 0) return planned;
      record(meta.actionId, own.clock.now, planned.changes);
      apply(planned.changes);
      return planned;
    },
    undo(turn, today) {
      const entry = entries[turn - 1];
      if (entry === undefined) throw new Error(`no action ${turn}`);
      const { changes: inverse, problems } = planUndo(context(today), {
        entry,
        later: entries.slice(turn),
        actionId: 'undo',
      });
      apply(inverse);
      return problems;
    },
  };
  shop.type(openDoors);
  return shop;
}

function openDoors(draft: Draft, { products, hubs, partners }: WorkbookState): void {
  draft.append(products, { id: PRODUCT, name: 'Product', model: 'hero', priceCents: 1000, vatRate: 0.2 });
  draft.append(hubs, { id: HUB, name: 'Hub', priority: 1 });
  draft.append(partners, { id: 'PAR-000001', name: 'Partner', status: 'active' });
}

function emptyWorkbook(): WorkbookState {
  const workbook: Record<string, unknown> = {};
  for (const key of Object.keys(tables) as TableKey[]) {
    const table: Table = tables[key];
    const keyRow = Object.keys(table.columns).map((name) => table.keyOf[name] ?? '');
    const grid: Grid = { sheetId: table.sheetId, title: fr.tabTitle(key), values: [keyRow, []], formulas: new Set() };
    workbook[key] = decodeTable(table, grid, fr).state;
  }
  return workbook as unknown as WorkbookState;
}

/** Noon in Paris; each action of a day a minute after the last, so that the ledger knows their order. */
function clockOn(today: Day, turn: number): Clock {
  const zone = 'Europe/Paris';
  const utc = (time: DateTime) => time.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'") as Instant;
  return {
    now: utc(DateTime.fromISO(`${today}T12:00:00`, { zone }).plus({ minutes: turn })),
    today,
    dayOf: (instant) => DateTime.fromISO(instant, { zone }).toISODate() as Day,
    wallTimeOf: (instant) => DateTime.fromISO(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ss") as WallTime,
  };
}
