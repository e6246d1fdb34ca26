/**
 * Lets time pass: does everything that is due, in order, each at its own instant. How far one call goes must not matter,
 * only what is due.
 */
import type { StripeAct } from '#demo/stripe-act.ts';
import { DAY_SECONDS } from './calendar.ts';
import { cancelSubscription, expireIncomplete, hasEnded } from './cancel-subscription.ts';
import { markOverdue, voidInvoice } from './close-invoice.ts';
import { retryInvoice } from './collect-invoice.ts';
import { closeDispute, submitEvidence } from './dispute-charge.ts';
import type { Due } from './due-queue.ts';
import { finalizeInvoice } from './finalize-invoice.ts';
import { defaultConfiguration } from './open-portal.ts';
import { resumeCollection } from './pause-collection.ts';
import { runScheduledPause, runScheduledResume } from './pause-schedule.ts';
import { expireResumption } from './pause-subscription.ts';
import { playAct } from './play-act.ts';
import { settleRefund } from './refund-charge.ts';
import { renewSubscription } from './renew-subscription.ts';
import { mustGet, type World } from './world.ts';

/** Stripe keeps events for 30 days. */
const EVENT_SECONDS = 30 * DAY_SECONDS;

/** Queues acts to be played when the world reaches them; an act before the world's present throws a RangeError. */
export function queueActs(world: World, acts: readonly StripeAct[]): void {
  for (const act of acts) {
    if (act.at < world.nowSeconds)
      throw new RangeError(`Act ${act.act} at ${act.at} is before the world's ${world.nowSeconds}`);
  }
  for (const act of acts) world.due.push(act.at, { kind: 'act', act });
}

/** Brings the world to `instant` (unix seconds); an earlier instant changes nothing. */
export function runUntil(world: World, instant: number): void {
  let lastPruned = world.nowSeconds;
  for (let entry = world.due.popUntil(instant); entry !== undefined; entry = world.due.popUntil(instant)) {
    world.nowSeconds = Math.max(world.nowSeconds, entry.at);
    defaultConfiguration(world);
    runDue(world, entry.due);
    if (world.nowSeconds - lastPruned > DAY_SECONDS) {
      dropOldEvents(world);
      lastPruned = world.nowSeconds;
    }
  }
  world.nowSeconds = Math.max(world.nowSeconds, instant);
  defaultConfiguration(world);
  dropOldEvents(world);
}

function dropOldEvents(world: World): void {
  const oldest = world.nowSeconds - EVENT_SECONDS;
  const first = world.tables.events.at(world.tables.events.firstPosition);
  if (first !== undefined && first.created < oldest) world.tables.events.dropOldest((event) => event.created >= oldest);
}

type Runners = { readonly [Kind in Due['kind']]: (world: World, due: Extract<Due, { kind: Kind }>) => void };

const RUNNERS: Runners = {
  act: (world, due) => {
    playAct(world, due.act);
  },
  renew: (world, due) => {
    renewSubscription(world, due.id, due.periodEnd);
  },
  'cancel-at': (world, due) => {
    runCancelAt(world, due.id, due.cancelAt);
  },
  'resume-collection': (world, due) => {
    runResumeCollection(world, due.id, due.resumesAt);
  },
  'expire-incomplete': (world, due) => {
    runExpireIncomplete(world, due.id);
  },
  finalize: (world, due) => {
    runFinalize(world, due.id);
  },
  retry: (world, due) => {
    retryInvoice(world, due.id, due.attemptAt);
  },
  overdue: (world, due) => {
    markOverdue(world, due.id);
  },
  'expire-resumption': (world, due) => {
    expireResumption(world, due.id);
  },
  'settle-refund': (world, due) => {
    settleRefund(world, due.id, due.outcome);
  },
  'submit-evidence': (world, due) => {
    submitEvidence(world, due.id);
  },
  'close-dispute': (world, due) => {
    closeDispute(world, due.id, due.outcome);
  },
  'schedule-pause': (world, due) => {
    runScheduledPause(world, due.id);
  },
  'schedule-resume': (world, due) => {
    runScheduledResume(world, due.id);
  },
};

function runDue(world: World, due: Due): void {
  const run = RUNNERS[due.kind] as (world: World, due: Due) => void;
  run(world, due);
}

function runCancelAt(world: World, id: string, cancelAt: number): void {
  const subscription = mustGet(world.tables.subscriptions, id);
  if (subscription.cancel_at === cancelAt && !hasEnded(subscription)) {
    cancelSubscription(world, id, 'cancellation_requested');
  }
}

function runResumeCollection(world: World, id: string, resumesAt: number): void {
  const subscription = mustGet(world.tables.subscriptions, id);
  if (subscription.pause_collection?.resumes_at === resumesAt && !hasEnded(subscription)) resumeCollection(world, id);
}

function runExpireIncomplete(world: World, id: string): void {
  const subscription = mustGet(world.tables.subscriptions, id);
  if (subscription.status !== 'incomplete') return;
  expireIncomplete(world, subscription);
  const invoiceId = world.tables.invoices.idsBy('subscription', id)[0];
  const invoice = invoiceId === undefined ? undefined : world.tables.invoices.get(invoiceId);
  if (invoice?.status === 'open') voidInvoice(world, invoice);
}

function runFinalize(world: World, id: string): void {
  const invoice = mustGet(world.tables.invoices, id);
  if (invoice.status === 'draft' && invoice.auto_advance === true) finalizeInvoice(world, id);
}
