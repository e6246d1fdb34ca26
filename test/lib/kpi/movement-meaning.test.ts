// A reversal stands for what it takes back, through any number of reversals; a circle stands for nothing.
import { expect, test } from 'vitest';
import { meaningOf } from '#lib/kpi/movement-meaning.ts';
import type { MovementsRow } from '#lib/tables/movements.ts';

type Row = Pick<MovementsRow, 'kind' | 'reversesId'>;
const row = (kind: Row['kind'], reversesId: string | null = null): Row => ({ kind, reversesId });
const ledger = new Map<string, Row>([
  ['A', row('waste')],
  ['B', row('reversal', 'A')],
  ['C', row('reversal', 'B')],
  ['D', row('reversal', 'gone')],
  ['E', row('reversal', 'F')],
  ['F', row('reversal', 'E')],
  ['G', row('reversal')],
]);

test.each([
  ['A', 'waste'],
  ['B', 'waste'],
  ['C', 'waste'],
  ['D', null],
  ['E', null],
  ['G', null],
])('%s → %s', (id, expected) => {
  expect(meaningOf(ledger.get(id) as Row, ledger)).toBe(expected);
});
