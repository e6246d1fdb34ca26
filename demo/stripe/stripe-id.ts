// Ids of the demo's Stripe objects: readable, of Stripe's length and alphabet, in the order of creation.

/** @param index from 0. */
export function stripeId(prefix: 'cus' | 'sub', index: number): string {
  return `${prefix}_Demo${String(index + 1).padStart(10, '0')}`;
}
