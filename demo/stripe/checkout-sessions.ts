// What customers of the demo shop pay in Stripe Checkout around its last day, and in the weeks after it, so that a night that
// passes brings orders: from stock, from partners, both in one basket, a guest, and a gift card that the workbook does not know.
import { catalogue, HONEY, productOf, SOAP, SPICES } from '#demo/catalogue/products.ts';
import type { Person } from '#demo/people/build-people.ts';
import type { Checkout, CheckoutItem, StripeAct } from '#demo/stripe-act.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import type { StripeMember } from './build-stripe-script.ts';
import { DAY_SECONDS, HOUR_SECONDS, unixSeconds } from './unix-time.ts';

type Basket = readonly (readonly [sku: string, quantity: number, discountCents?: number])[];

const FIRST_DAY = -2;
const LAST_DAY = 40;
const SHIPPING_CENTS = 490;
const GIFT_CARD = { id: 'prod_DemoCarteCadeau', name: 'Carte cadeau 30 €', priceCents: 3000 };
/** In turn, one a day; on every fourth day a second one follows in the evening. */
const BASKETS: readonly Basket[] = [
  [
    [HONEY, 2],
    [SOAP, 1],
  ],
  [['LIN-TORCHON-2', 1]],
  [
    [SPICES, 1],
    ['GOU-INOX-500', 1],
  ],
  [
    [SOAP, 1, 200],
    ['BRI-TISANE-SOIR', 2],
    [HONEY, 1],
  ],
  [['HAB-BAUME-30', 1]],
];
const GUEST: Person = {
  name: 'Maëlle Quéméneur',
  firstName: 'Maëlle',
  email: 'maelle.quemeneur@example.org',
  phone: '06 39 98 41 07',
  address: '12 rue des Ajoncs',
  postalCode: '29200',
  city: 'Brest',
};

/** The Stripe product that a Checkout of that product names. */
export function checkoutProductId(sku: string): string {
  return `prod_Demo${sku.replace(/-/g, '')}`;
}

/** In time order. Those of the last days before `today` are told by its first nights, the later ones as time passes. */
export function buildCheckouts(today: Day, members: readonly StripeMember[]): readonly StripeAct[] {
  const opened = unixSeconds(addDays(today, FIRST_DAY - 1), 8 * HOUR_SECONDS);
  const products = [...catalogue.map(({ sku, name }) => ({ id: checkoutProductId(sku), name })), GIFT_CARD].map(
    ({ id, name }): StripeAct => ({ act: 'create-product', at: opened, id, name }),
  );
  const faithful = members.filter(({ kind }) => kind === 'activeMonthly' || kind === 'activeYearly');
  const sessions: Checkout[] = [];
  const pay = (at: number, items: readonly CheckoutItem[], person: Person, customer?: string) =>
    sessions.push({
      act: 'checkout',
      at,
      id: `cs_live_demo${String(sessions.length + 1).padStart(6, '0')}`,
      ...(customer !== undefined && { customer }),
      name: person.name,
      email: person.email,
      phone: person.phone,
      address: { line1: person.address, postalCode: person.postalCode, city: person.city, country: 'FR' },
      items,
      shippingCents: SHIPPING_CENTS,
    });
  for (let offset = FIRST_DAY, turn = 0; offset <= LAST_DAY; offset += 1, turn += 1) {
    const noon = unixSeconds(addDays(today, offset), DAY_SECONDS / 2);
    const member = faithful[turn % faithful.length];
    const basket = BASKETS[turn % BASKETS.length] ?? [];
    if (member !== undefined) pay(noon, basket.map(itemOf), member.person, member.customer);
    if (turn % 4 === 0) pay(noon + 7 * HOUR_SECONDS, [itemOf(['LIN-SAC-PAIN', 1])], GUEST);
    if (offset === -1) pay(noon + 8 * HOUR_SECONDS, [giftCard], GUEST);
  }
  return [...products, ...sessions];
}

function itemOf([sku, quantity, discountCents]: Basket[number]): CheckoutItem {
  const unitAmountCents = productOf(sku).priceCents;
  return {
    product: checkoutProductId(sku),
    unitAmountCents,
    quantity,
    ...(discountCents !== undefined && { discountCents }),
  };
}

const giftCard: CheckoutItem = { product: GIFT_CARD.id, unitAmountCents: GIFT_CARD.priceCents, quantity: 1 };
