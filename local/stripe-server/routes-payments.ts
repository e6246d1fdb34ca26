/**
 * Charges, PaymentIntents, refunds and disputes.
 */
import type Stripe from 'stripe';
import type { OwnFilters, ParamTable } from './read-params.ts';
import { refundableCents, refundCharge } from './refund-charge.ts';
import { type Call, listRoute, matches, mergeMetadata, type Route, retrieveRoute } from './route.ts';
import { invalidRequest, missingParameter, noSuch, StripeRefusal } from './stripe-refusal.ts';
import { idOf, mustGet } from './world.ts';

const chargeFilters: OwnFilters<Stripe.ChargeListParams> = {
  created: 'range',
  customer: 'text',
  payment_intent: 'text',
  transfer_group: 'unsupported',
};
const intentFilters: OwnFilters<Stripe.PaymentIntentListParams> = {
  created: 'range',
  customer: 'text',
  customer_account: 'unsupported',
};
const refundFilters: OwnFilters<Stripe.RefundListParams> = { charge: 'text', created: 'range', payment_intent: 'text' };
const disputeFilters: OwnFilters<Stripe.DisputeListParams> = {
  charge: 'text',
  created: 'range',
  payment_intent: 'text',
};
const refundParams: ParamTable<Stripe.RefundCreateParams> = {
  amount: 'integer',
  charge: 'text',
  currency: 'unsupported',
  customer: 'unsupported',
  expand: 'texts',
  instructions_email: 'unsupported',
  metadata: 'metadata',
  origin: 'unsupported',
  payment_intent: 'text',
  reason: { oneOf: ['duplicate', 'fraudulent', 'requested_by_customer'] },
  refund_application_fee: 'unsupported',
  reverse_transfer: 'unsupported',
};

export const paymentRoutes: readonly Route[] = [
  listRoute<Stripe.Charge>({
    path: '/v1/charges',
    permission: 'charge',
    type: 'charge',
    filters: chargeFilters,
    table: (world) => world.tables.charges,
    keep: (row, { params }) =>
      matches(params, 'customer', idOf(row.customer)) && matches(params, 'payment_intent', idOf(row.payment_intent)),
  }),
  retrieveRoute('/v1/charges', 'charge', 'charges', 'charge'),
  listRoute<Stripe.PaymentIntent>({
    path: '/v1/payment_intents',
    permission: 'payment_intent',
    type: 'payment_intent',
    filters: intentFilters,
    table: (world) => world.tables.paymentIntents,
    keep: (row, { params }) => matches(params, 'customer', idOf(row.customer)),
  }),
  retrieveRoute('/v1/payment_intents', 'payment_intent', 'paymentIntents', 'payment_intent'),
  retrieveRoute('/v1/payment_methods', 'payment_method', 'paymentMethods', 'payment_method'),
  listRoute<Stripe.Refund>({
    path: '/v1/refunds',
    permission: 'charge',
    type: 'refund',
    filters: refundFilters,
    table: (world) => world.tables.refunds,
    keep: (row, { params }) =>
      matches(params, 'charge', idOf(row.charge)) && matches(params, 'payment_intent', idOf(row.payment_intent)),
  }),
  retrieveRoute('/v1/refunds', 'charge', 'refunds', 'refund'),
  {
    method: 'POST',
    path: '/v1/refunds',
    permission: 'charge_write',
    params: refundParams,
    type: 'refund',
    handle: createRefund,
  },
  listRoute<Stripe.Dispute>({
    path: '/v1/disputes',
    permission: 'dispute',
    type: 'dispute',
    filters: disputeFilters,
    table: (world) => world.tables.disputes,
    keep: (row, { params }) =>
      matches(params, 'charge', idOf(row.charge)) && matches(params, 'payment_intent', idOf(row.payment_intent)),
  }),
  retrieveRoute('/v1/disputes', 'dispute', 'disputes', 'dispute'),
];

function createRefund(call: Call): Stripe.Refund {
  const { params, world } = call;
  const charge = refundedCharge(call);
  const left = refundableCents(charge);
  if (left === 0) {
    const message = `Charge ${charge.id} has already been refunded.`;
    throw new StripeRefusal(400, { type: 'invalid_request_error', code: 'charge_already_refunded', message });
  }
  const amountCents = (params.amount as number | undefined) ?? left;
  if (amountCents <= 0) throw invalidRequest('Invalid positive integer', 'amount');
  if (amountCents > left) {
    throw invalidRequest(
      `Refund amount (${euros(amountCents)}) is greater than unrefunded amount on charge (${euros(left)})`,
      'amount',
    );
  }
  return refundCharge(world, {
    charge: charge.id,
    amountCents,
    end: { kind: 'succeeded' },
    reason: (params.reason as Stripe.Refund.Reason | undefined) ?? null,
    metadata: mergeMetadata({}, params.metadata),
  });
}

function refundedCharge({ params, world }: Call): Stripe.Charge {
  const chargeId = params.charge as string | undefined;
  const intentId = params.payment_intent as string | undefined;
  if (chargeId === undefined && intentId === undefined) throw missingParameter('payment_intent');
  if (chargeId !== undefined) {
    const charge = world.tables.charges.get(chargeId);
    if (charge === undefined) throw noSuch('charge', chargeId, 'charge');
    return charge;
  }
  const intent = world.tables.paymentIntents.get(intentId ?? '');
  if (intent === undefined) throw noSuch('payment_intent', intentId ?? '', 'payment_intent');
  if (intent.status !== 'succeeded') {
    throw invalidRequest('This PaymentIntent does not have a successful charge to refund.', 'payment_intent');
  }
  return mustGet(world.tables.charges, idOf(intent.latest_charge));
}

function euros(cents: number): string {
  return `€${(cents / 100).toFixed(2)}`;
}
