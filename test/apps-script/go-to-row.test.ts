// From a card to its row: the selection moves there wherever the row stands now, and nothing is written.
import { expect, test } from 'vitest';
import { tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { useSmallShop } from '#test/support/small-shop.ts';

const { host, call, cellOf, type } = useSmallShop();
const { sheetId } = tables.lots;

test('the row is selected, two small reads, no write', () => {
  expect(call('goToRow', { table: 'lots', id: 'LOT-000002' })).toBeNull();
  expect(host().selections).toEqual([[sheetId, 4, 1]]);
  expect(host().calls).toEqual(['batchGetByDataFilter', 'batchGetByDataFilter']);
});

test('it follows the row and the column of ids where people moved them', () => {
  const range = (dimension: string) => ({
    sheetId,
    dimension,
    startIndex: dimension === 'ROWS' ? 2 : 0,
    endIndex: dimension === 'ROWS' ? 3 : 1,
  });
  const requests = ['ROWS', 'COLUMNS'].map((dimension) => ({
    insertDimension: { range: range(dimension), inheritFromBefore: false },
  }));
  host().api('POST', ':batchUpdate', { requests });
  call('goToRow', { table: 'lots', id: 'LOT-000001' });
  expect(host().selections).toEqual([[sheetId, 4, 2]]);
});

test('a row that is gone is said to be gone', () => {
  type(cellOf('lots', 3, 'id'), { stringValue: 'LOT-000007' });
  const answer = host().call('goToRow', { table: 'lots', id: 'LOT-000002' });
  expect(answer).toEqual({ ok: false, message: fr.addon.rowGone({ id: 'LOT-000002', tab: 'Lots' }) });
  expect(host().selections).toEqual([]);
});
