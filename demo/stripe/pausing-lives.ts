// Lives with a pause: of the collection (status stays active), of the subscription (status paused), wanted or not.
import { noCard, type PauseBehaviour } from '#demo/stripe-act.ts';
import { addDays, addMonths, type Day } from '#lib/kernel/day.ts';
import { at, daysAgo, type Life, on, signUp, visitPortal } from './life.ts';

const PAUSE_MONTHS = 3;
const BEHAVIOURS: readonly PauseBehaviour[] = ['void', 'keep_as_draft', 'mark_uncollectible'];

export function collectionPaused(life: Life): void {
  pauseCollection(life, daysAgo(life, 15, 75), addMonths);
}

export function collectionPausedForGood(life: Life): void {
  pauseCollection(life, daysAgo(life, 15, 75), null);
}

/** Paused and back by itself at the date that was set. */
export function collectionResumed(life: Life): void {
  pauseCollection(life, daysAgo(life, 110, 220), addMonths);
}

export function collectionResumedByHand(life: Life): void {
  const paused = daysAgo(life, 70, 160);
  pauseCollection(life, paused, addMonths);
  life.acts.push({ act: 'resume-collection', ...on(life, addDays(paused, life.random.integer(35, 60))) });
}

/** `resumeAfter` counts the months of the pause; null leaves it open. */
function pauseCollection(life: Life, paused: Day, resumeAfter: typeof addMonths | null): void {
  signUp(life, addDays(paused, -life.random.integer(40, 150)));
  const behaviour = BEHAVIOURS[life.turn % BEHAVIOURS.length] ?? 'void';
  const resumesAt = resumeAfter === null ? {} : { resumesAt: at(life, resumeAfter(paused, PAUSE_MONTHS)) };
  life.acts.push({ act: 'pause-collection', ...on(life, paused), behaviour, ...resumesAt });
}

export function pausedUntil(life: Life): void {
  const paused = daysAgo(life, 12, 80);
  signUp(life, addDays(paused, -life.random.integer(40, 150)));
  life.acts.push({ act: 'pause', ...on(life, paused), resumesAt: at(life, addMonths(paused, PAUSE_MONTHS)) });
}

export function pausedOpen(life: Life): void {
  const paused = daysAgo(life, 12, 80);
  signUp(life, addDays(paused, -life.random.integer(40, 150)));
  life.acts.push({ act: 'pause', ...on(life, paused), creditUnusedTimeFrom: 'none' });
}

export function pausedThenResumed(life: Life): void {
  const paused = daysAgo(life, 90, 160);
  signUp(life, addDays(paused, -life.random.integer(40, 150)));
  life.acts.push({ act: 'pause', ...on(life, paused) });
  const anchor = life.turn % 2 === 0 ? 'now' : 'unchanged';
  life.acts.push({ act: 'resume', ...on(life, addDays(paused, life.random.integer(32, 80))), anchor });
}

/** Paused and back by itself through the schedule that Stripe keeps. */
export function pausedThenBack(life: Life): void {
  const paused = daysAgo(life, 110, 200);
  signUp(life, addDays(paused, -life.random.integer(40, 120)));
  life.acts.push({ act: 'pause', ...on(life, paused), resumesAt: at(life, addMonths(paused, PAUSE_MONTHS)) });
}

/** Nobody asked: a trial ended without a card. */
export function pausedInvoluntarily(life: Life): void {
  const first = daysAgo(life, 25, 60);
  const trialEndsAt = at(life, addDays(first, 14));
  signUp(life, first, { card: noCard, trialEndsAt, trialWithoutCard: 'pause' });
  visitPortal(life, addDays(first, 16));
}
