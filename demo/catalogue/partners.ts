// The partners of the demo shop: the two whose products are kept in stock, invented makers who ship their own goods, and
// one that only helps out.
import type { DemoRow } from '#demo/demo-rows.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';

export const ILANGA = 'PAR-000001';
export const HABEEBEE = 'PAR-000002';
export const LINEN = 'PAR-000003';
export const GARDEN = 'PAR-000004';
export const TEAS = 'PAR-000005';
export const JARS = 'PAR-000006';
export const PAPER = 'PAR-000007';
export const CLEANING = 'PAR-000008';
export const FLASKS = 'PAR-000009';
export const BACKUP_APIARY = 'PAR-000010';

export interface Maker {
  readonly id: string;
  readonly name: string;
  readonly contact: string;
  readonly mailbox: string;
  readonly shipDays: readonly [number, number];
  readonly lead: number;
  readonly commission: number;
  readonly minimumCents: number;
  readonly carrier: string;
  readonly backup?: string;
  readonly note?: string;
}

const makers: readonly Maker[] = [
  {
    id: ILANGA,
    name: 'ILANGA',
    contact: 'Service partenaires',
    mailbox: 'ilanga',
    shipDays: [2, 4],
    lead: 7,
    commission: 0.2,
    minimumCents: 12_000,
    carrier: 'Colissimo',
    backup: BACKUP_APIARY,
  },
  {
    id: HABEEBEE,
    name: 'HABEEBEE',
    contact: 'Service partenaires',
    mailbox: 'habeebee',
    shipDays: [2, 4],
    lead: 8,
    commission: 0.22,
    minimumCents: 15_000,
    carrier: 'Mondial Relay',
  },
  {
    id: LINEN,
    name: 'Atelier Lin Clair',
    contact: 'Solène',
    mailbox: 'lin.clair',
    shipDays: [2, 4],
    lead: 12,
    commission: 0.25,
    minimumCents: 20_000,
    carrier: 'Colissimo',
  },
  {
    id: GARDEN,
    name: 'Les Semences du Talus',
    contact: 'Corentin',
    mailbox: 'semences.talus',
    shipDays: [2, 5],
    lead: 10,
    commission: 0.22,
    minimumCents: 10_000,
    carrier: 'Colissimo',
  },
  {
    id: TEAS,
    name: 'Maison Brin d’Ortie',
    contact: 'Garance',
    mailbox: 'brin.ortie',
    shipDays: [2, 3],
    lead: 6,
    commission: 0.2,
    minimumCents: 8000,
    carrier: 'Colissimo',
    note: 'Ferme deux semaines en août.',
  },
  {
    id: JARS,
    name: 'La Bocalerie du Causse',
    contact: 'Émile',
    mailbox: 'bocalerie',
    shipDays: [3, 5],
    lead: 9,
    commission: 0.18,
    minimumCents: 15_000,
    carrier: 'Colissimo',
  },
  {
    id: PAPER,
    name: 'Papier Fougère',
    contact: 'Agathe',
    mailbox: 'papier.fougere',
    shipDays: [2, 3],
    lead: 7,
    commission: 0.25,
    minimumCents: 6000,
    carrier: 'Colissimo',
  },
  {
    id: CLEANING,
    name: 'Savonnerie du Gué',
    contact: 'Malo',
    mailbox: 'savonnerie.gue',
    shipDays: [2, 4],
    lead: 8,
    commission: 0.2,
    minimumCents: 9000,
    carrier: 'Mondial Relay',
  },
  {
    id: FLASKS,
    name: 'Gourdes & Compagnie',
    contact: 'Inès',
    mailbox: 'gourdes',
    shipDays: [2, 5],
    lead: 14,
    commission: 0.15,
    minimumCents: 25_000,
    carrier: 'Chronopost',
  },
  {
    id: BACKUP_APIARY,
    name: 'Rucher des Trois Cols',
    contact: 'Félix',
    mailbox: 'trois.cols',
    shipDays: [2, 4],
    lead: 5,
    commission: 0.16,
    minimumCents: 9000,
    carrier: 'Colissimo',
    note: 'Secours pour le miel, prix plus élevé.',
  },
];

export function makerOf(partnerId: string): Maker {
  const maker = makers.find((candidate) => candidate.id === partnerId);
  if (maker === undefined) throw new Error(`Bug: no partner ${partnerId}`);
  return maker;
}

export function partnerRows(today: Day): readonly DemoRow<'partners'>[] {
  return makers.map((maker, index) => ({
    id: maker.id,
    name: maker.name,
    brands: maker.name,
    contact: maker.contact,
    email: `${maker.mailbox}@example.org`,
    phone: `01 99 00 10 ${String(index + 10)}`,
    leadTimeDays: maker.lead,
    shipDaysMin: maker.shipDays[0],
    shipDaysMax: maker.shipDays[1],
    commissionRate: maker.commission,
    minimumOrderCents: maker.minimumCents,
    parcelCostCents: 0,
    carrierId: maker.carrier,
    status: 'active' as const,
    ...(maker.backup === undefined ? {} : { backupPartnerId: maker.backup }),
    ...(maker.note === undefined ? {} : { note: maker.note }),
    ...(maker.id === PAPER ? { closedFrom: addDays(today, 12), closedUntil: addDays(today, 22) } : {}),
  }));
}
