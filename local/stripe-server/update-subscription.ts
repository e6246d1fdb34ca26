/**
 * `POST /v1/subscriptions/:id`: the changes the job asks for. Everything is checked before anything is changed.
 */
import type Stripe from 'stripe';
import { itemOf } from './build-subscription.ts';
import { cancelAt, cancelAtPeriodEnd, hasEnded, undoCancel } from './cancel-subscription.ts';
import { change } from './emit-event.ts';
import { pauseCollection, resumeCollection } from './pause-collection.ts';
import type { Params, ParamTable } from './read-params.ts';
import { type Call, found, mergeMetadata } from './route.ts';
import { invalidRequest, missingParameter, noSuch } from './stripe-refusal.ts';
import { type Proration, switchPrice } from './switch-price.ts';
import { mustGet, type World } from './world.ts';

const itemParams: ParamTable<Stripe.SubscriptionUpdateParams.Item> = {
  billing_thresholds: 'unsupported',
  clear_usage: 'unsupported',
  current_trial: 'unsupported',
  deleted: 'unsupported',
  discounts: 'unsupported',
  id: 'text',
  metadata: 'unsupported',
  plan: 'unsupported',
  price: 'text',
  price_data: 'unsupported',
  quantity: 'integer',
  tax_rates: 'unsupported',
};
const pauseParams: ParamTable<Stripe.SubscriptionUpdateParams.PauseCollection> = {
  behavior: { oneOf: ['keep_as_draft', 'mark_uncollectible', 'void'] },
  resumes_at: 'integer',
};
export const FEEDBACK = [
  'customer_service',
  'low_quality',
  'missing_features',
  'other',
  'switched_service',
  'too_complex',
  'too_expensive',
  'unused',
] as const;

const detailParams: ParamTable<Stripe.SubscriptionUpdateParams.CancellationDetails> = {
  comment: 'text',
  feedback: { oneOf: FEEDBACK },
  feedback_option: 'unsupported',
};

export const SUBSCRIPTION_UPDATE_PARAMS: ParamTable<Stripe.SubscriptionUpdateParams> = {
  add_invoice_items: 'unsupported',
  application_fee_percent: 'unsupported',
  automatic_tax: 'unsupported',
  billing_cycle_anchor: 'unsupported',
  billing_schedules: 'unsupported',
  billing_thresholds: 'unsupported',
  cancel_at: 'text',
  cancel_at_period_end: 'flag',
  cancellation_details: { hash: detailParams },
  collection_method: 'unsupported',
  days_until_due: 'unsupported',
  default_payment_method: 'unsupported',
  default_source: 'unsupported',
  default_tax_rates: 'unsupported',
  description: 'text',
  discounts: 'unsupported',
  expand: 'texts',
  invoice_settings: 'unsupported',
  items: { list: itemParams },
  metadata: 'metadata',
  off_session: 'flag',
  on_behalf_of: 'unsupported',
  pause_collection: { emptyableHash: pauseParams },
  payment_behavior: 'unsupported',
  payment_settings: 'unsupported',
  pending_invoice_item_interval: 'unsupported',
  proration_behavior: { oneOf: ['always_invoice', 'create_prorations', 'none'] },
  proration_date: 'unsupported',
  transfer_data: 'unsupported',
  trial_end: 'unsupported',
  trial_from_plan: 'unsupported',
  trial_settings: 'unsupported',
};

export function updateSubscription({ world, id, params }: Call): Stripe.Subscription {
  const before = found(world.tables.subscriptions, id);
  const wantedPrice = checkUpdate(world, before, params);
  updateDetails(world, before, params);
  updateCancel(world, id, params);
  const pause = params.pause_collection as '' | { behavior: string; resumes_at?: number } | undefined;
  if (pause === '') resumeCollection(world, id);
  else if (pause !== undefined) pauseCollection(world, id, pause.behavior, pause.resumes_at ?? null);
  if (wantedPrice !== null) switchPrice(world, id, wantedPrice);
  return mustGet(world.tables.subscriptions, id);
}

interface WantedPrice {
  readonly price: string;
  readonly proration: Proration;
  readonly quantity?: number;
}

function checkUpdate(world: World, before: Stripe.Subscription, params: Params): WantedPrice | null {
  const harmless = ['metadata', 'cancellation_details', 'expand'];
  if (hasEnded(before) && Object.keys(params).some((name) => !harmless.includes(name))) {
    throw invalidRequest('A canceled subscription can only update its cancellation_details and metadata.');
  }
  const flag = params.cancel_at_period_end;
  if (flag === true && params.cancel_at !== undefined && params.cancel_at !== '') {
    throw invalidRequest('You may only specify one of these parameters: cancel_at, cancel_at_period_end.');
  }
  const pause = params.pause_collection as '' | { behavior?: string; resumes_at?: number } | undefined;
  if (pause !== undefined && pause !== '') checkPause(world, pause);
  return readPrice(world, before, params);
}

function checkPause(world: World, pause: { readonly behavior?: string; readonly resumes_at?: number }): void {
  if (pause.behavior === undefined) throw missingParameter('pause_collection[behavior]');
  if (pause.resumes_at !== undefined && pause.resumes_at <= world.nowSeconds) {
    throw invalidRequest('`resumes_at` must be in the future', 'pause_collection[resumes_at]');
  }
}

/** The one item's new price; without the item's id Stripe would add a second item, which this shop never does. */
function readPrice(world: World, before: Stripe.Subscription, params: Params): WantedPrice | null {
  const items = params.items as readonly { id?: string; price?: string; quantity?: number }[] | undefined;
  const wanted = items?.[0];
  if (items === undefined || wanted === undefined) return null;
  const item = itemOf(before);
  if (items.length > 1 || wanted.id === undefined) {
    throw invalidRequest('The local Stripe server keeps one item: give items[0][id] of the existing one.', 'items');
  }
  if (wanted.id !== item.id) throw noSuch('subscription item', wanted.id, 'items[0][id]');
  const price = wanted.price ?? item.price.id;
  if (world.tables.prices.get(price) === undefined) throw noSuch('price', price, 'items[0][price]');
  const proration = (params.proration_behavior ?? 'create_prorations') as Proration;
  return { price, proration, ...(wanted.quantity === undefined ? {} : { quantity: wanted.quantity }) };
}

function updateDetails(world: World, before: Stripe.Subscription, params: Params): void {
  const { metadata, description, cancellation_details: given } = params;
  const details = given as { comment?: string; feedback?: string } | undefined;
  const patch: Partial<Stripe.Subscription> = {
    ...(metadata === undefined ? {} : { metadata: mergeMetadata(before.metadata, metadata) }),
    ...(description === undefined ? {} : { description: description === '' ? null : String(description) }),
    ...(details === undefined
      ? {}
      : {
          cancellation_details: {
            comment: details.comment ?? null,
            feedback: details.feedback ?? null,
            feedback_option: null,
            reason: before.cancellation_details?.reason ?? null,
          },
        }),
  };
  if (Object.keys(patch).length === 0) return;
  change(world, world.tables.subscriptions, before, patch, 'customer.subscription.updated');
}

function updateCancel(world: World, id: string, params: Params): void {
  const current = mustGet(world.tables.subscriptions, id);
  const flag = params.cancel_at_period_end;
  const instant = params.cancel_at as string | undefined;
  if (flag === true) cancelAtPeriodEnd(world, id, true);
  else if ((flag === false || instant === '') && current.cancel_at !== null) undoCancel(world, id);
  if (instant === undefined || instant === '') return;
  const end = itemOf(current).current_period_end;
  const at = instant === 'min_period_end' || instant === 'max_period_end' ? end : Number(instant);
  if (!Number.isInteger(at) || at <= world.nowSeconds)
    throw invalidRequest('Invalid cancel_at: must be in the future', 'cancel_at');
  cancelAt(world, id, at);
}
