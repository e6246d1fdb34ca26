// Who becomes which row of Clients: matched, filled, appended, or left alone.
import { describe, expect, test } from 'vitest';
import { planMirrorCustomers } from '#lib/billing/plan-mirror-customers.ts';
import type { StripeFacts } from '#lib/billing/stripe-facts.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { contextOn } from '../../support/billing-night.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { customerFact, factsOf, invoiceFact, subscriptionFact } from '../../support/stripe-facts-of.ts';
import { raw, type TestRows, workbookOf } from '../../support/workbook-of.ts';

const TODAY = '2026-11-22';

function mirror(before: WorkbookState, facts: Partial<StripeFacts>) {
  const planned = planMirrorCustomers(contextOn(before, TODAY), factsOf(facts));
  return { ...planned, after: applyChanges(before, planned.changes, fr) };
}

function clients(rows: TestRows['customers'], facts: Partial<StripeFacts>): string[] {
  const { after } = mirror(workbookOf({ customers: rows ?? [] }), facts);
  return rowsAsText(after.customers.rows, 'id', 'stripeCustomer', 'name', 'email');
}

const cus = (id: string, email: string | null = null) => customerFact(id, { name: `N ${id}`, email });

describe('a Stripe customer finds its row', () => {
  test.each<[string, NonNullable<TestRows['customers']>, Partial<StripeFacts>, string[]]>([
    [
      'appended when nobody matches',
      [],
      { customers: [cus('cus_1', 'a@x.org')] },
      ['CLI-000001 | cus_1 | N cus_1 | a@x.org'],
    ],
    [
      'by its Stripe id; what people typed stands, what is empty is filled',
      [{ id: 'CLI-000001', stripeCustomer: 'cus_1', name: 'Zoé' }],
      { customers: [cus('cus_1', 'a@x.org')] },
      ['CLI-000001 | cus_1 | Zoé | a@x.org'],
    ],
    [
      'by the only row with its address, whatever the case',
      [{ id: 'CLI-000007', name: 'Zoé', email: ' A@X.org ' }],
      { customers: [cus('cus_1', 'a@x.ORG')] },
      ['CLI-000007 | cus_1 | Zoé | A@X.org'],
    ],
    [
      'not by an address that two rows share',
      [
        { id: 'CLI-000001', name: 'Zoé', email: 'a@x.org' },
        { id: 'CLI-000002', name: 'Ana', email: 'a@x.org' },
      ],
      { customers: [cus('cus_1', 'a@x.org')] },
      ['CLI-000001 | - | Zoé | a@x.org', 'CLI-000002 | - | Ana | a@x.org', 'CLI-000003 | cus_1 | N cus_1 | a@x.org'],
    ],
    [
      'not by the address of a row that has another Stripe customer',
      [{ id: 'CLI-000001', name: 'Zoé', email: 'a@x.org', stripeCustomer: 'cus_9' }],
      { customers: [cus('cus_1', 'a@x.org')] },
      ['CLI-000001 | cus_9 | Zoé | a@x.org', 'CLI-000002 | cus_1 | N cus_1 | a@x.org'],
    ],
    [
      'two Stripe customers with one address: the first takes the row, the second gets its own',
      [{ id: 'CLI-000001', name: 'Zoé', email: 'a@x.org' }],
      { customers: [cus('cus_2', 'a@x.org'), cus('cus_1', 'a@x.org')] },
      ['CLI-000001 | cus_1 | Zoé | a@x.org', 'CLI-000002 | cus_2 | N cus_2 | a@x.org'],
    ],
    [
      'a customer without an address never matches a row without one',
      [{ id: 'CLI-000001', name: 'Zoé' }],
      { customers: [cus('cus_1')] },
      ['CLI-000001 | - | Zoé | -', 'CLI-000002 | cus_1 | N cus_1 | -'],
    ],
    [
      'known only from a subscription or an invoice: a row all the same, or its rows would be lost',
      [],
      {
        subscriptions: [subscriptionFact('sub_1', { stripeCustomer: 'cus_s' })],
        invoices: [invoiceFact('in_1', { stripeCustomer: 'cus_i' })],
      },
      ['CLI-000001 | cus_i | - | -', 'CLI-000002 | cus_s | - | -'],
    ],
    [
      'deleted in Stripe: the row stays, nothing is filled',
      [{ id: 'CLI-000001', stripeCustomer: 'cus_1' }],
      { customers: [customerFact('cus_1', { deleted: true })] },
      ['CLI-000001 | cus_1 | - | -'],
    ],
    [
      'deleted in Stripe and never seen here: no row',
      [],
      { customers: [customerFact('cus_1', { deleted: true })] },
      [],
    ],
    [
      'the same customer read twice, in two versions: one row',
      [],
      { customers: [cus('cus_1', 'a@x.org'), cus('cus_1', 'b@x.org')] },
      ['CLI-000001 | cus_1 | N cus_1 | b@x.org'],
    ],
  ])('%s', (_, rows, facts, expected) => {
    expect(clients(rows, facts)).toEqual(expected);
  });
});

test('an erased customer is never filled again', () => {
  const erased = { id: 'CLI-000001', stripeCustomer: 'cus_1', erasedOn: TODAY } as const;
  expect(clients([erased], { customers: [cus('cus_1', 'a@x.org')] })).toEqual(['CLI-000001 | cus_1 | - | -']);
  const unreadable = { ...erased, erasedOn: raw('le 3 mars') };
  expect(clients([unreadable], { customers: [cus('cus_1', 'a@x.org')] })).toEqual(['CLI-000001 | cus_1 | - | -']);
});

test('a name that is a broken formula is not overwritten', () => {
  const { changes } = mirror(
    workbookOf({ customers: [{ id: 'CLI-000001', stripeCustomer: 'cus_1', name: raw('#REF!'), email: 'a@x.org' }] }),
    { customers: [cus('cus_1', 'a@x.org')] },
  );
  expect(changes).toEqual([]);
});

test('a Stripe id wiped by hand comes back from the mirror rows, and the Rapprochement tells it', () => {
  const before = workbookOf({
    customers: [
      { id: 'CLI-000001', name: 'Zoé', email: 'autre@x.org' },
      { id: 'CLI-000002', name: 'Ana', stripeCustomer: raw('#N/A') },
    ],
    subscriptions: [{ id: 'sub_1', customerId: 'CLI-000001', status: 'active', startedOn: TODAY }],
    invoices: [
      {
        id: 'in_2',
        customerId: 'CLI-000002',
        status: 'paid',
        createdOn: TODAY,
        totalCents: 0,
        paidCents: 0,
        paidBackCents: 0,
        withheldCents: 0,
        attempts: 1,
      },
    ],
  });
  const { after } = mirror(before, {
    customers: [cus('cus_1', 'a@x.org')],
    subscriptions: [subscriptionFact('sub_1')],
    invoices: [invoiceFact('in_2', { stripeCustomer: 'cus_2' })],
  });
  expect(rowsAsText(after.customers.rows, 'id', 'stripeCustomer')).toEqual([
    'CLI-000001 | cus_1',
    'CLI-000002 | cus_2',
  ]);
  expect(rowsAsText(after.reconciliation.rows, 'subject', 'status', 'workbookSays', 'stripeSays')).toEqual([
    'put_right|customers/CLI-000001/stripeCustomer | settled | vide | cus_1',
    'put_right|customers/CLI-000002/stripeCustomer | settled | « #N/A » | cus_2',
  ]);
});

test('a row that stands twice is frozen: not written, and nobody gets a second row', () => {
  const twice = { id: 'CLI-000001', stripeCustomer: 'cus_1' };
  const { changes } = mirror(workbookOf({ customers: [twice, twice] }), { customers: [cus('cus_1', 'a@x.org')] });
  expect(changes).toEqual([]);
});

test('without the tab nothing is planned, and it is said', () => {
  const { changes, problems } = mirror(workbookOf({}, ['customers']), { customers: [cus('cus_1')] });
  expect(changes).toEqual([]);
  expect(problems).toEqual([{ code: 'stepSkipped', params: { step: 'Clients de Stripe', tab: 'Clients' } }]);
});
