// Demandes: what subscribers asked for lately, one queued of each kind, one that Stripe will refuse, one withdrawn, and a few
// that earlier nights have carried out.
import type { DemoRow } from '#demo/demo-rows.ts';
import type { LifeKindName } from '#demo/stripe/life-kinds.ts';
import { TEAM } from '#demo/trade/trade.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { formatId } from '#lib/kernel/ids.ts';
import type { KnownCustomer } from './build-membership.ts';

type Request = DemoRow<'requests'>;

interface Asked {
  readonly kind: Request['kind'];
  readonly of: LifeKindName;
  readonly daysAgo: number;
  readonly status?: Request['status'];
  readonly result?: string;
}

const asked: readonly Asked[] = [
  { kind: 'pause', of: 'collectionResumed', daysAgo: 150, status: 'done', result: 'Encaissement suspendu trois mois' },
  { kind: 'cancel', of: 'cancelsAtPeriodEnd', daysAgo: 14, status: 'done', result: 'Résiliation en fin de période' },
  { kind: 'to_yearly', of: 'switchedToYearly', daysAgo: 40, status: 'done', result: 'Passé à l’annuel' },
  {
    kind: 'resume',
    of: 'leftAtOnce',
    daysAgo: 9,
    status: 'refused',
    result: 'L’abonnement est résilié : il ne peut pas reprendre',
  },
  { kind: 'pause', of: 'activeMonthly', daysAgo: 3, status: 'withdrawn' },
  { kind: 'pause', of: 'activeMonthlyClassic', daysAgo: 1 },
  { kind: 'pause', of: 'activeYearly', daysAgo: 2 },
  { kind: 'resume', of: 'collectionPaused', daysAgo: 1 },
  { kind: 'resume', of: 'pausedUntil', daysAgo: 1 },
  { kind: 'to_yearly', of: 'trialConverted', daysAgo: 1 },
  { kind: 'to_monthly', of: 'yearlyRenewed', daysAgo: 1 },
  { kind: 'cancel', of: 'monthEndAnchor', daysAgo: 1 },
  { kind: 'cancel', of: 'leftAtPeriodEnd', daysAgo: 1 },
];

/** @param customers in id order; each request takes the first customer of its kind that has none yet. */
export function requestRows(today: Day, customers: readonly KnownCustomer[]): readonly Request[] {
  const taken = new Set<KnownCustomer>();
  const rows: Request[] = [];
  for (const { kind, of, daysAgo, status = 'queued', result } of asked) {
    const customer = customers.find((candidate) => candidate.member?.kind === of && !taken.has(candidate));
    const subscriptionId = customer?.member?.subscriptions[0];
    if (customer === undefined || subscriptionId === undefined) throw new Error(`Bug: no customer of kind ${of}`);
    taken.add(customer);
    const requestedOn = addDays(today, -daysAgo);
    const isSettled = status === 'done' || status === 'refused';
    rows.push({
      id: formatId('DEM', rows.length + 1),
      customerId: customer.row.id,
      subscriptionId,
      kind,
      requestedOn,
      requestedBy: TEAM[rows.length % TEAM.length] ?? TEAM[0],
      status,
      ...(isSettled ? { doneOn: addDays(requestedOn, 1) } : {}),
      ...(result === undefined ? {} : { result }),
    });
  }
  return rows;
}
