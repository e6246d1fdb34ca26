// How cells look and what may be typed, per kind of column: what appended rows and the template share.
import { expect, test } from 'vitest';
import { cellFormatOf, idRange, validationOf } from '#lib/tables/definition/cell-format.ts';
import type { Table } from '#lib/tables/definition/table.ts';
import { tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';

const idRangeOf = (table: string) => idRange(fr.tabTitle(table), 0);

/** table | column | number format | what may be typed */
const looks: readonly (readonly [Table, string, string | null, string | null])[] = [
  [tables.products, 'id', '@', null],
  [tables.products, 'partnerId', '@', "ONE_OF_RANGE warns ='Partenaires'!$A$3:$A"],
  [tables.products, 'picking', null, 'ONE_OF_LIST refuses FIFO|FEFO'],
  [tables.products, 'demandMethod', null, null],
  [tables.products, 'active', null, 'BOOLEAN refuses '],
  [tables.products, 'priceCents', '#,##0.00 [$€]', null],
  [tables.products, 'vatRate', '0.0%', null],
  [tables.products, 'launchedOn', 'dd/mm/yyyy', null],
  [tables.products, 'weeklyDemand', '#,##0.00', null],
  [tables.orders, 'orderedAt', 'dd/mm/yyyy hh:mm', null],
  [tables.orders, 'customerId', '@', null],
  [tables.orders, 'pointsSpent', '#,##0', null],
  [tables.movements, 'kind', null, null],
  [tables.movements, 'at', '@', null],
  [tables.stock, 'id', null, null],
  [tables.stock, 'state', null, null],
  [tables.settings, 'value', null, null],
];

test.each(looks.map(([table, name, ...rest]) => [`${table.key}.${name}`, table, name, ...rest] as const))(
  '%s',
  (_, table, name, pattern, typed) => {
    const column = table.columns[name];
    expect(column && (cellFormatOf(column)?.numberFormat.pattern ?? null)).toBe(pattern);
    const rule = validationOf(table, name, fr, idRangeOf);
    const values = rule?.condition.values?.map((value) => value.userEnteredValue).join('|') ?? '';
    expect(rule && `${rule.condition.type} ${rule.strict ? 'refuses' : 'warns'} ${values}`).toBe(typed);
  },
);

test('without knowing where ids stand, a column that names rows gets no list', () => {
  expect(validationOf(tables.products, 'partnerId', fr)).toBeNull();
});

test('a quote in a tab’s title is doubled', () => {
  expect(idRange("L’été d'Éva", 27)).toBe("'L’été d''Éva'!$AB$3:$AB");
});
