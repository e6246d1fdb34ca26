/**
 * Refunds. A refund counts on its charge from its creation on, pending or not; one that fails is taken back. It never
 * touches the invoice: `amount_paid` stays what was paid.
 */
import type Stripe from 'stripe';
import { buildRefund } from './build-payment.ts';
import { change, emitEvent, insertWithEvent } from './emit-event.ts';
import { idOf, mustGet, nextId, type World } from './world.ts';

export type RefundEnd =
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'succeeds-after'; readonly delaySeconds: number }
  | { readonly kind: 'fails-after'; readonly delaySeconds: number };

export interface RefundRequest {
  readonly id?: string;
  readonly charge: string;
  readonly amountCents: number;
  readonly end: RefundEnd;
  readonly reason?: Stripe.Refund.Reason | null;
  readonly metadata?: Stripe.Metadata;
}

/** What can still be given back on a charge, in cents. */
export function refundableCents(charge: Stripe.Charge): number {
  return charge.paid ? charge.amount - charge.amount_refunded : 0;
}

export function refundCharge(world: World, request: RefundRequest): Stripe.Refund {
  const before = mustGet(world.tables.charges, request.charge);
  const refund = buildRefund(world, before, {
    id: request.id ?? nextId(world, 're'),
    amount: request.amountCents,
    status: request.end.kind === 'succeeded' ? 'succeeded' : 'pending',
    reason: request.reason ?? null,
    metadata: request.metadata ?? {},
  });
  insertWithEvent(world, world.tables.refunds, refund, 'refund.created');
  const refunded = before.amount_refunded + request.amountCents;
  const after = change(world, world.tables.charges, before, {
    amount_refunded: refunded,
    refunded: refunded === before.amount,
  });
  emitEvent(world, 'charge.refunded', after, { amount_refunded: before.amount_refunded, refunded: before.refunded });
  if (request.end.kind !== 'succeeded') {
    const outcome = request.end.kind === 'fails-after' ? 'failed' : 'succeeded';
    world.due.push(world.nowSeconds + request.end.delaySeconds, { kind: 'settle-refund', id: refund.id, outcome });
  }
  return refund;
}

/** A pending refund's answer from the bank. */
export function settleRefund(world: World, id: string, outcome: 'succeeded' | 'failed'): void {
  const before = mustGet(world.tables.refunds, id);
  if (before.status !== 'pending') return;
  const patch: Partial<Stripe.Refund> =
    outcome === 'succeeded'
      ? { status: 'succeeded' }
      : {
          status: 'failed',
          failure_reason: 'lost_or_stolen_card',
          failure_balance_transaction: nextId(world, 'txn'),
        };
  const after = change(world, world.tables.refunds, before, patch, 'refund.updated');
  emitEvent(world, 'charge.refund.updated', after, { status: 'pending' });
  if (outcome === 'succeeded') return;
  emitEvent(world, 'refund.failed', after);
  const charge = mustGet(world.tables.charges, idOf(before.charge));
  const restored = { amount_refunded: charge.amount_refunded - before.amount, refunded: false };
  change(world, world.tables.charges, charge, restored, 'charge.updated');
}
