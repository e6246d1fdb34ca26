/**
 * Disputes: the bank takes the money when the dispute opens and gives it back when it is won. An inquiry (warning_*) moves
 * no money. `amount_refunded` of the charge never changes.
 */
import type Stripe from 'stripe';
import { DAY_SECONDS } from './calendar.ts';
import { change, emitEvent, insertWithEvent } from './emit-event.ts';
import { mustGet, nextId, type World } from './world.ts';

const DISPUTE_FEE_CENTS = 2000;
const EVIDENCE_DAYS = 9;

export interface DisputeRequest {
  readonly id?: string;
  readonly charge: string;
  readonly amountCents: number;
  readonly reason: string;
  readonly inquiry: boolean;
  readonly submittedAt: number | null;
  readonly closedAt: number | null;
  readonly outcome: 'won' | 'lost' | 'open';
}

export function disputeCharge(world: World, request: DisputeRequest): Stripe.Dispute {
  const charge = mustGet(world.tables.charges, request.charge);
  const dispute = buildDispute(world, charge, request);
  insertWithEvent(world, world.tables.disputes, dispute, 'charge.dispute.created');
  if (!request.inquiry) emitEvent(world, 'charge.dispute.funds_withdrawn', dispute);
  change(world, world.tables.charges, charge, { disputed: true }, 'charge.updated');
  if (request.submittedAt !== null) world.due.push(request.submittedAt, { kind: 'submit-evidence', id: dispute.id });
  if (request.closedAt !== null && request.outcome !== 'open') {
    world.due.push(request.closedAt, { kind: 'close-dispute', id: dispute.id, outcome: request.outcome });
  }
  return dispute;
}

export function submitEvidence(world: World, id: string): void {
  const before = mustGet(world.tables.disputes, id);
  if (!before.status.endsWith('needs_response')) return;
  const next = before.status === 'needs_response' ? 'under_review' : 'warning_under_review';
  const evidence = { ...before.evidence_details, has_evidence: true, submission_count: 1, submission_method: 'manual' };
  const patch = { status: next, evidence_details: evidence };
  change(world, world.tables.disputes, before, patch, 'charge.dispute.updated');
}

/** An inquiry ends as warning_closed whatever its outcome. */
export function closeDispute(world: World, id: string, outcome: 'won' | 'lost'): void {
  const before = mustGet(world.tables.disputes, id);
  if (['won', 'lost', 'warning_closed'].includes(before.status)) return;
  const inquiry = before.status.startsWith('warning');
  const wins = outcome === 'won' && !inquiry;
  const closed = change(world, world.tables.disputes, before, {
    status: inquiry ? 'warning_closed' : outcome,
    balance_transactions: wins
      ? [...before.balance_transactions, buildDisputeTransaction(world, before.id, before.amount, before.currency, 0)]
      : before.balance_transactions,
    is_charge_refundable: inquiry || wins,
  });
  if (wins) emitEvent(world, 'charge.dispute.funds_reinstated', closed);
  emitEvent(world, 'charge.dispute.closed', closed, { status: before.status });
}

function buildDispute(world: World, charge: Stripe.Charge, request: DisputeRequest): Stripe.Dispute {
  const id = request.id ?? nextId(world, 'du');
  const taken = () => buildDisputeTransaction(world, id, -request.amountCents, charge.currency, DISPUTE_FEE_CENTS);
  return {
    id,
    object: 'dispute',
    amount: request.amountCents,
    balance_transactions: request.inquiry ? [] : [taken()],
    charge: charge.id,
    created: world.nowSeconds,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: EMPTY_EVIDENCE,
    evidence_details: {
      due_by: world.nowSeconds + EVIDENCE_DAYS * DAY_SECONDS,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: request.inquiry,
    livemode: charge.livemode,
    metadata: {},
    payment_intent: charge.payment_intent,
    payment_method_details: {
      card: {
        brand: 'visa',
        case_type: request.inquiry ? 'inquiry' : 'chargeback',
        network: 'visa',
        network_reason_code: '83',
      },
      type: 'card',
    },
    reason: request.reason,
    status: request.inquiry ? 'warning_needs_response' : 'needs_response',
  };
}

function buildDisputeTransaction(
  world: World,
  dispute: string,
  amountCents: number,
  currency: string,
  feeCents: number,
): Stripe.BalanceTransaction {
  const fee = { amount: feeCents, application: null, currency, description: 'Dispute fee', type: 'stripe_fee' };
  return {
    id: nextId(world, 'txn'),
    object: 'balance_transaction',
    amount: amountCents,
    available_on: world.nowSeconds,
    balance_type: 'payments',
    created: world.nowSeconds,
    currency,
    description: amountCents < 0 ? 'Chargeback withdrawal' : 'Chargeback reversal',
    exchange_rate: null,
    fee: feeCents,
    fee_details: feeCents === 0 ? [] : [fee],
    net: amountCents - feeCents,
    reporting_category: amountCents < 0 ? 'dispute' : 'dispute_reversal',
    source: dispute,
    status: 'available',
    type: 'adjustment',
  };
}

const EMPTY_EVIDENCE: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};
