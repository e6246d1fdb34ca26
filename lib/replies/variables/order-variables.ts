// Variables about an order: what was bought, from whom, when it leaves. Dates count working days of who ships; a date that
// has passed is never announced as still to come.
import type { Day } from '#lib/kernel/day.ts';
import { problem } from '#lib/kernel/problem.ts';
import { laterDay, orderCountsFrom, workingDaysOf } from '#lib/kernel/working-days.ts';
import { hasLeft } from '#lib/orders/order-progress.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { awaitedParcel, concernedLines } from '../order-facts.ts';
import type { ReplyFacts } from '../reply-facts.ts';
import { cellOf, type Found, fromCell, type ReplyKind, type Scalar, type ScalarVariable } from '../reply-variable.ts';

const ORDER: readonly ReplyKind[] = ['about_order', 'about_incident'];

interface Options {
  readonly isOptional?: boolean;
}

/** @param find the value for an order that is known. */
const ofOrder = (
  type: ScalarVariable['type'],
  find: (facts: ReplyFacts, order: RowOf<'orders'>) => Found<Scalar>,
  { isOptional = false }: Options = {},
): ScalarVariable => ({
  type,
  kinds: ORDER,
  isOptional,
  find(facts) {
    const { row, lacks } = facts.rowOf('orders');
    return row === null ? { lacks } : find(facts, row);
  },
});

export const orderVariables = {
  'commande.id': ofOrder('text', (_, { id }) => ({ value: id })),
  'commande.date': ofOrder('day', (_, { orderedAt }) => ({ value: orderedAt.slice(0, 10) })),
  'commande.avancement': ofOrder('text', ({ context }, { progress, status }) => ({
    value: progress ?? context.words.choiceLabel(status),
  })),
  'commande.promise': ofOrder(
    'day',
    ({ context }, order) => fromCell(context, order.promisedOn, cellOf(context, 'orders', order, 'promisedOn')),
    { isOptional: true },
  ),
  'ligne.produit': ofOrder('text', (facts, order) => {
    const { products } = facts.context.workbook;
    const names = concernedLines(facts).map(({ productId }) => products.byId.get(productId)?.name ?? productId);
    if (names.length === 0) return { lacks: problem('replyOrderEmpty', { order: order.id }) };
    return { value: facts.context.words.replies.list([...new Set(names)]) };
  }),
  'envoi.partenaire': ofOrder('text', (facts, order) => {
    const { partners } = facts.context.workbook;
    const partner = partners.byId.get(awaitedParcel(facts)?.partnerId ?? '');
    return partner === undefined
      ? { lacks: problem('replyNoPartnerParcel', { order: order.id }) }
      : { value: partner.name };
  }),
  'envoi.departPrevu': ofOrder('day', departure, { isOptional: true }),
  'envoi.partiLe': ofOrder(
    'day',
    (facts, order) => {
      const { context } = facts;
      const parcel = awaitedParcel(facts);
      if (parcel === null) return { lacks: noParcel(order), isAbsent: true };
      const shippedOn = hasLeft(parcel.status) ? parcel.shippedOn : null;
      return fromCell(context, shippedOn, cellOf(context, 'shipments', parcel, 'shippedOn'));
    },
    { isOptional: true },
  ),
  'envoi.lienSuivi': ofOrder(
    'link',
    (facts, order) => {
      const { context } = facts;
      const parcel = awaitedParcel(facts);
      if (parcel === null) return { lacks: noParcel(order), isAbsent: true };
      return fromCell(context, parcel.trackingUrl, cellOf(context, 'shipments', parcel, 'trackingUrl'));
    },
    { isOptional: true },
  ),
} as const satisfies Readonly<Record<string, ScalarVariable>>;

function noParcel(order: RowOf<'orders'>) {
  return problem('replyNothingTravels', { order: order.id });
}

/**
 * The latest day on which the awaited parcel leaves: the order's day plus the dispatch days of Réglages, or today plus
 * these once that has passed; never before its product is back, nor while its partner is closed.
 */
function departure(facts: ReplyFacts, order: RowOf<'orders'>): Found<Day> {
  const { context } = facts;
  const { workbook, clock, settings } = context;
  const parcel = awaitedParcel(facts);
  const lines = concernedLines(facts);
  const waitingUntil = lines.flatMap(({ status, availableOn }) =>
    status === 'backordered' && availableOn !== null ? [availableOn] : [],
  );
  // The letter of an order that has all arrived must not announce a departure, nor pass over it.
  if (parcel === null && waitingUntil.length === 0) return { lacks: noParcel(order) };
  if (parcel !== null && hasLeft(parcel.status)) {
    return { lacks: problem('replyParcelLeft', { shipment: parcel.id }), isAbsent: true };
  }
  const partner = workbook.partners.byId.get(parcel?.partnerId ?? '');
  const closure =
    partner?.closedFrom != null && partner.closedUntil !== null
      ? [{ from: partner.closedFrom, until: partner.closedUntil }]
      : [];
  const days = workingDaysOf(
    workbook.closedDays.rows.map(({ on }) => on),
    closure,
  );
  const dispatchDays = settings['orders.dispatchMaxDays'];
  const planned = days.add(orderCountsFrom(order.orderedAt, settings['orders.cutOffHour'], days), dispatchDays);
  const next = planned >= clock.today ? planned : days.add(clock.today, dispatchDays);
  const productIds = new Set(lines.map(({ productId }) => productId));
  const backOn = workbook.partnerProducts.rows.flatMap((offer) =>
    offer.partnerId === partner?.id && productIds.has(offer.productId) && offer.backOn !== null ? [offer.backOn] : [],
  );
  return { value: days.openFrom([...waitingUntil, ...backOn].reduce(laterDay, next)) };
}
