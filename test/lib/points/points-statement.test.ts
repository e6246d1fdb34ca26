// What a customer is told of their points: movements as they happened, undone ones left out, the balance after each.
import { expect, test } from 'vitest';
import type { Effect } from '#lib/actions/action.ts';
import { actOf, undoOf } from '../../support/act-of.ts';
import { type TestRows, workbookOf } from '../../support/workbook-of.ts';

const TODAY = '2026-11-22';
const entry = (number: number, on: string, kind: string, points: number, lotId: string | null, more: object = {}) =>
  ({ id: `PTS-00000${number}`, customerId: 'CLI-000001', on, kind, points, lotId, ...more }) as never;
const lot = (number: number, expiresOn: string, remaining: number) =>
  ({
    id: `LPT-00000${number}`,
    customerId: 'CLI-000001',
    earnedOn: '2026-01-05',
    expiresOn,
    points: 200,
    remaining,
  }) as never;
const shop: TestRows = {
  customers: [
    { id: 'CLI-000001', name: 'Camille <b>Roux</b>', pointsBalance: 210 },
    { id: 'CLI-000002', name: 'Noé Petit' },
  ],
  points: [
    entry(1, '2026-01-05', 'earn', 180, 'LPT-000001', { source: 'in_1' }),
    entry(2, '2026-02-05', 'earn', 180, 'LPT-000002', { source: 'in_2' }),
    entry(3, '2026-03-01', 'spend', -180, 'LPT-000001', { source: 'CMD-000007', actionId: 'a-1' }),
    entry(4, '2026-03-01', 'spend', -20, 'LPT-000002', { source: 'CMD-000007', actionId: 'a-1' }),
    entry(5, '2026-04-01', 'clawback', -10, null, { source: 'in_1' }),
    entry(6, '2026-04-02', 'settle', -10, 'LPT-000002'),
    entry(7, '2026-04-02', 'settle', 10, null),
    entry(8, '2026-05-01', 'bonus', 50, 'LPT-000003', { reason: 'Merci de votre patience' }),
    entry(9, '2026-05-01', 'bonus', 10, 'LPT-000003', { reason: 'Erreur' }),
  ],
  pointLots: [lot(1, '2026-11-22', 0), lot(2, '2027-08-05', 150), lot(3, '2027-08-05', 60)],
};

function effectsOf(customerId: string, workbook = workbookOf(shop)) {
  const { effects, warnings } = actOf(workbook, 'points-statement', { customerId }, TODAY);
  const pick = <Kind extends Effect['kind']>(kind: Kind) =>
    effects.find((effect): effect is Extract<Effect, { kind: Kind }> => effect.kind === kind);
  return { card: pick('card'), copy: pick('copy'), print: pick('print'), warnings };
}

test('movements as the customer lived them, the split over lots joined, a settled debt left out', () => {
  const { copy, warnings } = effectsOf('CLI-000001');
  expect(copy?.text.split('\n')).toEqual([
    'Votre solde au 22/11/2026 : 210 points.',
    '– 210 points à utiliser avant le 05/08/2027',
    '',
    '05/01/2026 – Gagnés avec l’abonnement : +180',
    '05/02/2026 – Gagnés avec l’abonnement : +180',
    '01/03/2026 – Dépensés (CMD-000007) : -200',
    '01/04/2026 – Repris après un remboursement : -10',
    '01/05/2026 – Offerts (Merci de votre patience) : +50',
    '01/05/2026 – Offerts (Erreur) : +10',
  ]);
  expect(warnings).toEqual([]);
});

test('the card gives the balance after each movement, newest first, with the rows behind', () => {
  const lines = effectsOf('CLI-000001').card?.sections[2]?.items ?? [];
  expect(lines.map(({ value }) => value)).toEqual([
    '+10 (solde 210)',
    '+50 (solde 200)',
    '-10 (solde 150)',
    '-200 (solde 160)',
    '+180 (solde 360)',
    '+180 (solde 180)',
  ]);
  expect(lines[3]?.row).toEqual({ table: 'points', id: 'PTS-000003' });
});

test('nothing in a name opens a tag on the printed page', () => {
  expect(effectsOf('CLI-000001').print?.html).toContain('Camille &lt;b&gt;Roux&lt;/b&gt;');
});

test('what was undone is not told, nor that it was', () => {
  const given = actOf(workbookOf(shop), 'give-points', { customerId: 'CLI-000001', points: '5', reason: 'x' }, TODAY);
  const undone = undoOf(given, TODAY).workbook;
  expect(undone.points.rows).toHaveLength(11);
  expect(effectsOf('CLI-000001', undone).copy?.text).toBe(effectsOf('CLI-000001').copy?.text);
});

test('a kept balance that the movements do not bear out is said', () => {
  const workbook = workbookOf({ ...shop, customers: [{ id: 'CLI-000001', pointsBalance: 999 }] });
  expect(effectsOf('CLI-000001', workbook).warnings.join()).toContain('annonce 999 points');
});

test('a customer without points has an empty statement that says so', () => {
  const { card, copy } = effectsOf('CLI-000002');
  expect(copy?.text).toBe('Votre solde au 22/11/2026 : 0 points.');
  expect(card?.sections.map(({ items, empty }) => (items.length === 0 ? empty : items[0]?.value))).toEqual([
    '0 points',
    'Aucun point à utiliser.',
    'Aucun mouvement.',
  ]);
});
