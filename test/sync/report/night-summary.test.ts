// The one JSON object of a night: figures only.
import { expect, test } from 'vitest';
import { nightSummary } from '#sync/report/night-summary.ts';
import { exampleReport } from '../../support/night-report-example.ts';

test('sums the night up', () => {
  expect(nightSummary(exampleReport)).toEqual({
    planned: 1247,
    committed: 1239,
    problems: 4,
    disagreements: 4,
    failedPayments: 2,
    requests: 2,
    waitingRequests: 2,
    points: { earned: 1240, restored: 0, clawedBack: 60, expired: 300 },
    calls: { stripe: 116, sheetsRead: 2, sheetsWrite: 6 },
    bytes: 47_500_000,
    seconds: 26.4,
    peakRssMb: 214,
    dryRun: false,
    steps: {
      customers: { planned: 1, committed: 1 },
      subscriptions: { planned: 1234, committed: 1234 },
      invoices: { planned: 12, committed: 4 },
      refunds: { planned: 0, committed: 0 },
      points: { planned: 0, committed: 0 },
    },
  });
});

test('holds nothing personal', () => {
  expect(JSON.stringify(nightSummary(exampleReport))).not.toMatch(/@|CLI-|cus_|in_/);
});
