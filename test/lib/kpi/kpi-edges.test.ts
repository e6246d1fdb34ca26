// The cases that a figure's definition decides, one change to the worked shop at a time.
import { describe, expect, test } from 'vitest';
import { computeKpis } from '#lib/kpi/compute-kpis.ts';
import type { FigureId } from '#lib/tables/kpi-definitions.ts';
import { rowsFromText } from '../../support/rows-from-text.ts';
import { raw, type TestRows } from '../../support/workbook-of.ts';
import { kpiContext, workedRows, workedShop } from './worked-shop.ts';

function sumOf(id: FigureId, rows: TestRows): string {
  const figure = computeKpis(kpiContext(workedShop(rows))).find((one) => one.id === id && one.subject === null);
  if (figure === undefined) throw new Error(`no ${id}`);
  const { value, numerator, denominator, sample } = figure;
  return value === null ? sample : `${numerator} ÷ ${denominator}`;
}

const ticketHeaders =
  'Ticket | Reçu le | Canal | État | Première réponse le | Résolu le | Réponses données | Réouvertures | Résolu au premier contact';
const tickets = (...lines: readonly string[]): TestRows => ({
  tickets: rowsFromText('tickets', [ticketHeaders, ...lines].join('\n')),
});

describe('first response by chat', () => {
  test.each<[string, string, string]>([
    ['before opening, answered at opening', '16/11/2026 07:00 | chat | ouvert | 16/11/2026 09:00', '0 ÷ 1'],
    ['on Saturday, answered on Monday', '14/11/2026 12:00 | chat | ouvert | 16/11/2026 09:30', '0.5 ÷ 1'],
    [
      'an answer before its question is left out',
      '16/11/2026 10:00 | chat | ouvert | 15/11/2026 10:00',
      'Pas de mesure : aucune première réponse pendant la période.',
    ],
    [
      'answered today: yesterday it still waited',
      '20/11/2026 10:00 | chat | ouvert | 22/11/2026 00:30',
      'Pas de mesure : aucune première réponse pendant la période.',
    ],
  ])('%s', (_, cells, expected) => {
    expect(sumOf('first_response_chat', tickets(`TIC-1 | ${cells} | | | |`))).toBe(expected);
  });

  test('a promise is kept under its hours, not at them', () => {
    const rows = tickets(
      'TIC-1 | 16/11/2026 09:00 | chat | ouvert | 16/11/2026 11:00 | | | |',
      'TIC-2 | 16/11/2026 09:00 | chat | ouvert | 16/11/2026 10:59 | | | |',
    );
    const figure = computeKpis(kpiContext(workedShop(rows))).find(({ id }) => id === 'first_response_chat');
    expect(figure?.sample).toMatch(/1 en moins de 2 h/);
  });
});

describe('solved at first contact', () => {
  const resolved = (cells: string) =>
    tickets(`TIC-1 | 16/11/2026 10:00 | chat | résolu | 16/11/2026 11:00 | 16/11/2026 11:00 | ${cells}`);
  test.each<[string, string, string]>([
    ['one answer', '1 | 0 |', '1 ÷ 1'],
    ['two answers', '2 | 0 |', '0 ÷ 1'],
    ['two answers, and the team says it was one', '2 | 0 | oui', '1 ÷ 1'],
    ['one answer, and the team says it was not enough', '1 | 0 | non', '0 ÷ 1'],
    ['reopened, whatever the team says', '1 | 1 | oui', '0 ÷ 1'],
    ['nothing is known of it', ' | |', 'Pas de mesure : aucun ticket résolu pendant la période.'],
  ])('%s', (_, cells, expected) => {
    expect(sumOf('first_contact', resolved(cells))).toBe(expected);
  });
});

const invoiceHeaders =
  'Facture | Client | Formule | État | Émise le | Payée le | Total TTC | Payé | Rendu | Retenu (litige) | Tentatives | Premier échec | Relance';
const invoices = (...lines: readonly string[]): TestRows => ({
  invoices: rowsFromText('invoices', [invoiceHeaders, ...lines].join('\n')),
});
const paid = (id: string, customer: string, plan: string, on: string) =>
  `${id} | ${customer} | ${plan} | payé | ${on} | ${on} | 18,00 | 18,00 | 0 | 0 | 1 | |`;

describe('from monthly to yearly', () => {
  test.each<[string, readonly string[], string]>([
    [
      'both on one day: the year is the later',
      [paid('in_1', 'CLI-1', 'FOR-M', '01/06/2026'), paid('in_2', 'CLI-1', 'FOR-A', '01/06/2026')],
      '1 ÷ 1',
    ],
    [
      'the year came first',
      [paid('in_1', 'CLI-1', 'FOR-A', '01/06/2026'), paid('in_2', 'CLI-1', 'FOR-M', '02/06/2026')],
      '0 ÷ 1',
    ],
    [
      'a year paid back in full',
      [
        paid('in_1', 'CLI-1', 'FOR-M', '01/06/2026'),
        'in_2 | CLI-1 | FOR-A | payé | 01/07/2026 | 01/07/2026 | 180,00 | 180,00 | 180,00 | 0 | 1 | |',
      ],
      '0 ÷ 1',
    ],
    [
      'a year paid by credit alone',
      [
        paid('in_1', 'CLI-1', 'FOR-M', '01/06/2026'),
        'in_2 | CLI-1 | FOR-A | payé | 01/07/2026 | 01/07/2026 | 180,00 | 0 | 0 | 0 | 1 | |',
      ],
      '1 ÷ 1',
    ],
    [
      'left monthly before the year that is looked at',
      [paid('in_1', 'CLI-1', 'FOR-M', '01/11/2025'), paid('in_2', 'CLI-1', 'FOR-A', '01/12/2025')],
      'Pas de mesure : aucun abonné au mois pendant la période.',
    ],
    [
      'a plan nobody knows',
      [paid('in_1', 'CLI-1', 'FOR-X', '01/06/2026')],
      'Pas de mesure : aucun abonné au mois pendant la période.',
    ],
  ])('%s', (_, lines, expected) => {
    expect(sumOf('yearly_conversion', invoices(...lines))).toBe(expected);
  });
});

describe('recovery', () => {
  const failed = (outcome: string, on = '01/11/2026') =>
    `in_1 | CLI-1 | FOR-M | ouvert | 01/11/2026 | | 18,00 | 0 | 0 | 0 | 2 | ${on} | ${outcome}`;
  test.each<[string, string, string]>([
    ['recovered', failed('récupéré'), '1 ÷ 1'],
    ['past its grace', failed('grâce dépassée'), '0 ÷ 1'],
    ['lost', failed('perdu'), '0 ÷ 1'],
    [
      'still in grace',
      failed('délai de grâce'),
      'Pas de mesure : aucun paiement échoué dont l’issue soit connue pendant la période.',
    ],
    [
      'failed before the period',
      failed('récupéré', '22/10/2026'),
      'Pas de mesure : aucun paiement échoué dont l’issue soit connue pendant la période.',
    ],
  ])('%s', (_, line, expected) => {
    expect(sumOf('recovery', invoices(line))).toBe(expected);
  });
});

describe('rotation', () => {
  const setting = (days: number): TestRows => ({ settings: [{ id: 'kpi.rotationMinimumDays', value: raw(days) }] });
  test('under the least history there is none, and the days are said', () => {
    expect(sumOf('rotation', setting(71))).toBe('Pas de mesure : 70 jours d’historique, il en faut 71.');
  });

  test('stock that never cost anything has none', () => {
    const movements = (workedRows.movements ?? []).map((row) => ({ ...row, unitCostCents: 0 }));
    expect(sumOf('rotation', { movements })).toBe('Pas de mesure : aucune valeur de stock pendant la période.');
  });

  test('a pick that was reversed was never sold', () => {
    const reversal = rowsFromText(
      'movements',
      `Mouvement | Date | Lot | SKU | Hub | Nature | Quantité | Coût unitaire HT | Contre-passe
       MVT-99 | 19/10/2026 | LOT-1 | MIEL | HUB-1 | contre-passation | 4 | 4,00 | MVT-02`,
    );
    const figure = computeKpis(
      kpiContext(workedShop({ movements: [...(workedRows.movements ?? []), ...reversal] })),
    )[0];
    // Sold: 6 − 1 jars at 4 €.
    expect(figure?.sample).toMatch(/^20,00\s€ de ventes/);
  });
});

describe('margin', () => {
  test('a line that the ledger does not know uses its own cost; one without any is left out and counted', () => {
    const movements = (workedRows.movements ?? []).filter(({ lineId }) => lineId !== 'LIG-B' && lineId !== 'LIG-C');
    // B: 24 € for six, five kept = 20 €, as the ledger said.
    expect(sumOf('hero_margin', { movements })).toBe('3600 ÷ 6800');
    const lines = (workedRows.lines ?? []).map((row) => ({ ...row, costCents: row.id === 'LIG-B' ? 2400 : null }));
    const figure = computeKpis(kpiContext(workedShop({ movements, lines }))).find(({ id }) => id === 'hero_margin');
    expect(figure?.sample).toMatch(/^1 ligne expédiée .* ; 1 ligne sans coût laissée de côté\.$/);
  });

  test('goods that cost more than they brought give a margin below zero', () => {
    const movements = (workedRows.movements ?? []).map((row) => ({ ...row, unitCostCents: 2000 }));
    expect(sumOf('hero_margin', { movements })).toBe('-11200 ÷ 6800');
  });
});

describe('delays', () => {
  const shipments = (deliveredOn: string): TestRows => ({
    shipments: rowsFromText(
      'shipments',
      `Expédition | Commande | Origine | Hub | État | Expédiée le | Livrée le\nEXP-B | CMD-B | hub | HUB-1 | livré | 03/11/2026 | ${deliveredOn}`,
    ),
  });
  test.each<[string, string, string]>([
    ['on the day it counts from', '03/11/2026', '0 ÷ 1'],
    ['the next working day', '04/11/2026', '1 ÷ 1'],
    ['on a Saturday counts as Friday', '07/11/2026', '3 ÷ 1'],
    ['over a weekend', '09/11/2026', '4 ÷ 1'],
    ['over the closed day', '12/11/2026', '6 ÷ 1'],
  ])('%s', (_, day, expected) => {
    expect(sumOf('hub_delay', shipments(day))).toBe(expected);
  });

  test('a hub has its own cut-off hour', () => {
    const hubs = [{ id: 'HUB-1', name: 'Lyon', cutOffHour: 16 }];
    // 15:00 on Monday is in time: Tuesday is one day.
    expect(sumOf('hub_delay', { hubs, ...shipments('03/11/2026') })).toBe('1 ÷ 1');
  });
});
