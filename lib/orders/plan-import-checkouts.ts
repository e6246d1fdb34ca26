// Orders that customers paid in Stripe Checkout → rows of Commandes and Lignes, once per session. Their lines wait to be
// routed by a person. A session that cannot be understood whole is told and left out: no half order, no guessed product.
import { indexCustomers } from '#lib/billing/customer-index.ts';
import { distinctFacts } from '#lib/billing/distinct-facts.ts';
import { normalEmail } from '#lib/billing/normal-email.ts';
import type { CheckoutFact, StripeFacts } from '#lib/billing/stripe-facts.ts';
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft, type Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { by } from '#lib/kernel/compare.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { appendOrder, type NewLine } from './new-order.ts';

const EURO = 'eur';

export function planImportCheckouts(context: PlanContext, facts: StripeFacts): ChangeSet {
  const { workbook, words } = context;
  const draft = createDraft(workbook, words);
  const needed = [workbook.orders, workbook.lines, workbook.customers, workbook.products];
  if (facts.checkouts.length === 0 || needed.some((state) => !state.usable)) return draft.changeSet();
  const known = new Set<unknown>(workbook.orders.rows.map(({ sourceId }) => sourceId));
  for (const { cells } of workbook.orders.setAside) known.add(cells.sourceId);
  const findCustomer = customerFinder(context, draft);
  const productOf = productIndex(context);
  const sessions = distinctFacts(facts.checkouts, ({ id }) => id).filter(({ id }) => !known.has(id));
  for (const session of [...sessions].sort(oldestFirst)) {
    const refused = refusalsOf(session, productOf);
    draft.report(...refused);
    if (refused.length > 0) continue;
    const customerId = findCustomer(session);
    if (customerId === null) {
      const customer = session.stripeCustomer ?? words.orders.guest;
      draft.report(problem('checkoutCustomerUnknown', { session: session.id, customer }));
    } else writeOrder(context, draft, session, customerId, productOf);
  }
  return draft.changeSet();
}

const oldestFirst = by<CheckoutFact>(
  (session) => session.orderedAt,
  (session) => session.id,
);

type ProductOf = (stripeProduct: string | null) => string | null;

function productIndex({ workbook }: PlanContext): ProductOf {
  const byStripe = new Map<string, string>();
  for (const { id, stripeProduct } of workbook.products.rows) {
    if (stripeProduct !== null && !byStripe.has(stripeProduct)) byStripe.set(stripeProduct, id);
  }
  return (stripeProduct) => byStripe.get(stripeProduct ?? '') ?? null;
}

function refusalsOf({ id, currency, lines }: CheckoutFact, productOf: ProductOf): Problem[] {
  if (currency !== EURO) return [problem('currencyNotEuro', { object: id, currency: currency.toUpperCase() })];
  return lines.flatMap(({ stripeProduct, name }) =>
    productOf(stripeProduct) === null
      ? [problem('checkoutProductUnknown', { session: id, product: [name, stripeProduct ?? ''].join(' ').trim() })]
      : [],
  );
}

/** The row of the Stripe customer, else the only one with that address, else a new row; null when nobody can be told. */
function customerFinder(context: PlanContext, draft: Draft): (session: CheckoutFact) => string | null {
  const { customers } = context.workbook;
  const index = indexCustomers(context.workbook);
  const byEmail = new Map<string, string | null>();
  for (const { id, email } of customers.rows) {
    const key = normalEmail(email);
    if (key !== null) byEmail.set(key, byEmail.has(key) ? null : id);
  }
  return (session) => {
    const linked = index.idOf(session.stripeCustomer);
    if (linked !== null) return linked;
    const key = normalEmail(session.email);
    if (key === null) return null;
    const known = byEmail.get(key);
    if (known !== undefined) return known;
    const id = draft.nextId(customers);
    const { name, phone, address, postalCode, city, country, stripeCustomer } = session;
    const createdOn = session.paidOn;
    const cells = { name, email: session.email, phone, address, postalCode, city, country, stripeCustomer, createdOn };
    draft.append(customers, { id, ...cells }, groupOf(session));
    byEmail.set(key, id);
    return id;
  };
}

/** An order, its lines and its new customer are written together. */
const groupOf = ({ id }: CheckoutFact): string => `checkout/${id}`;

function writeOrder(
  context: PlanContext,
  draft: Draft,
  session: CheckoutFact,
  customerId: string,
  productOf: ProductOf,
): void {
  const lines = session.lines.map(
    ({ stripeProduct, quantity, unitPriceCents, discountCents }): NewLine => ({
      productId: productOf(stripeProduct) ?? '',
      ...{ quantity, unitPriceCents, discountCents: discountCents === 0 ? null : discountCents },
    }),
  );
  const goodsCents = lines.reduce(
    (sum, line) => sum + line.quantity * (line.unitPriceCents ?? 0) - (line.discountCents ?? 0),
    0,
  );
  const { id: sourceId, orderedAt, shippingCents, totalCents, paidOn, name, phone } = session;
  const written = appendOrder(context, draft, {
    ...{ customerId, orderedAt, sourceId, lines, paidOn, source: 'stripe_checkout' },
    shippingPaidCents: shippingCents,
    // What Stripe charged stands: a reduction that is on no line becomes the order's own.
    discountCents: goodsCents + shippingCents - totalCents,
    pointsSpent: 0,
    shipTo: {
      ...{ shipName: name, shipAddress: session.address, shipPostalCode: session.postalCode },
      ...{ shipCity: session.city, shipCountry: session.country, shipPhone: phone },
    },
    ...{ instructions: null, note: null, actionId: null, group: groupOf(session) },
  });
  if (!('id' in written)) draft.report(...written);
}
