// Every figure of the worked shop, computed by hand beside its rows; a shop without rows; rows nobody can use.
import { describe, expect, test } from 'vitest';
import { computeKpis } from '#lib/kpi/compute-kpis.ts';
import type { KpiFigure } from '#lib/kpi/kpi-figure.ts';
import { kpiDefinitions, moneyParts } from '#lib/tables/kpi-definitions.ts';
import { fr } from '#lib/text/fr.ts';
import { raw, workbookOf } from '../../support/workbook-of.ts';
import { kpiContext, workedFigures, workedRows, workedShop } from './worked-shop.ts';

/** figure | detail | sum | value, as the worked shop writes them. */
function drawFigure({ id, subject, value, numerator, denominator }: KpiFigure): string {
  const start = `${id} | ${subject?.id ?? ''}`.trimEnd();
  if (value === null || numerator === null || denominator === null) return `${start} | pas de mesure`;
  const part = (number: number) =>
    moneyParts.has(id)
      ? fr.formatEuros(Math.round(number)).replace(/\s/g, ' ')
      : String(Math.round(number * 1e4) / 1e4);
  return `${start} | ${part(numerator)} ÷ ${part(denominator)} | ${Math.round(value * 1e4) / 1e4}`;
}

const figuresOf = (workbook = workedShop()) => computeKpis(kpiContext(workbook));

test('the worked shop gives the figures computed by hand', () => {
  expect(figuresOf().map(drawFigure)).toEqual(workedFigures);
});

test('each figure says what it rests on', () => {
  const samples = figuresOf()
    .filter(({ subject }) => subject === null)
    .map(({ id, sample }) => `${id} : ${sample.replace(/\s/g, ' ')}`);
  expect(samples).toEqual([
    'rotation : 36,00 € de ventes au coût d’achat du 22/11/2025 au 21/11/2026 ; stock moyen 30,71 € ; ramené à un an : 70 jours d’historique.',
    'stock_out : 7 jours sans stock sur 51 du 23/10/2026 au 21/11/2026 ; 2 produits additionnés.',
    'hero_margin : 2 lignes expédiées du 23/10/2026 au 21/11/2026 ; ventes 68,00 € HT, coût 32,00 €, pertes 12,00 € ; 4,50 € HT payés en points, hors ventes.',
    'hero_margin_after_losses : 2 lignes expédiées du 23/10/2026 au 21/11/2026 ; ventes 68,00 € HT, coût 32,00 €, pertes 12,00 € ; 4,50 € HT payés en points, hors ventes.',
    'csat : 3 notes du 23/10/2026 au 21/11/2026.',
    'nps : 4 notes du 23/10/2026 au 21/11/2026 ; 2 de 9 ou 10, 1 de 0 à 6.',
    'first_response_chat : 2 premières réponses du 23/10/2026 au 21/11/2026 ; 2 en moins de 2 h ; 1 ticket encore sans réponse.',
    'first_response_email : 2 premières réponses du 23/10/2026 au 21/11/2026 ; 2 en moins de 24 h.',
    'first_response : 4 premières réponses du 23/10/2026 au 21/11/2026 ; 4 dans le délai promis ; 1 ticket encore sans réponse.',
    'first_contact : 2 sur 4 tickets résolus du 23/10/2026 au 21/11/2026.',
    'recovery : 1 sur 3 factures en échec du 23/10/2026 au 21/11/2026 ; 1 encore en délai de grâce.',
    'yearly_conversion : 1 sur 4 abonnés au mois du 22/11/2025 au 21/11/2026.',
    'portal_adoption : 2 sur 4 abonnés aujourd’hui, visites du 22/11/2025 au 21/11/2026.',
    'hub_delay : 2 colis livrés du 23/10/2026 au 21/11/2026 ; 1 à la date promise ou avant.',
    'dropship_delay : 2 colis livrés du 23/10/2026 au 21/11/2026 ; 2 à la date promise ou avant.',
    'error_rate : 1 sur 4 colis expédiés du 23/10/2026 au 21/11/2026.',
    'fulfilment_cost : 3 colis expédiés du 23/10/2026 au 21/11/2026 ; 9,00 € HT pour 88,00 € HT de produits ; 1 sans coût noté.',
    'points_liability : 300 points en circulation, 100 pour un euro.',
  ]);
});

test('each figure names the rows behind it', () => {
  const behind = figuresOf()
    .filter(({ subject }) => subject === null)
    .map(({ id, behind }) =>
      [id, ...behind.map(({ table, part, ids }) => `${table} ${part}: ${ids.join(' ')}`)].join(' | '),
    );
  expect(behind).toEqual([
    'rotation | movements counted: MVT-02 MVT-03 MVT-06',
    'stock_out | movements all: MVT-03 MVT-04 MVT-05 MVT-06 MVT-07 MVT-11 MVT-12 MVT-13 MVT-14 MVT-15',
    'hero_margin | lines counted: LIG-B LIG-C',
    'hero_margin_after_losses | lines counted: LIG-B LIG-C | movements counted: MVT-05 MVT-07 MVT-14',
    'csat | tickets counted: TIC-1 TIC-2 TIC-4',
    'nps | tickets counted: TIC-1 TIC-2 TIC-4 TIC-5',
    'first_response_chat | tickets counted: TIC-1 TIC-2',
    'first_response_email | tickets counted: TIC-4 TIC-5',
    'first_response | tickets counted: TIC-1 TIC-2 TIC-4 TIC-5',
    'first_contact | tickets counted: TIC-1 TIC-5 | tickets all: TIC-1 TIC-2 TIC-4 TIC-5',
    'recovery | invoices counted: in_04 | invoices all: in_04 in_08 in_11',
    'yearly_conversion | invoices counted: in_02 | invoices all: in_01 in_04 in_07 in_10',
    'portal_adoption | facts counted: evt_1 evt_2 evt_3 | subscriptions all: sub_1 sub_2 sub_3 sub_7',
    'hub_delay | shipments counted: EXP-B EXP-C',
    'dropship_delay | shipments counted: EXP-D EXP-E',
    'error_rate | shipments counted: EXP-C | shipments all: EXP-B EXP-C EXP-D EXP-E',
    'fulfilment_cost | shipments counted: EXP-B EXP-C EXP-D | lines counted: LIG-B LIG-C LIG-D',
    'points_liability | pointLots counted: LPT-1',
  ]);
});

describe('a shop without rows', () => {
  const empty = figuresOf(workbookOf({}));

  test('has every figure, none with a value but the points that nobody holds, each with its reason', () => {
    const ids = empty.map(({ id }) => id);
    expect(ids.filter((id) => id in kpiDefinitions)).toHaveLength(Object.keys(kpiDefinitions).length);
    expect(new Set(ids).size).toBe(ids.length);
    const without = empty.filter(({ id }) => id !== 'points_liability');
    expect(without.filter(({ value }) => value !== null)).toEqual([]);
    expect(without.filter(({ sample }) => !sample.startsWith('Pas de mesure : '))).toEqual([]);
    expect(empty.find(({ id }) => id === 'points_liability')).toMatchObject({ value: 0 });
  });
});

test('a tab that cannot be read takes its own figures away and no others', () => {
  const figures = figuresOf(workbookOf(workedRows, ['movements']));
  const without = figures.filter(({ value, subject }) => value === null && subject === null);
  expect(without.map(({ id, sample }) => [id, sample])).toEqual(
    ['rotation', 'stock_out', 'hero_margin', 'hero_margin_after_losses'].map((id) => [
      id,
      'Pas de mesure : l’onglet « Mouvements » ne peut pas être lu. Corrigez-le d’abord.',
    ]),
  );
});

test('rows that cannot be read, or that make no sense, change nothing', () => {
  const ugly = workedShop({
    tickets: [
      ...(workedRows.tickets ?? []),
      { id: 'TIC-90', channel: 'chat', status: 'open', receivedAt: raw('hier') },
      { id: 'TIC-91', receivedAt: '2026-11-16T10:00:00', channel: 'phone', status: 'open', csat: 7, nps: 11 },
    ],
    shipments: [
      ...(workedRows.shipments ?? []),
      { id: 'EXP-90', orderId: raw(null), origin: 'hub', status: 'delivered', deliveredOn: '2026-11-20' },
    ],
    lines: [
      ...(workedRows.lines ?? []),
      {
        id: 'LIG-90',
        orderId: 'CMD-99',
        productId: 'MIEL',
        quantity: 3,
        unitPriceCents: 900,
        status: 'delivered',
        shipmentId: 'EXP-B',
      },
    ],
  });
  expect(
    figuresOf(ugly)
      .filter(({ subject }) => subject?.id !== 'phone')
      .map(drawFigure),
  ).toEqual(workedFigures);
});
