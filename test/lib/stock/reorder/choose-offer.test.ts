// Which partner is chosen, row by row as a shopkeeper would argue it.
import { expect, test } from 'vitest';
import { chooseOffer, type OfferFacts, type Wanted } from '#lib/stock/reorder/choose-offer.ts';

const offer = (id: string, changes: Partial<OfferFacts> = {}): OfferFacts => ({
  id,
  rank: 'primary',
  unitCostCents: 400,
  minimum: 0,
  leadDays: 10,
  ...changes,
});
const calm = (quantity = 20): Wanted => ({ quantity, neededInDays: null });
const urgent = (neededInDays: number): Wanted => ({ quantity: 20, neededInDays });
const backup = { rank: 'backup', leadDays: 3, unitCostCents: 300 } as const;

test.each<[string, OfferFacts[], Wanted, string]>([
  ['the main partner, although the backup is cheaper and sooner', [offer('B', backup), offer('A')], calm(), 'A'],
  [
    'of two equals the one whose minimum is met',
    [offer('A', { minimum: 50, unitCostCents: 300 }), offer('B')],
    calm(),
    'B',
  ],
  ['minimum met by both: the cheaper', [offer('A', { minimum: 20 }), offer('B', { unitCostCents: 399 })], calm(), 'B'],
  [
    'a price nobody knows comes last',
    [offer('A', { unitCostCents: null }), offer('B', { unitCostCents: 900 })],
    calm(),
    'B',
  ],
  ['same price: the sooner', [offer('A'), offer('B', { leadDays: 9 })], calm(), 'B'],
  ['all the same: the id', [offer('B'), offer('A')], calm(), 'A'],
  ['urgent, and the main partner is in time on the last day', [offer('A'), offer('B', backup)], urgent(10), 'A'],
  ['urgent, and the main partner is too late', [offer('A'), offer('B', backup)], urgent(9.5), 'B'],
  ['urgent, all are too late: the least late', [offer('A'), offer('B', { ...backup, leadDays: 12 })], urgent(1), 'A'],
])('%s', (_, offers, wanted, id) => {
  expect(chooseOffer(offers, wanted)?.id).toBe(id);
});

test('nobody sells it', () => {
  expect(chooseOffer([], calm())).toBeUndefined();
});
