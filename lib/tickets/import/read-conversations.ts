// Rows of an exported list of conversations → tickets, or the reason why a row is refused. Times with a zone, or counted in
// seconds or milliseconds as chat tools do, become the shop's wall clock; times without one are read as that already.
import { normalEmail } from '#lib/billing/normal-email.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { instantFromMs, type WallTime } from '#lib/kernel/day.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { ImportedRow } from '#lib/orders/import/parse-import-table.ts';
import { typedCount, typedTime } from '#lib/orders/import/typed-cell.ts';
import { type TicketsRow, tickets } from '#lib/tables/tickets.ts';
import type { Words } from '#lib/text/words.ts';
import { HIGHEST_CSAT } from '../find-ticket-problems.ts';
import { startedTicket } from '../plan-new-ticket.ts';

export type ConversationColumn = keyof Words['tickets']['importColumns'];
type ConversationRow = ImportedRow<ConversationColumn>;

export type Conversation = Omit<TicketsRow, 'id' | 'rowIndex'> & { readonly sourceId: string };

export interface ReadConversations {
  readonly conversations: readonly Conversation[];
  /** One Problem per refused row. */
  readonly refused: readonly Problem[];
  /** Rows whose conversation is a ticket already. */
  readonly known: number;
}

export function readConversations(context: PlanContext, rows: readonly ConversationRow[]): ReadConversations {
  const knownIds = knownSources(context);
  const customerOf = customersByEmail(context);
  const lineOf = new Map<string, number>();
  const conversations: Conversation[] = [];
  const refused: Problem[] = [];
  let known = 0;
  for (const row of rows) {
    const sourceId = row.cell('sourceId');
    const first = lineOf.get(sourceId);
    const { imported } = context.words.tickets;
    const refuse = (reason: string) => refused.push(problem('importRowBad', { row: String(row.number), reason }));
    if (sourceId === '') refuse(imported.noReference);
    else if (knownIds.has(sourceId)) known += 1;
    else if (first !== undefined) refuse(imported.twice(String(first)));
    else {
      lineOf.set(sourceId, row.number);
      const read = readRow(context, row, customerOf);
      if (typeof read === 'string') refuse(read);
      else conversations.push({ ...read, sourceId });
    }
  }
  return { conversations, refused, known };
}

/** A ticket taken out of use does not count: its import was undone. One with a bad cell does. */
function knownSources({ workbook }: PlanContext): ReadonlySet<unknown> {
  const { rows, setAside } = workbook.tickets;
  return new Set<unknown>([
    ...rows.filter(({ status }) => status !== 'voided').map(({ sourceId }) => sourceId),
    ...setAside.map(({ cells }) => cells.sourceId),
  ]);
}

/** An address that two customers share names neither. */
function customersByEmail({ workbook }: PlanContext): (email: string) => string | null {
  const ids = new Map<string, string | null>();
  for (const { id, email } of workbook.customers.rows) {
    const key = normalEmail(email);
    if (key !== null) ids.set(key, ids.has(key) ? null : id);
  }
  return (email) => ids.get(normalEmail(email) ?? '') ?? null;
}

const TIMES = ['firstReplyAt', 'lastReplyAt', 'lastCustomerAt', 'resolvedAt', 'updatedAt'] as const;
type Times = Readonly<Record<(typeof TIMES)[number], WallTime | null>>;

/** @returns the reason as text when the row is refused. */
function readRow(
  context: PlanContext,
  row: ConversationRow,
  customerOf: (email: string) => string | null,
): Omit<Conversation, 'sourceId'> | string {
  const { imported } = context.words.tickets;
  const receivedAt = timeOf(row.cell('receivedAt'), context);
  if (row.cell('receivedAt') === '') return imported.noDate;
  if (receivedAt === null) return imported.date(row.cell('receivedAt'));
  const times = readTimes(context, row, receivedAt);
  if (typeof times === 'string') return times;
  const status = stateOf(row.cell('state'), context.words);
  if (status === null) return imported.state(row.cell('state'));
  const channel = channelOf(row.cell('channel'), context.words);
  if (channel === null) return imported.channel(row.cell('channel'));
  const replies = row.cell('replies') === '' ? null : typedCount(row.cell('replies'));
  if (replies === null && row.cell('replies') !== '') return imported.count(row.cell('replies'));
  const csat = row.cell('csat') === '' ? null : typedCount(row.cell('csat'));
  const isScore = csat !== null && csat >= 1 && csat <= HIGHEST_CSAT;
  if (row.cell('csat') !== '' && !isScore) return imported.csat(row.cell('csat'));
  const customerId = customerOf(row.cell('email'));
  const { category, remarks } = saidOf(context, row, customerId);
  const { updatedAt, ...facts } = times;
  return {
    ...emptyCells,
    ...startedTicket(receivedAt),
    ...facts,
    lastCustomerAt: times.lastCustomerAt ?? receivedAt,
    resolvedAt: status === 'resolved' ? (times.resolvedAt ?? updatedAt ?? times.lastReplyAt) : null,
    status,
    channel,
    replies: replies ?? (times.firstReplyAt === null && times.lastReplyAt === null ? 0 : null),
    csat,
    customerId,
    category,
    subject: textOf(row, 'subject'),
    message: textOf(row, 'message'),
    assignee: textOf(row, 'assignee'),
    link: textOf(row, 'link'),
    note: remarks.length === 0 ? null : remarks.join('\n'),
  };
}

const emptyCells = Object.fromEntries(Object.keys(tickets.columns).map((name) => [name, null])) as unknown as Omit<
  Conversation,
  'sourceId'
>;

function readTimes(context: PlanContext, row: ConversationRow, receivedAt: WallTime): Times | string {
  const { imported } = context.words.tickets;
  const now = context.clock.wallTimeOf(context.clock.now);
  if (receivedAt > now) return imported.ahead(row.cell('receivedAt'));
  const times: Partial<Record<(typeof TIMES)[number], WallTime | null>> = {};
  for (const name of TIMES) {
    const text = row.cell(name);
    const time = timeOf(text, context);
    times[name] = time;
    if (text === '') continue;
    if (time === null) return imported.date(text);
    if (time > now) return imported.ahead(text);
    if (time < receivedAt) return imported.early(text);
  }
  return times as Times;
}

/** Seconds or milliseconds since 1970, ISO with a zone, else as people write dates. */
function timeOf(text: string, { clock }: PlanContext): WallTime | null {
  if (/^\d{10}(\d{3})?$/.test(text)) {
    return clock.wallTimeOf(instantFromMs(text.length === 10 ? Number(text) * 1000 : Number(text)));
  }
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    const ms = Date.parse(text.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
    return Number.isFinite(ms) ? clock.wallTimeOf(instantFromMs(ms)) : null;
  }
  return typedTime(text);
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim();
}

function stateOf(text: string, { tickets: { importStates } }: Words): TicketsRow['status'] | null {
  if (text === '') return 'open';
  const states = Object.entries(importStates) as [keyof typeof importStates, readonly string[]][];
  return states.find(([, names]) => names.includes(folded(text)))?.[0] ?? null;
}

/** A list without channels is a chat tool's. */
function channelOf(text: string, { tickets: { importChannels } }: Words): TicketsRow['channel'] | null {
  if (text === '') return 'chat';
  const channels = Object.entries(importChannels) as [keyof typeof importChannels, readonly string[]][];
  return channels.find(([, names]) => names.some((name) => folded(text).includes(name)))?.[0] ?? null;
}

/** What no column can hold is kept as a remark, so that nothing said is lost. */
function saidOf({ words }: PlanContext, row: ConversationRow, customerId: string | null) {
  const remarks: string[] = [];
  const { imported } = words.tickets;
  const writer = [row.cell('name'), row.cell('email')].filter((part) => part !== '').join(', ');
  if (customerId === null && writer !== '') remarks.push(imported.writtenBy(writer));
  const typed = row.cell('category');
  const column = tickets.columns.category.type;
  const code = column.kind === 'choice' ? words.choiceCode(column.codes, typed) : null;
  if (code === null && typed !== '') remarks.push(imported.category(typed));
  return { category: (code ?? 'other') as NonNullable<TicketsRow['category']>, remarks };
}

function textOf(row: ConversationRow, column: ConversationColumn): string | null {
  const text = row.cell(column);
  return text === '' ? null : text;
}
