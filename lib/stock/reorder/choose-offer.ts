// Which partner a product is bought from. The main partner, unless it cannot deliver before an urgent need; among equals the
// one whose minimum is met, then the cheaper, then the sooner.
import { by } from '#lib/kernel/compare.ts';

export interface OfferFacts {
  readonly id: string;
  readonly rank: 'primary' | 'backup';
  readonly unitCostCents: number | null;
  readonly minimum: number;
  readonly leadDays: number;
}

export interface Wanted {
  readonly quantity: number;
  /** An urgent need: calendar days until the shelf is empty. null: no hurry. */
  readonly neededInDays: number | null;
}

/** The best of the offers; undefined when there is none. */
export function chooseOffer<Offer extends OfferFacts>(offers: readonly Offer[], wanted: Wanted): Offer | undefined {
  return [...offers].sort(offerOrder(wanted))[0];
}

function offerOrder({ quantity, neededInDays }: Wanted) {
  return by<OfferFacts>(
    // Too late for an urgent need: the less late the better. In time: how soon does not matter here.
    ({ leadDays }) => (neededInDays === null || leadDays <= neededInDays ? 0 : leadDays),
    ({ rank }) => (rank === 'primary' ? 0 : 1),
    ({ minimum }) => (minimum <= quantity ? 0 : 1),
    ({ unitCostCents }) => unitCostCents,
    ({ leadDays }) => leadDays,
    ({ id }) => id,
  );
}
