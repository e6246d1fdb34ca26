/**
 * A paused collection: the subscription stays active, its periods run on and its invoices are not collected. Open
 * invoices from before the pause go on being retried.
 */
import type Stripe from 'stripe';
import { change } from './emit-event.ts';
import { mustGet, type World } from './world.ts';

export function pauseCollection(
  world: World,
  id: string,
  behavior: Stripe.Subscription.PauseCollection.Behavior,
  resumesAt: number | null,
): Stripe.Subscription {
  const before = mustGet(world.tables.subscriptions, id);
  if (resumesAt !== null) world.due.push(resumesAt, { kind: 'resume-collection', id, resumesAt });
  const patch: Partial<Stripe.Subscription> = { pause_collection: { behavior, resumes_at: resumesAt } };
  return change(world, world.tables.subscriptions, before, patch, 'customer.subscription.updated');
}

/** Invoices kept as drafts stay drafts: somebody has to finalize them. */
export function resumeCollection(world: World, id: string): Stripe.Subscription {
  const before = mustGet(world.tables.subscriptions, id);
  return change(world, world.tables.subscriptions, before, { pause_collection: null }, 'customer.subscription.updated');
}
