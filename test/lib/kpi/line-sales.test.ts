// What lines bring in: the worked cases a shopkeeper could check, each beside its sum.
import { expect, test } from 'vitest';
import { lineSales } from '#lib/kpi/line-sales.ts';
import type { OrdersRow } from '#lib/tables/orders.ts';
import { rowsFromText } from '../../support/rows-from-text.ts';
import { type TestRows, workbookOf } from '../../support/workbook-of.ts';

type OrderCells = Partial<
  Pick<OrdersRow, 'status' | 'shippingPaidCents' | 'discountCents' | 'pointsValueCents' | 'paidBackCents'>
>;

const LINE = 'Ligne | Commande | SKU | Quantité | Prix unitaire TTC | Remise TTC | TVA | État | Expédié | Retourné';
/** Two jars at 12 € with 20 % of tax: 20 € before tax. */
const TWO_JARS = 'LIG-1 | CMD-1 | MIEL | 2 | 12,00 | | 20 % | livré | 2 |';

function draw(order: OrderCells, lines: readonly string[], more: TestRows = {}): string[] {
  const workbook = workbookOf({
    orders: [{ id: 'CMD-1', orderedAt: '2026-11-02T10:00:00', customerId: 'CLI-1', status: 'delivered', ...order }],
    lines: rowsFromText('lines', [LINE, ...lines].join('\n')),
    ...more,
  });
  return [...lineSales(workbook)].map(
    ([id, sale]) =>
      `${id} : ${sale.keptUnits}/${sale.shippedUnits} ; ${sale.revenueCents / 100} € ; points ${sale.pointsCents / 100} €`,
  );
}

test.each<[string, OrderCells, readonly string[], readonly string[]]>([
  ['24 € with tax are 20 € before', {}, [TWO_JARS], ['LIG-1 : 2/2 ; 20 € ; points 0 €']],
  ['shipping is no product’s revenue', { shippingPaidCents: 600 }, [TWO_JARS], ['LIG-1 : 2/2 ; 20 € ; points 0 €']],
  [
    'a discount of the line: 24 − 6 = 18, before tax 15',
    {},
    ['LIG-1 | CMD-1 | MIEL | 2 | 12,00 | 6,00 | 20 % | livré | 2 |'],
    ['LIG-1 : 2/2 ; 15 € ; points 0 €'],
  ],
  [
    'a discount of the order, by value: 24 + 12 = 36, 9 off is a quarter off each',
    { discountCents: 900 },
    [TWO_JARS, 'LIG-2 | CMD-1 | SAVON | 1 | 12,00 | | 20 % | expédié | 1 |'],
    ['LIG-1 : 2/2 ; 15 € ; points 0 €', 'LIG-2 : 1/1 ; 7.5 € ; points 0 €'],
  ],
  [
    'a third of 30 € (shipping included) in points: two thirds of 20 €',
    { shippingPaidCents: 600, pointsValueCents: 1000 },
    [TWO_JARS],
    ['LIG-1 : 2/2 ; 13.33 € ; points 6.67 €'],
  ],
  ['all of it in points', { pointsValueCents: 2400 }, [TWO_JARS], ['LIG-1 : 2/2 ; 0 € ; points 20 €']],
  [
    'one of two came back and was paid back',
    { paidBackCents: 1200 },
    ['LIG-1 | CMD-1 | MIEL | 2 | 12,00 | | 20 % | livré | 2 | 1'],
    ['LIG-1 : 1/2 ; 10 € ; points 0 €'],
  ],
  [
    'all came back, shipping too',
    { shippingPaidCents: 600, paidBackCents: 3000 },
    ['LIG-1 | CMD-1 | MIEL | 2 | 12,00 | | 20 % | retourné | 2 | 2'],
    ['LIG-1 : 0/2 ; 0 € ; points 0 €'],
  ],
  [
    'a gesture of 6 € without a return: 18 € are left, before tax 15',
    { paidBackCents: 600 },
    [TWO_JARS],
    ['LIG-1 : 2/2 ; 15 € ; points 0 €'],
  ],
  [
    'more paid back than was ever paid: nothing, not less',
    { paidBackCents: 99_900 },
    [TWO_JARS],
    ['LIG-1 : 2/2 ; 0 € ; points 0 €'],
  ],
  ['a discount larger than the goods', { discountCents: 5000 }, [TWO_JARS], ['LIG-1 : 2/2 ; 0 € ; points 0 €']],
  [
    'a line given for nothing',
    {},
    ['LIG-1 | CMD-1 | MIEL | 2 | 0,00 | | 20 % | livré | 2 |'],
    ['LIG-1 : 2/2 ; 0 € ; points 0 €'],
  ],
  [
    'waiting, voided and priceless lines bring nothing',
    {},
    [
      'LIG-1 | CMD-1 | MIEL | 2 | 12,00 | | 20 % | en attente de stock | |',
      'LIG-2 | CMD-1 | MIEL | 2 | 12,00 | | 20 % | annulé | |',
      'LIG-3 | CMD-1 | MIEL | 2 |       | | 20 % | livré | 2 |',
    ],
    [],
  ],
  [
    'a line shipped before quantities were noted left whole',
    {},
    ['LIG-1 | CMD-1 | MIEL | 2 | 12,00 | | 20 % | expédié | |'],
    ['LIG-1 : 2/2 ; 20 € ; points 0 €'],
  ],
  ['a draft', { status: 'draft' }, [TWO_JARS], []],
  ['a voided order', { status: 'voided' }, [TWO_JARS], []],
  ['a line of an order that is not there', {}, ['LIG-1 | CMD-9 | MIEL | 2 | 12,00 | | 20 % | livré | 2 |'], []],
])('%s', (_, order, lines, expected) => {
  expect(draw(order, lines)).toEqual(expected);
});

test('without a rate of its own a line is taxed as its product, without one at all not', () => {
  const bare = 'LIG-1 | CMD-1 | MIEL | 2 | 12,00 | | | livré | 2 |';
  const products = [{ id: 'MIEL', name: 'Miel', model: 'hero', priceCents: 1200, vatRate: 0.2 }] as const;
  expect(draw({}, [bare], { products })).toEqual(['LIG-1 : 2/2 ; 20 € ; points 0 €']);
  expect(draw({}, [bare])).toEqual(['LIG-1 : 2/2 ; 24 € ; points 0 €']);
});
