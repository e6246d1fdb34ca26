// How many subscribers help themselves on Stripe's customer portal.
import type { SubscriptionStatus } from '#lib/billing/subscription-state.ts';
import type { FactsRow } from '#lib/tables/facts.ts';
import { type FigurePlace, measured, rowGroup, unmeasured } from './kpi-figure.ts';
import { isWithin, type KpiMeasure } from './kpi-shop.ts';

/** Subscriptions that run, if only after a pause or a payment: a first payment still to come is not one yet. */
const RUNNING: ReadonlySet<SubscriptionStatus> = new Set([
  'active',
  'trialing',
  'past_due',
  'unpaid',
  'paused',
  'collection_paused',
]);

/**
 * Subscribers of today who came to the portal at least once within the period ÷ subscribers of today. A visit is a session
 * that Stripe's events tell of; Stripe forgets them after 30 days and Faits keeps them, so a night that did not run loses
 * nothing unless none ran for a month, and visits from before the workbook are not known. Counted by customer, visits of
 * people who left are not. No subscriber: no value.
 */
export const portalAdoption: KpiMeasure = {
  ids: ['portal_adoption'],
  span: 'year',
  needs: ['subscriptions', 'facts'],
  measure({ context }, period) {
    const { kpiSamples } = context.words;
    const { subscriptions, facts } = context.workbook;
    const place: FigurePlace = { id: 'portal_adoption', subject: null, period };
    const running = subscriptions.rows.filter(({ status }) => RUNNING.has(status));
    const subscribers = new Set(running.map(({ customerId }) => customerId));
    if (subscribers.size === 0) return [unmeasured(place, kpiSamples.none.subscribers)];
    const visits = facts.rows.filter(
      ({ kind, customerId, on }: FactsRow) =>
        kind === 'portal_visit' && customerId !== null && subscribers.has(customerId) && isWithin(period, on),
    );
    const visitors = new Set(visits.map(({ customerId }) => customerId));
    return [
      measured(place, {
        numerator: visitors.size,
        denominator: subscribers.size,
        sample: kpiSamples.portal({ ...period, visitors: visitors.size, subscribers: subscribers.size }),
        behind: [rowGroup('facts', 'counted', visits), rowGroup('subscriptions', 'all', running)],
      }),
    ];
  },
};
