// A person's data: every row of every tab that is theirs and none of anybody else's, as data and as a page.
import { expect, test } from 'vitest';
import { findRowsOfPerson, TABS_OF_A_PERSON } from '#lib/customers/find-rows-of-person.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { demoShop, demoWorkbook, LAST_DAY } from '../../demo/demo-workbook.ts';
import { actOf } from '../../support/act-of.ts';
import { raw, type TestRows, workbookOf } from '../../support/workbook-of.ts';

const ticket = { receivedAt: '2026-06-02T10:00:00', channel: 'email', status: 'resolved' } as const;
const order = { orderedAt: '2026-06-01T10:00:00', status: 'delivered', totalCents: 123_450 } as const;
const line = { productId: 'MIEL', quantity: 1, status: 'delivered' } as const;
const shop: TestRows = {
  customers: [
    { id: 'CLI-000001', name: 'Camille <script>alert(1)</script>', createdOn: '2026-01-05' },
    { id: 'CLI-000002', name: 'Noé Petit' },
  ],
  orders: [
    { ...order, id: 'CMD-000001', customerId: 'CLI-000001' },
    { ...order, id: 'CMD-000002', customerId: 'CLI-000002' },
  ],
  lines: [
    { ...line, id: 'LIG-000001', orderId: 'CMD-000001' },
    { ...line, id: 'LIG-000002', orderId: 'CMD-000002' },
  ],
  movements: [
    {
      id: 'MVT-000001',
      on: '2026-06-01',
      kind: 'pick',
      lotId: 'LOT-000001',
      quantity: -1,
      lineId: 'LIG-000001',
    } as never,
  ],
  incidents: [
    { id: 'INC-000001', kind: 'quality', status: 'settled', openedOn: '2026-06-03', lineId: 'LIG-000001' },
    { id: 'INC-000002', kind: 'quality', status: 'settled', openedOn: '2026-06-03' },
  ],
  tickets: [
    { ...ticket, id: 'TIC-000001', incidentId: 'INC-000001' },
    { ...ticket, id: 'TIC-000002', customerId: 'CLI-000002', orderId: 'CMD-000001' },
    { ...ticket, id: 'TIC-000003', orderId: 'CMD-000001', channel: raw('pigeon') },
    { ...ticket, id: 'TIC-000004' },
  ],
};

test('through orders, lines and incidents; a row that names somebody else is theirs; broken rows are told too', () => {
  const found = findRowsOfPerson(workbookOf(shop), new Set(['CLI-000001']));
  const drawn = [...found].map(([key, rows]) => `${key}: ${rows.map(({ id }) => id).join(' ')}`);
  expect(drawn.sort()).toEqual([
    'customers: CLI-000001',
    'incidents: INC-000001',
    'lines: LIG-000001',
    'movements: MVT-000001',
    'orders: CMD-000001',
    'tickets: TIC-000001 TIC-000003',
  ]);
});

test('as data under French headers, as cells show; as a page on which nothing runs', () => {
  const { effects, changes, summary } = actOf(
    workbookOf(shop),
    'export-person',
    { customerId: 'CLI-000001' },
    '2026-11-22',
  );
  expect(changes).toEqual([]);
  expect(summary).toContain('7 lignes dans 6 onglets.');
  const copy = effects.find((effect) => effect.kind === 'copy');
  const data = JSON.parse(copy?.text ?? '') as Record<string, Record<string, string>[]>;
  expect(data).toMatchObject({ Client: 'CLI-000001', 'Exporté le': '22/11/2026' });
  expect(data.Clients).toEqual([
    { Client: 'CLI-000001', Nom: 'Camille <script>alert(1)</script>', 'Créé le': '05/01/2026' },
  ]);
  expect(data.Commandes?.[0]).toMatchObject({ 'Total TTC': expect.stringMatching(/^1.234,50.€$/) });
  const page = effects.find((effect) => effect.kind === 'print');
  expect(page?.html).toContain('Camille &lt;script&gt;');
  expect(page?.html).not.toContain('<script');
});

test('on the demo shop: every row that names the person is told, and each row is one person’s', () => {
  const workbook = demoWorkbook(demoShop());
  const everybody = workbook.customers.rows.map(({ id }) => id).slice(0, 40);
  const owners = new Map<string, string>();
  for (const id of everybody) {
    const found = findRowsOfPerson(workbook, new Set([id]));
    for (const key of TABS_OF_A_PERSON) {
      const told = new Set(found.get(key)?.map((row) => row.id));
      const named = (workbook[key].rows as readonly Partial<RowOf<'orders'>>[]).filter((row) => row.customerId === id);
      for (const row of named) expect(told.has(row.id ?? ''), `${key} ${row.id}`).toBe(true);
      for (const rowId of told) {
        const place = `${key}/${rowId}`;
        expect(owners.get(place) ?? id, place).toBe(id);
        owners.set(place, id);
      }
    }
    expect(found.get('lines')?.length ?? 0).toBeGreaterThanOrEqual(found.get('orders')?.length ?? 0);
  }
  expect(owners.size).toBeGreaterThan(300);
  const { refusals } = actOf(workbook, 'export-person', { customerId: everybody[0] ?? '' }, LAST_DAY);
  expect(refusals).toEqual([]);
});
