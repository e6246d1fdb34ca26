// What the demo shop sells by subscription: one offer, billed by the month or by the year, and the same offer in a
// currency the shop does not keep, which the night must set aside.

export const PRODUCT_ID = 'prod_DemoBoxChange1';

export interface Offer {
  readonly planId: string;
  readonly name: string;
  readonly price: string;
  readonly priceCents: number;
  readonly interval: 'month' | 'year';
  readonly points: number;
}

export const monthly: Offer = {
  planId: 'FOR-000001',
  name: 'Make the CHANGE, mensuel',
  price: 'price_DemoMonthly18EUR',
  priceCents: 1800,
  interval: 'month',
  points: 1800,
};

export const yearly: Offer = {
  planId: 'FOR-000002',
  name: 'Make the CHANGE, annuel',
  price: 'price_DemoYearly180EUR',
  priceCents: 18_000,
  interval: 'year',
  points: 21_600,
};

export const SWISS_PRICE_ID = 'price_DemoMonthly18CHF';
