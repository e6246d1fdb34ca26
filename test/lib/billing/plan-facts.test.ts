// What Stripe forgets: visits and failures once each, pauses from the first night seen to the night they are over.
import { describe, expect, test } from 'vitest';
import { planFacts } from '#lib/billing/plan-facts.ts';
import type { StripeFacts, SubscriptionFact } from '#lib/billing/stripe-facts.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { contextOn, mirrorNight } from '../../support/billing-night.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { eventFact, factsOf, subscriptionFact } from '../../support/stripe-facts-of.ts';
import { raw, type TestRows, workbookOf } from '../../support/workbook-of.ts';

const zoe = { id: 'CLI-000001', stripeCustomer: 'cus_1' } as const;
const subscription = { id: 'sub_1', customerId: 'CLI-000001', status: 'active', startedOn: '2026-01-05' } as const;

function bookOf(rows: TestRows = {}): WorkbookState {
  return workbookOf({ customers: [zoe], subscriptions: [subscription], ...rows });
}

function keep(before: WorkbookState, today: Day, facts: Partial<StripeFacts>) {
  const planned = planFacts(contextOn(before, today), factsOf(facts));
  return { ...planned, after: applyChanges(before, planned.changes, fr) };
}

const factRows = ({ facts }: WorkbookState) =>
  rowsAsText(facts.rows, 'id', 'kind', 'customerId', 'subject', 'on', 'until');

test('a visit of the portal and a failed payment are kept once, however often they are read', () => {
  const events = [
    eventFact('evt_2', 'payment_failed', { subject: 'in_1' }),
    eventFact('evt_1', 'portal_visit', { on: '2026-11-19' }),
    eventFact('evt_3', 'portal_visit', { stripeCustomer: null }),
  ];
  const { after } = keep(bookOf(), '2026-11-22', { events: [...events, ...events] });
  expect(factRows(after)).toEqual([
    'evt_1 | portal_visit | CLI-000001 | - | 2026-11-19 | -',
    'evt_2 | payment_failed | CLI-000001 | in_1 | 2026-11-20 | -',
    'evt_3 | portal_visit | - | - | 2026-11-20 | -',
  ]);
  expect(keep(after, '2026-11-23', { events }).changes).toEqual([]);
});

interface Night {
  readonly today: Day;
  /** What the list of subscriptions says; null when sub_1 is not on it. */
  readonly list: Partial<SubscriptionFact> | null;
  readonly events?: readonly ['pause_started' | 'pause_ended', Day][];
}

/** The whole mirror night after night, since the subscription's own row tells until when a pause was to last. */
function pausesAfter(nights: readonly Night[]): string[] {
  let workbook = bookOf();
  for (const { today, list, events = [] } of nights) {
    const facts = factsOf({
      subscriptions: list === null ? [] : [subscriptionFact('sub_1', list)],
      events: events.map(([kind, on], index) => eventFact(`evt_${today}_${index}`, kind, { subject: 'sub_1', on })),
    });
    workbook = mirrorNight(workbook, facts, today).workbook;
    expect(mirrorNight(workbook, facts, today).changes).toEqual([]);
  }
  return rowsAsText(workbook.facts.rows, 'id', 'on', 'until');
}

const paused = { status: 'collection_paused', resumesOn: '2027-02-05' } as const;
const running = { status: 'active' } as const;

describe('a pause', () => {
  test.each<[string, readonly Night[], string[]]>([
    ['none', [{ today: '2026-11-05', list: running }], []],
    [
      'first seen paused, without an event: from tonight',
      [{ today: '2026-11-05', list: paused }],
      ['pause_sub_1_2026-11-05 | 2026-11-05 | -'],
    ],
    [
      'from the day its event tells',
      [{ today: '2026-11-05', list: paused, events: [['pause_started', '2026-11-04']] }],
      ['pause_sub_1_2026-11-04 | 2026-11-04 | -'],
    ],
    [
      'one row while it lasts',
      [
        { today: '2026-11-05', list: paused },
        { today: '2026-11-06', list: paused },
        { today: '2026-12-06', list: paused },
      ],
      ['pause_sub_1_2026-11-05 | 2026-11-05 | -'],
    ],
    [
      'closed on the day its event tells',
      [
        { today: '2026-11-05', list: paused },
        { today: '2026-11-20', list: running, events: [['pause_ended', '2026-11-18']] },
      ],
      ['pause_sub_1_2026-11-05 | 2026-11-05 | 2026-11-18'],
    ],
    [
      'seen running again without an event: closed tonight',
      [
        { today: '2026-11-05', list: paused },
        { today: '2026-11-20', list: running },
      ],
      ['pause_sub_1_2026-11-05 | 2026-11-05 | 2026-11-20'],
    ],
    [
      'seen running after its planned end: closed on that day',
      [
        { today: '2026-11-05', list: paused },
        { today: '2027-02-20', list: running },
      ],
      ['pause_sub_1_2026-11-05 | 2026-11-05 | 2027-02-05'],
    ],
    [
      'no longer read, its planned end passed: closed on that day',
      [
        { today: '2026-11-05', list: paused },
        { today: '2027-02-20', list: null },
      ],
      ['pause_sub_1_2026-11-05 | 2026-11-05 | 2027-02-05'],
    ],
    [
      'ended with its subscription',
      [
        { today: '2026-11-05', list: { status: 'paused' } },
        { today: '2026-11-20', list: { status: 'canceled', endedOn: '2026-11-15' } },
      ],
      ['pause_sub_1_2026-11-05 | 2026-11-05 | 2026-11-15'],
    ],
    [
      'a state never seen neither closes nor opens',
      [
        { today: '2026-11-05', list: paused },
        { today: '2026-11-20', list: { status: 'unknown', stripeStatus: 'frobnicated' } },
      ],
      ['pause_sub_1_2026-11-05 | 2026-11-05 | -'],
    ],
    [
      'began and ended between two nights',
      [
        {
          today: '2026-11-20',
          list: running,
          events: [
            ['pause_ended', '2026-11-18'],
            ['pause_started', '2026-11-10'],
          ],
        },
      ],
      ['pause_sub_1_2026-11-10 | 2026-11-10 | 2026-11-18'],
    ],
    [
      'began today, after the list was read: kept open, tomorrow’s list agrees',
      [
        { today: '2026-11-20', list: running, events: [['pause_started', '2026-11-20']] },
        { today: '2026-11-21', list: paused },
      ],
      ['pause_sub_1_2026-11-20 | 2026-11-20 | -'],
    ],
    [
      'ended today, after the list was read: not opened again',
      [
        { today: '2026-11-05', list: paused },
        { today: '2026-11-20', list: paused, events: [['pause_ended', '2026-11-20']] },
        { today: '2026-11-21', list: running },
      ],
      ['pause_sub_1_2026-11-05 | 2026-11-05 | 2026-11-20'],
    ],
    [
      'a second pause is a second row',
      [
        { today: '2026-11-05', list: paused },
        { today: '2026-11-10', list: running },
        { today: '2026-11-20', list: paused },
      ],
      ['pause_sub_1_2026-11-05 | 2026-11-05 | 2026-11-10', 'pause_sub_1_2026-11-20 | 2026-11-20 | -'],
    ],
    [
      'resumed, paused again and ended on one day',
      [
        { today: '2026-11-05', list: paused },
        {
          today: '2026-11-20',
          list: { status: 'canceled', endedOn: '2026-11-10' },
          events: [
            ['pause_ended', '2026-11-10'],
            ['pause_started', '2026-11-10'],
          ],
        },
      ],
      ['pause_sub_1_2026-11-05 | 2026-11-05 | 2026-11-10', 'pause_sub_1_2026-11-10 | 2026-11-10 | 2026-11-11'],
    ],
    [
      'its event comes late: an earlier row, both end together',
      [
        { today: '2026-11-05', list: paused },
        { today: '2026-11-06', list: paused, events: [['pause_started', '2026-11-03']] },
        { today: '2026-11-20', list: running },
      ],
      ['pause_sub_1_2026-11-05 | 2026-11-05 | 2026-11-20', 'pause_sub_1_2026-11-03 | 2026-11-03 | 2026-11-20'],
    ],
  ])('%s', (_, nights, rows) => {
    expect(pausesAfter(nights)).toEqual(rows);
  });
});

describe('rows that people damaged', () => {
  const row = {
    id: 'pause_sub_1_2026-11-05',
    kind: 'pause',
    customerId: 'CLI-000001',
    subject: 'sub_1',
    on: '2026-11-05',
  } as const;

  test('kind, subject and day come back from the id', () => {
    const before = bookOf({ facts: [{ ...row, kind: raw('pose'), on: raw('novembre'), subject: raw(null) }] });
    const { after } = keep(before, '2026-11-22', { subscriptions: [subscriptionFact('sub_1', paused)] });
    expect(factRows(after)).toEqual(['pause_sub_1_2026-11-05 | pause | CLI-000001 | sub_1 | 2026-11-05 | -']);
  });

  test('an end that cannot be read is the person’s to put right', () => {
    const before = bookOf({ facts: [{ ...row, until: raw('lundi') }] });
    expect(keep(before, '2026-11-22', { subscriptions: [subscriptionFact('sub_1')] }).changes).toEqual([]);
  });

  test('a row that stands twice is frozen', () => {
    const before = bookOf({ facts: [row, row] });
    expect(keep(before, '2026-11-22', { subscriptions: [subscriptionFact('sub_1')] }).changes).toEqual([]);
  });
});
