/**
 * PaymentIntents, charges, refunds and the money they move on the account's balance, as the API shows them.
 */
import type Stripe from 'stripe';
import { NO_METADATA } from './build-catalogue.ts';
import { nextId, type World } from './world.ts';

const CARD_ONLY = ['card'];
const CARD_OPTIONS: Stripe.PaymentIntent.PaymentMethodOptions = {
  card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
};

export function buildPaymentIntent(
  world: World,
  invoice: Stripe.Invoice,
  paymentMethod: string | null,
): Stripe.PaymentIntent {
  const id = nextId(world, 'pi');
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: invoice.amount_remaining,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic',
    client_secret: [id, 'secret', 'local'].join('_'),
    confirmation_method: 'automatic',
    created: world.nowSeconds,
    currency: invoice.currency,
    customer: invoice.customer,
    customer_account: null,
    description: invoice.billing_reason === 'subscription_create' ? 'Subscription creation' : 'Subscription update',
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: invoice.livemode,
    managed_payments: null,
    metadata: NO_METADATA,
    next_action: null,
    on_behalf_of: null,
    payment_method: paymentMethod,
    payment_method_configuration_details: null,
    payment_method_options: CARD_OPTIONS,
    payment_method_types: CARD_ONLY,
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: 'off_session',
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: paymentMethod === null ? 'requires_payment_method' : 'requires_confirmation',
    transfer_data: null,
    transfer_group: null,
  };
}

/** How a charge ended; a decline carries the issuer's code. */
export type ChargeEnd = { readonly paid: true } | { readonly paid: false; readonly declineCode: string };

const DECLINE_MESSAGES: Readonly<Record<string, string>> = {
  insufficient_funds: 'Your card has insufficient funds.',
  lost_card: 'Your card was declined.',
};

export function declineMessage(declineCode: string): string {
  return DECLINE_MESSAGES[declineCode] ?? 'Your card was declined.';
}

const NOT_FRAUDULENT = {};

export function buildCharge(
  world: World,
  intent: Stripe.PaymentIntent,
  invoice: Stripe.Invoice,
  end: ChargeEnd,
): Stripe.Charge {
  const id = nextId(world, 'ch');
  const method = intent.payment_method;
  return {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: end.paid ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: end.paid ? nextId(world, 'txn') : null,
    billing_details: {
      address: null,
      email: invoice.customer_email,
      name: invoice.customer_name,
      phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: world.settings.accountName.toUpperCase().slice(0, 22),
    captured: end.paid,
    created: world.nowSeconds,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: end.paid ? null : 'card_declined',
    failure_message: end.paid ? null : declineMessage(end.declineCode),
    fraud_details: NOT_FRAUDULENT,
    livemode: intent.livemode,
    metadata: NO_METADATA,
    on_behalf_of: null,
    outcome: end.paid ? PAID_OUTCOME : declinedOutcome(end.declineCode),
    paid: end.paid,
    payment_intent: intent.id,
    payment_method: typeof method === 'string' ? method : null,
    payment_method_details: { card: cardDetails(world, intent.amount), type: 'card' },
    receipt_email: null,
    receipt_number: null,
    receipt_url: end.paid ? ['https://pay.stripe.com/receipts/invoices', invoice.id].join('/') : null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: end.paid ? 'succeeded' : 'failed',
    transfer_data: null,
    transfer_group: null,
  };
}

const PAID_OUTCOME: Stripe.Charge.Outcome = {
  advice_code: null,
  network_advice_code: null,
  network_decline_code: null,
  network_status: 'approved_by_network',
  reason: null,
  risk_level: 'normal',
  seller_message: 'Payment complete.',
  type: 'authorized',
};

/** A lost card is the one that says not to try again. */
function declinedOutcome(declineCode: string): Stripe.Charge.Outcome {
  return {
    ...PAID_OUTCOME,
    advice_code: declineCode === 'lost_card' ? 'do_not_try_again' : 'try_again_later',
    network_status: 'declined_by_network',
    reason: declineCode,
    seller_message: 'The bank did not return any further details with this decline.',
    type: 'issuer_declined',
  };
}

const NO_CHECKS = { address_line1_check: null, address_postal_code_check: null, cvc_check: null };

function cardDetails(world: World, amountCents: number): Stripe.Charge.PaymentMethodDetails.Card {
  return {
    amount_authorized: amountCents,
    authorization_code: null,
    brand: 'visa',
    checks: NO_CHECKS,
    country: world.settings.country,
    electronic_commerce_indicator: null,
    exp_month: 12,
    exp_year: 2034,
    fingerprint: 'LocalCard0000001',
    funding: 'credit',
    installments: null,
    last4: '4242',
    mandate: null,
    network: 'visa',
    network_transaction_id: null,
    regulated_status: 'unregulated',
    three_d_secure: null,
    transaction_link_id: null,
    wallet: null,
  };
}

const TO_CARD: Stripe.Refund.DestinationDetails = {
  card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
  type: 'card',
};

export function buildRefund(
  world: World,
  charge: Stripe.Charge,
  fields: Pick<Stripe.Refund, 'id' | 'amount' | 'status' | 'reason' | 'metadata'>,
): Stripe.Refund {
  return {
    ...fields,
    object: 'refund',
    balance_transaction: nextId(world, 'txn'),
    charge: charge.id,
    created: world.nowSeconds,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: TO_CARD,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    receipt_number: null,
    source_transfer_reversal: null,
    transfer_reversal: null,
  };
}
