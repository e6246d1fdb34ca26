// A person's erasure: every personal cell of every row of theirs is emptied, the name replaced by a word that says why. Ids,
// amounts, orders, invoices and points stay: the books must balance. What is still under way is finished first.
import type { ActionPlan } from '#lib/actions/action.ts';
import { plannedAction, refusedPlan } from '#lib/actions/action-plan.ts';
import { isEnded } from '#lib/billing/subscription-state.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { systemKeys, systemText } from '#lib/changes/system-state.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { CustomersRow } from '#lib/tables/customers.ts';
import { cellName } from '#lib/tables/definition/grid.ts';
import { placeOf } from '#lib/tables/definition/place-of.ts';
import type { Table } from '#lib/tables/definition/table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { type TableKey, tables } from '#lib/tables/tables.ts';
import { findRowsOfPerson, type PersonRow, type RowsOfPerson, type TabOfAPerson } from './find-rows-of-person.ts';

export interface ErasePersonInput {
  readonly customerId: string;
  /** The id, typed once more. */
  readonly confirmation: string;
}

export function planErasePerson(context: PlanContext, input: ErasePersonInput): ActionPlan {
  const { workbook, words, clock } = context;
  const customer = workbook.customers.byId.get(input.customerId);
  if (customer === undefined)
    return refusedPlan(problem('stockRowUnknown', { id: input.customerId, tab: workbook.customers.title }));
  const rows = findRowsOfPerson(workbook, new Set([customer.id]));
  const refusals = refusalsOf(context, customer, input.confirmation, rows);
  if (refusals.length > 0) return refusedPlan(...refusals);
  const draft = createDraft(workbook, words);
  const blanked = { rows: 0, cells: 0 };
  for (const [key, own] of rows) {
    const state: TableState = workbook[key];
    for (const row of own) {
      const cells = blankCells(state, row);
      blanked.rows += Object.keys(cells).length > 0 ? 1 : 0;
      blanked.cells += Object.keys(cells).length;
      draft.update(state, row, { ...cells, ...outOfUse(key, row) });
    }
  }
  draft.update(workbook.customers, customer, { name: words.customers.erased.name, erasedOn: clock.today });
  for (const row of workbook.reconciliation.rows) {
    if (isAbout(row.subject, customer))
      draft.update(workbook.reconciliation, row, { workbookSays: null, stripeSays: null });
  }
  const facts = { customer: customer.id, rows: blanked.rows, cells: blanked.cells };
  return plannedAction(draft, {
    summary: words.customers.erased.summary(facts),
    warnings: [...elsewhere(context, customer, rows), ...outside(customer)],
  });
}

/** Columns that name who of the team acted: they are not the customer's. */
const TEAM_COLUMNS: Readonly<Partial<Record<TableKey, readonly string[]>>> = {
  incidents: ['openedBy'],
  repliesSent: ['who'],
  movements: ['who'],
};

function personalColumns(key: TableKey): readonly string[] {
  const columns = Object.entries(tables[key].columns as Table['columns']);
  return columns.flatMap(([name, { personal }]) =>
    personal && TEAM_COLUMNS[key]?.includes(name) !== true ? [name] : [],
  );
}

function blankCells(state: TableState, { rowIndex }: PersonRow): Record<string, null> {
  const raw = state.rawOf(rowIndex);
  const filled = personalColumns(state.table.key as TableKey).filter((name) => (raw[name] ?? '') !== '');
  return Object.fromEntries(filled.map((name) => [name, null]));
}

/** A message that was never sent has nobody to go to. */
function outOfUse(key: TabOfAPerson, { cells }: PersonRow): Readonly<Record<string, unknown>> {
  return key === 'repliesSent' && UNSENT.has(cells.status) ? { status: 'voided' } : {};
}

const UNSENT: ReadonlySet<unknown> = new Set(['prepared', 'drafted', 'failed']);

/** States in which a row needs nobody's name any more. */
const FINISHED: Readonly<Partial<Record<TabOfAPerson, ReadonlySet<unknown>>>> = {
  orders: new Set(['delivered', 'returned', 'voided']),
  tickets: new Set(['resolved', 'voided']),
  incidents: new Set(['settled', 'voided']),
  requests: new Set(['done', 'refused', 'failed', 'withdrawn']),
};

function refusalsOf(
  { workbook, words }: PlanContext,
  customer: CustomersRow,
  confirmation: string,
  rows: RowsOfPerson,
): Problem[] {
  if (customer.erasedOn !== null) {
    return [problem('eraseDoneAlready', { customer: customer.id, day: words.formatDay(customer.erasedOn) })];
  }
  if (confirmation.trim().toUpperCase() !== customer.id.toUpperCase())
    return [problem('eraseNotConfirmed', { typed: confirmation, customer: customer.id })];
  const isMirrored = customer.stripeCustomer === null || systemText(workbook.system, systemKeys.lastNightOn) !== null;
  if (!isMirrored) return [problem('eraseBeforeNight', { customer: customer.id })];
  const live = (rows.get('subscriptions') ?? []).filter(({ cells }) => !isEnded(cells.status as 'active'));
  return [
    ...live.map(({ id }) => problem('eraseSubscriptionRuns', { customer: customer.id, subscription: id })),
    ...[...rows].flatMap(([key, own]) => unfinished(workbook[key], key, own)),
    ...[...rows].flatMap(([key, own]) => unreadable(workbook[key], own)),
  ];
}

function unfinished(state: TableState, key: TabOfAPerson, own: readonly PersonRow[]): Problem[] {
  const finished = FINISHED[key];
  if (finished === undefined) return [];
  return own
    .filter(({ cells, isSound }) => isSound && !finished.has(cells.status))
    .map((row) => problem('eraseStillOpen', { id: row.id }, placeOf(state, row, 'status')));
}

/** A row that cannot be read cannot be written: an erasure is complete or is not done. */
function unreadable(state: TableState, own: readonly PersonRow[]): Problem[] {
  const broken = own.filter((row) => !row.isSound && Object.keys(blankCells(state, row)).length > 0);
  return broken.map((row) => problem('eraseRowBroken', { id: row.id }, placeOf(state, row, 'id')));
}

function isAbout(subject: string, { id, stripeCustomer }: CustomersRow): boolean {
  return subject.includes(id) || (stripeCustomer !== null && subject.includes(stripeCustomer));
}

const PLACES_SHOWN = 10;
/** Shorter texts stand in many cells by chance. */
const TELLING_CHARACTERS = 6;

/** Personal cells of other rows that hold the address, the telephone or the name: a person must look at them. */
function elsewhere({ workbook }: PlanContext, customer: CustomersRow, rows: RowsOfPerson): Problem[] {
  const traces = [customer.email, customer.phone, customer.name].flatMap((text) =>
    text !== null && text.trim().length >= TELLING_CHARACTERS ? [text.trim().toLowerCase()] : [],
  );
  const places: string[] = [];
  for (const key of ['customers', 'orders', 'tickets', 'repliesSent', 'incidents'] as const) {
    const state: TableState = workbook[key];
    const theirs = new Set(rows.get(key)?.map(({ rowIndex }) => rowIndex));
    for (const { rowIndex } of [...state.rows, ...state.setAside, ...state.unadopted]) {
      if (theirs.has(rowIndex)) continue;
      const raw = state.rawOf(rowIndex);
      for (const name of personalColumns(key)) {
        const held = String(raw[name] ?? '').toLowerCase();
        if (!traces.some((trace) => held.includes(trace))) continue;
        places.push(`${state.title} ${cellName(rowIndex, state.columnIndexOf.get(name) ?? 0)}`);
      }
    }
  }
  if (places.length === 0) return [];
  return [problem('eraseElsewhere', { count: places.length, places: places.slice(0, PLACES_SHOWN).join(', ') })];
}

/** What no action of the workbook can reach. */
function outside({ stripeCustomer }: CustomersRow): Problem[] {
  return [
    ...(stripeCustomer === null ? [] : [problem('eraseInStripe', { stripeCustomer })]),
    problem('eraseInHistory', {}),
  ];
}
