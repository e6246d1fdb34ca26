// Lists about an order: its parcels, and the products that wait for one. What the carrier says must be recent.
import { addDays, type Day } from '#lib/kernel/day.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { hasLeft } from '#lib/orders/order-progress.ts';
import { placeOf } from '#lib/tables/definition/place-of.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { linesOfOrder, parcelsOfOrder } from '../order-facts.ts';
import type { ReplyFacts } from '../reply-facts.ts';
import { cellOf, dayToCome, emptyCell, type ListItem, type ListVariable, type ReplyKind } from '../reply-variable.ts';

const ORDER: readonly ReplyKind[] = ['about_order', 'about_incident'];
const always = (type: 'text' | 'day' | 'flag') => ({ type, isOptional: false });
const perhaps = (type: 'text' | 'day' | 'link' | 'flag') => ({ type, isOptional: true });

export const listVariables = {
  colis: {
    type: 'list',
    kinds: ORDER,
    isOptional: true,
    fields: {
      contenu: always('text'),
      origine: always('text'),
      etat: always('text'),
      promis: perhaps('day'),
      enRetard: perhaps('flag'),
      livreLe: perhaps('day'),
      lien: perhaps('link'),
    },
    find(facts) {
      const { row, lacks } = facts.rowOf('orders');
      if (row === null) return { lacks };
      const parcels = parcelsOfOrder(facts.context, row.id);
      const stale = parcels.map((parcel) => staleTracking(facts, parcel)).find((found) => found !== null);
      if (stale != null) return { lacks: stale };
      const lines = linesOfOrder(facts.context, row.id);
      return { value: parcels.map((parcel) => parcelItem(facts, parcel, lines)) };
    },
  },
  enAttente: {
    type: 'list',
    kinds: ORDER,
    isOptional: true,
    fields: { produit: always('text'), retourLe: always('day') },
    find(facts) {
      const { context } = facts;
      const { row, lacks } = facts.rowOf('orders');
      if (row === null) return { lacks };
      const items: ListItem[] = [];
      for (const line of linesOfOrder(context, row.id)) {
        if (line.status !== 'backordered') continue;
        const cell = cellOf(context, 'lines', line, 'availableOn');
        if (line.availableOn === null) return { lacks: emptyCell(context, cell) };
        const back = dayToCome(context, line.availableOn, cell);
        if ('lacks' in back) return back;
        items.push({ produit: contents(facts, [line]), retourLe: back.value });
      }
      return { value: items };
    },
  },
} as const satisfies Readonly<Record<string, ListVariable>>;

function parcelItem(facts: ReplyFacts, parcel: RowOf<'shipments'>, lines: readonly RowOf<'lines'>[]): ListItem {
  const { workbook, clock, words } = facts.context;
  const { status, promisedOn, deliveredOn, trackingUrl } = parcel;
  const isOver = status === 'delivered' || status === 'sent_back';
  const origin =
    workbook.hubs.byId.get(parcel.hubId ?? '')?.name ?? workbook.partners.byId.get(parcel.partnerId ?? '')?.name;
  return {
    contenu: contents(
      facts,
      lines.filter(({ shipmentId }) => shipmentId === parcel.id),
    ),
    origine: origin ?? words.choiceLabel(parcel.origin),
    etat: words.choiceLabel(status),
    promis: isOver ? null : promisedOn,
    enRetard: !isOver && promisedOn !== null && promisedOn < clock.today,
    livreLe: status === 'delivered' ? deliveredOn : null,
    lien: isOver ? null : trackingUrl,
  };
}

/** "2 × Miel de lavande, 1 × Savon"; a parcel without lines is called by its number nowhere: it says what it is. */
function contents({ context }: ReplyFacts, lines: readonly RowOf<'lines'>[]): string {
  const { workbook, words } = context;
  const parts = lines.map(({ productId, quantity }) =>
    words.replies.quantityOf({
      quantity: words.formatNumber(quantity),
      product: workbook.products.byId.get(productId)?.name ?? productId,
    }),
  );
  return parts.length === 0 ? words.replies.someParcel : words.replies.together(parts);
}

/** A parcel under way of which nothing was noted for longer than Réglages allow: nobody knows where it is. */
function staleTracking({ context }: ReplyFacts, parcel: RowOf<'shipments'>): Problem | null {
  const { workbook, clock, settings, words } = context;
  const isUnderWay = hasLeft(parcel.status) && parcel.status !== 'delivered' && parcel.status !== 'sent_back';
  const known: Day | null = parcel.trackedOn ?? parcel.shippedOn;
  if (!isUnderWay || known === null || known >= addDays(clock.today, -settings['replies.trackingDays'])) return null;
  const params = { shipment: parcel.id, on: words.formatDay(known) };
  return problem('replyTrackingOld', params, placeOf(workbook.shipments, parcel, 'status'));
}
