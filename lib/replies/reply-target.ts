// Whom a reply is to and about: from a selected row, or from the numbers typed into « Concerne ». Each number names its own
// tab, so one field serves them all; a reply prepared earlier brings its rows with it.
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { RowOf, WorkbookState } from '#lib/tables/tables.ts';
import type { ReplyAbout, ReplyTable } from './reply-facts.ts';

export interface ReplyTarget {
  readonly about: ReplyAbout;
  /** The row of Envois that is to be written, when one was named. */
  readonly reply: RowOf<'repliesSent'> | null;
  /** What was typed and stands in none of the tabs. */
  readonly unknown: readonly string[];
  /** The same as ids, in the order typed: what the texts were filled for. */
  readonly ids: readonly string[];
}

const NAMED: readonly ReplyTable[] = [
  'tickets',
  'orders',
  'customers',
  'lines',
  'incidents',
  'invoices',
  'subscriptions',
];

export function findReplyTarget(workbook: WorkbookState, typed: string): ReplyTarget {
  const about: { -readonly [Key in ReplyTable]?: string } = {};
  const unknown: string[] = [];
  const ids: string[] = [];
  let reply: RowOf<'repliesSent'> | null = null;
  for (const word of typed.split(/[\s,;]+/).filter((part) => part !== '')) {
    const sent = workbook.repliesSent.byId.get(word) ?? workbook.repliesSent.byId.get(word.toUpperCase());
    const key = NAMED.find((table) => idIn(workbook[table], word) !== null);
    if (sent !== undefined) reply = sent;
    else if (key !== undefined) about[key] = idIn(workbook[key], word) ?? word;
    else unknown.push(word);
    ids.push(sent?.id ?? (key === undefined ? word : (about[key] ?? word)));
  }
  return { about: { ...(reply === null ? {} : aboutOfReply(reply, workbook)), ...about }, reply, unknown, ids };
}

/** Ours are in capitals whatever a person types; Stripe's are as they are. */
function idIn(state: TableState, word: string): string | null {
  return [word, word.toUpperCase()].find((id) => state.byId.has(id)) ?? null;
}

/** What the row names; an invoice stands in the first part of its key. */
export function aboutOfReply(reply: RowOf<'repliesSent'>, workbook: WorkbookState): ReplyAbout {
  const invoice = workbook.invoices.byId.get(reply.key.split('/')[0] ?? '');
  return {
    tickets: reply.ticketId,
    orders: reply.orderId,
    customers: reply.customerId,
    subscriptions: reply.subscriptionId,
    incidents: reply.incidentId,
    invoices: invoice?.id,
  };
}
