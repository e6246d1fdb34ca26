/**
 * What a paused collection does to an invoice as it is born: void and uncollectible close it at once, a kept draft stays.
 */
import type Stripe from 'stripe';
import { markUncollectible, voidInvoice } from './close-invoice.ts';
import { openInvoice } from './finalize-invoice.ts';
import type { World } from './world.ts';

/** Closes the draft by the pause's behaviour, without using the customer's credit; nothing when collection is not paused. */
export function closeWhilePaused(world: World, subscription: Stripe.Subscription, invoice: Stripe.Invoice): void {
  const behavior = subscription.pause_collection?.behavior;
  if (behavior !== 'void' && behavior !== 'mark_uncollectible') return;
  const open = openInvoice(world, invoice, { balance: 'ignored' });
  if (behavior === 'void') voidInvoice(world, open);
  else markUncollectible(world, open, 'subscription_paused');
}
