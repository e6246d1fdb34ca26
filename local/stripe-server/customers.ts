/**
 * Customers and their cards: creation, change, replacement of the card, deletion.
 */
import type Stripe from 'stripe';
import type { CardBehaviour, CreateCustomer } from '#demo/stripe-act.ts';
import { buildCardPaymentMethod, buildCustomer } from './build-catalogue.ts';
import { cancelSubscription } from './cancel-subscription.ts';
import { change, emitEvent, insertWithEvent } from './emit-event.ts';
import { mustGet, nextId, type World } from './world.ts';

export function createCustomer(world: World, act: CreateCustomer): Stripe.Customer {
  const customer = buildCustomer(world, {
    id: act.id,
    email: act.email ?? null,
    name: act.name ?? null,
    phone: act.phone ?? null,
    metadata: { ...act.metadata },
    test_clock: act.testClock ?? null,
    ...(act.livemode === undefined ? {} : { livemode: act.livemode }),
  });
  insertWithEvent(world, world.tables.customers, customer, 'customer.created');
  if (act.card !== undefined) setCard(world, act.id, act.card);
  return mustGet(world.tables.customers, act.id);
}

/** Replaces the customer's card; it starts without past attempts. */
export function setCard(world: World, customerId: string, behaviour: CardBehaviour): void {
  const customer = mustGet(world.tables.customers, customerId);
  world.cards.set(customerId, { behaviour, attempts: 0 });
  let method: string | null = null;
  if (behaviour.kind !== 'none') {
    const built = buildCardPaymentMethod(world, nextId(world, 'pm'), customer);
    method = insertWithEvent(world, world.tables.paymentMethods, built, 'payment_method.attached').id;
  }
  const settings = { ...customer.invoice_settings, default_payment_method: method };
  change(world, world.tables.customers, customer, { invoice_settings: settings }, 'customer.updated');
}

/** Cancels the customer's subscriptions at once; the customer stays readable as a stub and leaves every list. */
export function deleteCustomer(world: World, customerId: string): void {
  const customer = mustGet(world.tables.customers, customerId);
  if (world.deletedCustomers.has(customerId)) return;
  for (const id of world.tables.subscriptions.idsBy('customer', customerId)) {
    cancelSubscription(world, id, 'cancellation_requested');
  }
  world.deletedCustomers.add(customerId);
  emitEvent(world, 'customer.deleted', customer);
}
