// Of one order, what a letter speaks of: the parcel that keeps the customer waiting, the lines in it, and who makes them.
// It looks at rows only; what is late is the matter of lib/orders.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { by } from '#lib/kernel/compare.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import type { ReplyFacts } from './reply-facts.ts';

type Line = RowOf<'lines'>;
type Parcel = RowOf<'shipments'>;

/** In the order of the sheet, voided ones left out. */
export function linesOfOrder({ workbook }: PlanContext, orderId: string): readonly Line[] {
  return byOrder(workbook.lines.rows).get(orderId) ?? [];
}

export function parcelsOfOrder({ workbook }: PlanContext, orderId: string): readonly Parcel[] {
  return byOrder(workbook.shipments.rows).get(orderId) ?? [];
}

interface Part {
  readonly orderId: string;
  readonly status: string;
}

/** A night and a list of late orders look up many orders in the same rows. */
const known = new WeakMap<readonly Part[], ReadonlyMap<string, readonly Part[]>>();

function byOrder<Row extends Part>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const before = known.get(rows);
  if (before !== undefined) return before as ReadonlyMap<string, readonly Row[]>;
  const index = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.status === 'voided') continue;
    const own = index.get(row.orderId);
    if (own === undefined) index.set(row.orderId, [row]);
    else own.push(row);
  }
  known.set(rows, index);
  return index;
}

const isOver = ({ status }: Parcel): boolean => status === 'delivered' || status === 'sent_back';
const firstPromised = by<Parcel>(
  ({ promisedOn }) => promisedOn,
  ({ id }) => id,
);

/** A partner's parcel before the hub's own: theirs is the path that takes longer. null: nothing is on its way. */
export function awaitedParcel(facts: ReplyFacts): Parcel | null {
  const order = facts.rowOf('orders').row;
  if (order === null) return null;
  const parcels = parcelsOfOrder(facts.context, order.id);
  const named = facts.rowOf('lines').row?.shipmentId ?? null;
  const own = parcels.find(({ id }) => id === named);
  if (own !== undefined) return own;
  const waiting = parcels.filter((parcel) => !isOver(parcel)).sort(firstPromised);
  return waiting.find(({ origin }) => origin === 'partner') ?? waiting[0] ?? null;
}

const WAITING: ReadonlySet<Line['status']> = new Set(['to_route', 'reserved', 'at_partner', 'backordered', 'picked']);

/** The lines a letter is about, most telling first: the one named, those of the incident, those of the awaited parcel. */
export function concernedLines(facts: ReplyFacts): readonly Line[] {
  const order = facts.rowOf('orders').row;
  if (order === null) return [];
  const lines = linesOfOrder(facts.context, order.id);
  const named = facts.rowOf('lines').row;
  const incident = facts.rowOf('incidents').row;
  const parcel = awaitedParcel(facts);
  const choices: readonly (readonly Line[])[] = [
    lines.filter(({ id }) => id === named?.id),
    lines.filter(({ productId }) => productId === incident?.productId),
    lines.filter(({ partnerId }) => partnerId !== null && partnerId === incident?.partnerId),
    lines.filter(({ shipmentId }) => parcel !== null && shipmentId === parcel.id),
    lines.filter(({ status }) => WAITING.has(status)),
  ];
  return choices.find((found) => found.length > 0) ?? lines;
}
