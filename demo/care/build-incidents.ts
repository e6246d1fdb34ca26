// Incidents of the demo shop, each standing on what its year really did: the late honey and the missing soaps, a partner's
// holiday, a lot set apart, claims that were settled.

import { wallTime } from '#demo/calendar/paris-time.ts';
import { MAIN_HUB } from '#demo/catalogue/catalogue-rows.ts';
import { PAPER, TEAS } from '#demo/catalogue/partners.ts';
import { HONEY, heroOf, SOAP } from '#demo/catalogue/products.ts';
import type { DemoRow } from '#demo/demo-rows.ts';
import { TEAM, type Trade } from '#demo/trade/trade.ts';
import { addDays, type Day, daysBetween } from '#lib/kernel/day.ts';
import { formatId } from '#lib/kernel/ids.ts';
import { defaultSettings } from '#lib/tables/default-settings.ts';
import type { TicketDraft } from './build-tickets.ts';

type Incident = Omit<DemoRow<'incidents'>, 'id'>;

/** As many ids as a person can look through. */
const SHOWN = 40;

export function buildIncidents(trade: Trade, tickets: readonly TicketDraft[]): DemoRow<'incidents'>[] {
  const incidents = [
    partnerOnHoliday(trade),
    outOfStock(trade, HONEY, 'settled'),
    ...claims(trade, tickets),
    lotSetApart(trade, tickets),
    outOfStock(trade, SOAP, 'open'),
    partnerWillClose(trade),
  ].filter((incident) => incident !== null);
  return incidents
    .sort((a, b) => (a.openedOn < b.openedOn ? -1 : a.openedOn > b.openedOn ? 1 : 0))
    .map((incident, index) => ({ ...incident, id: formatId('INC', index + 1) }));
}

/** From the day the shelf of the main hub was empty, because of the purchase that its partner announced late. */
function outOfStock(trade: Trade, sku: string, status: 'open' | 'settled'): Incident | null {
  const purchase = trade.purchases.find(
    (candidate) => candidate.productId === sku && candidate.note?.startsWith('Retard'),
  );
  const openedOn = purchase?.createdOn ? emptySince(trade, sku, purchase.createdOn) : null;
  if (purchase === undefined || openedOn === null) return null;
  const until = purchase.receivedOn ?? trade.today;
  const concerned = trade.lines.filter(
    (line) =>
      line.productId === sku &&
      line.route !== 'hub' &&
      isWithin(line.promisedOn, openedOn, daysBetween(openedOn, until) + 30),
  );
  const substitute = heroOf(sku)?.substitute;
  const people = concerned.slice(0, SHOWN).map((line) => line.orderId);
  return {
    kind: 'out_of_stock',
    status,
    openedOn,
    openedBy: TEAM[0],
    summary: `Livraison ${purchase.id} en retard, rayon vide`,
    productId: sku,
    partnerId: purchase.partnerId,
    purchaseId: purchase.id,
    ...(substitute === undefined ? {} : { substituteId: substitute }),
    people: people.join(' '),
    ...(status === 'open'
      ? { step: 1, messagesSent: 0, dueAt: wallTime(trade.days.add(trade.today, 1), 9 * 3600) }
      : { step: 4, messagesSent: people.length, bonusPoints: defaultSettings['crisis.bonusPoints'], settledOn: until }),
    log: `${openedOn} : liste des commandes concernées établie`,
  };
}

/** The day the product's last unit on sale left the main hub, after `from`; null when it never did. */
function emptySince(trade: Trade, sku: string, from: Day): Day | null {
  const apart = new Set(trade.room.lots.filter((lot) => lot.status === 'quarantined').map((lot) => lot.id));
  let onHand = 0;
  for (const { productId, hubId, lotId, quantity, on } of trade.room.movements) {
    if (productId !== sku || hubId !== MAIN_HUB || apart.has(lotId)) continue;
    onHand += quantity;
    if (onHand === 0 && on > from) return on;
  }
  return null;
}

/** The first half of August, the last one that is over. */
function partnerOnHoliday(trade: Trade): Incident {
  const year = Number(trade.today.slice(0, 4));
  const august = [`${year}-08-03`, `${year - 1}-08-03`].find((day) => daysBetween(day as Day, trade.today) > 20) as Day;
  const concerned = trade.lines.filter((line) => line.partnerId === TEAS && isWithin(line.promisedOn, august, 14));
  return {
    kind: 'partner_problem',
    status: 'settled',
    openedOn: august,
    openedBy: TEAM[1],
    summary: 'Fermeture d’août annoncée trop tard, envois suspendus deux semaines',
    partnerId: TEAS,
    step: 4,
    people: concerned
      .slice(0, SHOWN)
      .map((line) => line.orderId)
      .join(' '),
    messagesSent: Math.min(SHOWN, concerned.length),
    gestureCents: 300,
    bonusPoints: defaultSettings['crisis.bonusPoints'],
    improvement: 'Dates de fermeture demandées chaque printemps',
    ...settled(trade, addDays(august, 15)),
  };
}

function partnerWillClose(trade: Trade): Incident {
  return {
    kind: 'partner_problem',
    status: 'open',
    openedOn: addDays(trade.today, -3),
    openedBy: TEAM[2],
    summary: 'Inventaire chez le partenaire : dix jours sans envoi, commandes à prévenir',
    partnerId: PAPER,
    step: 0,
  };
}

function lotSetApart(trade: Trade, tickets: readonly TicketDraft[]): Incident | null {
  const lot = trade.room.lots.find((candidate) => candidate.status === 'quarantined');
  if (lot === undefined) return null;
  const openedOn = trade.room.movements.find((movement) => movement.lotId === lot.id)?.on ?? lot.receivedOn;
  const ticket = tickets.find(
    (candidate) => candidate.category === 'quality' && candidate.receivedAt.slice(0, 10) >= addDays(openedOn, -9),
  );
  return {
    kind: 'quality',
    status: 'in_progress',
    openedOn,
    openedBy: TEAM[0],
    summary: 'Odeur inhabituelle d’un coffret de savons',
    productId: lot.productId,
    partnerId: lot.partnerId ?? null,
    lotId: lot.id,
    ...aboutTicket(ticket),
    step: 2,
    diagnosis: 'product_fault',
    log: `${openedOn} : six coffrets mis à part, échantillon envoyé au partenaire`,
  };
}

/** Two older claims, each from its own ticket, each with another cause and remedy. */
function claims(trade: Trade, tickets: readonly TicketDraft[]): Incident[] {
  const quality = tickets.filter(
    (ticket) => ticket.category === 'quality' && ticket.orderId && ticket.receivedAt < addDays(trade.today, -60),
  );
  const [broken, disappointed] = [quality[0], quality[quality.length - 1]];
  const settledClaim = (ticket: TicketDraft | undefined): Incident[] => {
    if (ticket === undefined) return [];
    const openedOn = ticket.receivedAt.slice(0, 10) as Day;
    const summary = ticket.subject ?? null;
    return [
      {
        kind: 'quality',
        status: 'settled',
        openedOn,
        openedBy: TEAM[1],
        summary,
        step: 4,
        ...aboutTicket(ticket),
        ...settled(trade, addDays(openedOn, 6)),
      },
    ];
  };
  return [
    ...settledClaim(broken).map((claim) => ({
      ...claim,
      diagnosis: 'transport_fault' as const,
      remedy: 'replacement' as const,
      improvement: 'Calage en carton alvéolé',
    })),
    ...settledClaim(disappointed === broken ? undefined : disappointed).map((claim) => ({
      ...claim,
      diagnosis: 'expectation_gap' as const,
      remedy: 'bonus' as const,
      bonusPoints: 200,
      improvement: 'Photo de la fiche avec une main pour l’échelle',
    })),
  ];
}

function aboutTicket(ticket: TicketDraft | undefined): Partial<Incident> {
  if (ticket === undefined) return {};
  return { ticketId: ticket.id, orderId: ticket.orderId ?? null, customerId: ticket.customerId ?? null };
}

/** Settled on a day, or on the last evening when that day is still to come. */
function settled(trade: Trade, day: Day): Partial<Incident> {
  return { settledOn: day < trade.today ? day : addDays(trade.today, -1) };
}

function isWithin(day: Day | null | undefined, from: Day, days: number): boolean {
  return day != null && day >= from && day < addDays(from, days);
}
