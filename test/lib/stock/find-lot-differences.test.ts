// The audit of lots on a whole shop: silent over a year of sound books, and over the rows people left broken.
import { expect, test } from 'vitest';
import { uglyRows } from '#demo/ugly-rows.ts';
import { findLotDifferences } from '#lib/stock/find-lot-differences.ts';
import { demoShop, demoWorkbook } from '../../demo/demo-workbook.ts';

const shop = demoShop();

test('a year of the demo shop: every lot agrees with its movements and its reservations', () => {
  const workbook = demoWorkbook(shop);
  expect(workbook.lots.rows.length).toBeGreaterThan(20);
  expect(workbook.lots.rows.some(({ reserved }) => reserved > 0)).toBe(true);
  expect(findLotDifferences(workbook)).toEqual([]);
});

test('rows that people left broken are said on their own, not once more as a difference', () => {
  expect(findLotDifferences(demoWorkbook(shop, uglyRows))).toEqual([]);
});
