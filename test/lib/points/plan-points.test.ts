import { expect, test } from 'vitest';
import { workbookOf } from '../../support/workbook-of.ts';
import { drawBalances, drawLedger, drawLots, invoice, monthly, runNight } from './points-night.ts';

test('a paid invoice earns its plan’s points in a lot that lives 18 months', () => {
  const night = runNight(
    workbookOf({ customers: [{ id: 'CLI-1' }], plans: [monthly], invoices: [invoice('in_1', '2026-11-20')] }),
    '2026-11-22',
  );
  expect(drawLedger(night.workbook)).toEqual(['2026-11-20 CLI-1 earn +100 LPT-000001 in_1']);
  expect(drawLots(night.workbook)).toEqual(['LPT-000001 100/100 → 2028-05-20']);
  expect(drawBalances(night.workbook)).toEqual(['CLI-1 100, 100 on 2028-05-20']);
  expect(night.problems).toEqual([]);
  expect(runNight(night.workbook, '2026-11-22').changeSet.changes).toEqual([]);
});
