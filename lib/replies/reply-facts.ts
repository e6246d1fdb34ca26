// What a reply is about: the rows of one person, found from the row that was selected. A row of somebody else never enters,
// whatever a cell names; where it could be one of several, a person must say which.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { systemKeys, systemText } from '#lib/changes/system-state.ts';
import { type Day, isDay } from '#lib/kernel/day.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { placeOf } from '#lib/tables/definition/place-of.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { RowOf, WorkbookState } from '#lib/tables/tables.ts';
import type { ReplyKind } from './reply-variable.ts';
import { rowsOfCustomer } from './rows-of-customer.ts';

export type ReplyTable = 'tickets' | 'customers' | 'orders' | 'lines' | 'subscriptions' | 'invoices' | 'incidents';

/** Ids of the rows a reply is about, as far as they are known: one is enough, the others follow from it. */
export type ReplyAbout = { readonly [Key in ReplyTable]?: string | null | undefined };

/** The row, or why there is none. */
export type FoundRow<Key extends ReplyTable> =
  | { readonly row: RowOf<Key>; readonly lacks?: undefined }
  | { readonly row: null; readonly lacks: Problem };

export interface ReplyFacts {
  readonly context: PlanContext;
  readonly rowOf: <Key extends ReplyTable>(key: Key) => FoundRow<Key>;
  /** The day of the last night that mirrored Stripe; null: never. */
  readonly mirrorOn: Day | null;
  /** The bonus of this reply was given already: it must not be announced again. */
  readonly isBonusGiven: boolean;
}

export interface FactsOptions {
  /** Of the template: an incident enters only a letter about incidents, whatever the ticket names. */
  readonly kind?: ReplyKind | undefined;
  readonly isBonusGiven?: boolean;
  /** The night itself knows that the mirror is of today. */
  readonly mirrorOn?: Day;
}

export function findReplyFacts(context: PlanContext, about: ReplyAbout, options: FactsOptions = {}): ReplyFacts {
  const isAboutIncident = options.kind === undefined || options.kind === 'about_incident';
  const ids = followReferences(about, isAboutIncident, context.workbook);
  const known = new Map<ReplyTable, FoundRow<ReplyTable>>();
  return {
    context,
    rowOf<Key extends ReplyTable>(key: Key) {
      const isLeftOut = key === 'incidents' && !isAboutIncident;
      const found = known.get(key) ?? (isLeftOut ? noRow(key, context) : findRow(key, ids, context));
      known.set(key, found);
      return found as FoundRow<Key>;
    },
    mirrorOn: options.mirrorOn ?? lastNight(context.workbook),
    isBonusGiven: options.isBonusGiven ?? false,
  };
}

type Ids = { readonly [Key in ReplyTable]: string | null };

/** From what is named to what it names: a line to its order, an order to its customer. */
function followReferences(about: ReplyAbout, isAboutIncident: boolean, workbook: WorkbookState): Ids {
  const ticket = workbook.tickets.byId.get(about.tickets ?? '');
  const incidents = isAboutIncident ? (about.incidents ?? ticket?.incidentId ?? null) : null;
  const incident = workbook.incidents.byId.get(incidents ?? '');
  const lines = about.lines ?? incident?.lineId ?? null;
  const lineOrder = workbook.lines.byId.get(lines ?? '')?.orderId;
  const orders = about.orders ?? lineOrder ?? ticket?.orderId ?? incident?.orderId ?? null;
  const invoices = about.invoices ?? null;
  const invoice = workbook.invoices.byId.get(invoices ?? '');
  const subscriptions = about.subscriptions ?? ticket?.subscriptionId ?? invoice?.subscriptionId ?? null;
  const customers =
    about.customers ??
    ticket?.customerId ??
    workbook.orders.byId.get(orders ?? '')?.customerId ??
    workbook.subscriptions.byId.get(subscriptions ?? '')?.customerId ??
    invoice?.customerId ??
    incident?.customerId ??
    null;
  return { tickets: about.tickets ?? null, incidents, lines, orders, invoices, subscriptions, customers };
}

function findRow(key: ReplyTable, ids: Ids, context: PlanContext): FoundRow<ReplyTable> {
  const { workbook } = context;
  const state: TableState = workbook[key];
  const id = ids[key];
  if (id !== null) {
    const row = state.byId.get(id) as RowOf<ReplyTable> | undefined;
    if (row === undefined) return { row: null, lacks: problem('replyRowUnknown', { id, tab: state.title }) };
    const owner = ownerOf(key, row, workbook);
    const isTheirs = owner === null || ids.customers === null || owner === ids.customers;
    if (isTheirs) return { row };
    const params = { id, owner, customer: ids.customers ?? '' };
    return { row: null, lacks: problem('replyOtherCustomer', params, placeOf(state, row, 'customerId')) };
  }
  const candidates = ids.customers === null ? [] : rowsOfCustomer(key, ids.customers, ids.orders, workbook);
  const [only, ...others] = candidates;
  if (only !== undefined && others.length === 0) return { row: only };
  if (only === undefined) return { row: null, lacks: nothingNamed(key, ids, context) };
  const rows = candidates.map((row) => row.id).join(', ');
  return { row: null, lacks: problem('replyRowSeveral', { tab: state.title, rows }) };
}

function noRow(key: ReplyTable, { workbook }: PlanContext): FoundRow<ReplyTable> {
  return { row: null, lacks: problem('replyRowNone', { tab: workbook[key].title }) };
}

type AnyRow = { readonly id: string; readonly customerId?: string | null; readonly orderId?: string | null };

function ownerOf(key: ReplyTable, row: AnyRow, workbook: WorkbookState): string | null {
  if (key === 'customers') return row.id;
  return key === 'lines' ? (workbook.orders.byId.get(row.orderId ?? '')?.customerId ?? null) : (row.customerId ?? null);
}

const ticketColumns = {
  customers: 'customerId',
  orders: 'orderId',
  subscriptions: 'subscriptionId',
  incidents: 'incidentId',
} as const;

/** The ticket's cell where a person would name the row; else only that there is none. */
function nothingNamed(key: ReplyTable, ids: Ids, { workbook, words }: PlanContext): Problem {
  const ticket = workbook.tickets.byId.get(ids.tickets ?? '');
  if (ticket === undefined || !(key in ticketColumns)) {
    return problem('replyRowNone', { tab: workbook[key].title });
  }
  const column = ticketColumns[key as keyof typeof ticketColumns];
  return problem(
    'replyCellEmpty',
    { header: words.header('tickets', column) },
    placeOf(workbook.tickets, ticket, column),
  );
}

function lastNight({ system }: WorkbookState): Day | null {
  const text = systemText(system, systemKeys.lastNightOn) ?? '';
  return isDay(text) ? text : null;
}
