// The night’s points as a shopkeeper would draw them: before, night, after.
import { expect, test } from 'vitest';
import { workbookOf } from '../../support/workbook-of.ts';
import { invoice, monthly, runNight } from './points-night.ts';
import { expectScenario, oneEarned, type Scenario, shop, TODAY } from './points-scenario.ts';

const scenarios: readonly Scenario[] = [
  {
    title: 'a paid invoice earns its plan’s points in a lot that lives 18 months',
    before: shop({ invoices: [invoice('in_1', '2026-11-20')] }),
    ledger: ['2026-11-20 CLI-1 earn +100 LPT-000001 in_1'],
    lots: ['LPT-000001 100/100 → 2028-05-20'],
    balances: ['CLI-1 100, 100 on 2028-05-20'],
  },
  {
    title: 'an open invoice earns nothing; a customer without points has 0',
    before: shop({ invoices: [invoice('in_1', '2026-11-20', { status: 'open', paidOn: null, paidCents: 0 })] }),
    ledger: [],
    lots: [],
    balances: ['CLI-1 0'],
  },
  {
    title: 'first night of an old shop: earned and expired at once',
    before: shop({ invoices: [invoice('in_1', '2024-01-31')] }),
    ledger: ['2024-01-31 CLI-1 earn +100 LPT-000001 in_1', '2025-07-31 CLI-1 expire -100 LPT-000001 -'],
    lots: ['LPT-000001 0/100 → 2025-07-31'],
    balances: ['CLI-1 0'],
  },
  {
    title: 'the team edits a plan’s points: what was earned stands, the next invoice earns the new figure',
    before: {
      customers: [{ id: 'CLI-1' }],
      plans: [{ ...monthly, points: 150 }],
      ...oneEarned,
      invoices: [invoice('in_1', '2026-10-20'), invoice('in_2', '2026-11-20')],
    },
    ledger: ['2026-10-20 CLI-1 earn +100 LPT-000001 in_1', '2026-11-20 CLI-1 earn +150 LPT-000002 in_2'],
    lots: ['LPT-000001 100/100 → 2028-04-20', 'LPT-000002 150/150 → 2028-05-20'],
    balances: ['CLI-1 250, 100 on 2028-04-20'],
  },
  {
    title: 'lots of one day expire together; a cancelled and an erased customer keep their points',
    before: {
      customers: [{ id: 'CLI-1', subscription: 'canceled', erasedOn: '2026-11-01' }],
      plans: [monthly],
      invoices: [invoice('in_1', '2026-11-20'), invoice('in_2', '2026-11-20'), invoice('in_3', '2026-11-21')],
    },
    ledger: [
      '2026-11-20 CLI-1 earn +100 LPT-000001 in_1',
      '2026-11-20 CLI-1 earn +100 LPT-000002 in_2',
      '2026-11-21 CLI-1 earn +100 LPT-000003 in_3',
    ],
    lots: ['LPT-000001 100/100 → 2028-05-20', 'LPT-000002 100/100 → 2028-05-20', 'LPT-000003 100/100 → 2028-05-21'],
    balances: ['CLI-1 300, 200 on 2028-05-20'],
  },
];

test.each(scenarios)('$title', expectScenario);

test('all that concerns one customer stands in one group', () => {
  const before = shop({
    invoices: [invoice('in_1', '2026-11-20'), invoice('in_2', '2026-11-20', { customerId: 'CLI-2' })],
  });
  const { changes } = runNight(
    workbookOf({ ...before, customers: [{ id: 'CLI-1' }, { id: 'CLI-2' }] }),
    TODAY,
  ).changeSet;
  expect(changes.map(({ group, table, kind }) => `${group} ${kind} ${table}`)).toEqual([
    'customer/CLI-1 append pointLots',
    'customer/CLI-1 append points',
    'customer/CLI-1 update customers',
    'customer/CLI-2 append pointLots',
    'customer/CLI-2 append points',
    'customer/CLI-2 update customers',
  ]);
});

test('a full-sized shop takes a moment, not a minute: 30,000 lots and more entries', () => {
  const customers = Array.from({ length: 5000 }, (_, index) => ({ id: `CLI-${index}` }));
  const months = ['2026-06-20', '2026-07-20', '2026-08-20', '2026-09-20', '2026-10-20', '2026-11-20'] as const;
  const invoices = customers.flatMap(({ id }, index) =>
    months.map((paidOn) =>
      invoice(`in_${id}_${paidOn}`, paidOn, { customerId: id, paidBackCents: index % 2 === 0 ? 900 : 0 }),
    ),
  );
  const { workbook } = runNight(workbookOf({ customers, plans: [monthly], invoices }), TODAY);
  const started = performance.now();
  expect(runNight(workbook, TODAY).changeSet.changes).toEqual([]);
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(
    `${workbook.points.rows.length} entries, ${workbook.pointLots.rows.length} lots: ${seconds.toFixed(2)} s\n`,
  );
  // Ten times what it takes on a quiet machine; one quadratic step would take minutes.
  expect(seconds).toBeLessThan(3);
});
