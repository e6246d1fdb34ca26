// The demo shop is one and the same for its seed, day and scale, and looks like a shop.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { DemoShop } from '#demo/build-demo-shop.ts';
import { findProblems } from '#lib/checks/find-problems.ts';
import { type Day, isDay } from '#lib/kernel/day.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import { tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { demoShop, demoWorkbook, LAST_DAY, tablesOf } from './demo-workbook.ts';

const shop = demoShop();
const otherDays: readonly Day[] = ['2026-03-01', '2028-02-29', '2026-12-26'];

function hashes(of: DemoShop): Readonly<Record<string, string>> {
  const parts = [...tablesOf(of), ['stripeActs', of.stripeActs] as const];
  return Object.fromEntries(
    parts.map(([name, rows]) => [
      name,
      `${rows.length} × ${createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 12)}`,
    ]),
  );
}

test('built twice it is the same, from another seed it is another one', () => {
  expect(demoShop()).toEqual(shop);
  expect(hashes(demoShop(LAST_DAY, 1, 2))).not.toEqual(hashes(shop));
});

test('the shop of seed 1 is known by heart', () => {
  expect(hashes(shop)).toMatchInlineSnapshot(`
    {
      "closedDays": "44 × f761fcd137a2",
      "customers": "381 × cfcba56dcd2d",
      "hubs": "2 × 1c4281943900",
      "incidents": "7 × 809ece3d08a4",
      "lines": "3012 × 41323a5a111d",
      "lots": "45 × e4d2ee63eb3c",
      "movements": "1191 × cdd14c1cc2a8",
      "orders": "1782 × ef948020764b",
      "partnerProducts": "31 × e586b2ec2119",
      "partners": "10 × d7a565ba4fe9",
      "plans": "2 × 148323146180",
      "pointLots": "520 × c266fc53b6c9",
      "points": "983 × 908f62f21d89",
      "products": "30 × e271a60f7138",
      "purchases": "41 × 5baee2d5efa1",
      "repliesSent": "147 × ca305076d89f",
      "requests": "13 × 20cdce9226b2",
      "shipments": "2593 × 8b8e8ebd2895",
      "stockTakes": "34 × f1c3f3736f0a",
      "stripeActs": "1003 × 15fe6dc9a383",
      "tickets": "556 × 4861c71c03b6",
    }
  `);
});

test.each([LAST_DAY, ...otherDays])('ending on %s every row decodes without a Problem', (today) => {
  const problems = findProblems(demoWorkbook(demoShop(today)), fr);
  expect(problems.map((found) => messageOf(found, fr))).toEqual([]);
});

test('ids are unique and in the order of their tables’ numbers', () => {
  for (const [key, rows] of tablesOf(shop)) {
    const ids = rows.map((row) => String(row.id));
    expect(new Set(ids).size, key).toBe(ids.length);
    if (tables[key].prefix !== null) expect(ids, key).toEqual([...ids].sort());
  }
});

test('people are French and nobody real: postal codes, reserved mail domains, phone numbers kept for fiction', () => {
  const { customers, orders, partners } = shop.rows;
  for (const { email, postalCode, phone } of customers) {
    expect(email).toMatch(/^[A-Za-z.]+\d*@example\.(com|org|net)$/);
    expect(postalCode ?? '75011').toMatch(/^\d{5}$/);
    expect(phone ?? '06 39 98 00 00').toMatch(/^06 39 98 \d\d \d\d$/);
  }
  for (const { shipPostalCode } of orders) expect(shipPostalCode).toMatch(/^\d{5}$/);
  for (const { email, phone } of partners) expect(`${email} ${phone}`).toMatch(/@example\.org 01 99 00 \d\d \d\d$/);
  expect(new Set(customers.map(({ email }) => email?.toLowerCase())).size).toBe(customers.length);
});

test('nothing that has happened is dated after the last evening', () => {
  const mayLieAhead = /^(promised|expected|available|bestBefore|expires|nextExpiry|closed|due|on$)/;
  for (const [key, rows] of tablesOf(shop)) {
    if (key === 'closedDays') continue;
    for (const row of rows) {
      for (const [name, value] of Object.entries(row)) {
        if (typeof value !== 'string' || !isDay(value.slice(0, 10)) || (mayLieAhead.test(name) && name !== 'on'))
          continue;
        expect(value.slice(0, 10) < LAST_DAY, `${key}.${name} ${row.id}: ${value}`).toBe(true);
      }
    }
  }
});

test('every table and every state a person may want to see is there', () => {
  const counts = (key: keyof DemoShop['rows'], name: string) => {
    const found = new Map<string, number>();
    for (const row of shop.rows[key] as readonly Readonly<Record<string, unknown>>[]) {
      const state = String(row[name] ?? '-');
      found.set(state, (found.get(state) ?? 0) + 1);
    }
    return Object.fromEntries([...found].sort());
  };
  expect({
    orders: counts('orders', 'status'),
    lines: counts('lines', 'status'),
    routes: counts('lines', 'route'),
    parcels: counts('shipments', 'status'),
    errors: counts('shipments', 'errorKind'),
    movements: counts('movements', 'kind'),
    lots: counts('lots', 'status'),
    purchases: counts('purchases', 'status'),
    counts: counts('stockTakes', 'status'),
    points: counts('points', 'kind'),
    requests: counts('requests', 'status'),
    asked: counts('requests', 'kind'),
    tickets: counts('tickets', 'status'),
    channels: counts('tickets', 'channel'),
    subjects: counts('tickets', 'category'),
    replies: counts('repliesSent', 'status'),
    incidents: counts('incidents', 'kind'),
    incidentStates: counts('incidents', 'status'),
  }).toMatchInlineSnapshot(`
    {
      "asked": {
        "cancel": 3,
        "pause": 4,
        "resume": 3,
        "to_monthly": 1,
        "to_yearly": 2,
      },
      "channels": {
        "chat": 228,
        "email": 233,
        "phone": 43,
        "social": 35,
        "whatsapp": 17,
      },
      "counts": {
        "counted": 6,
        "to_count": 6,
        "validated": 22,
      },
      "errors": {
        "-": 2574,
        "damaged": 5,
        "lost": 2,
        "missing_item": 6,
        "other": 1,
        "wrong_address": 2,
        "wrong_item": 3,
      },
      "incidentStates": {
        "in_progress": 1,
        "open": 2,
        "settled": 4,
      },
      "incidents": {
        "out_of_stock": 2,
        "partner_problem": 2,
        "quality": 3,
      },
      "lines": {
        "at_partner": 25,
        "backordered": 2,
        "delivered": 2901,
        "reserved": 6,
        "returned": 30,
        "shipped": 18,
        "to_route": 4,
        "voided": 26,
      },
      "lots": {
        "available": 11,
        "exhausted": 33,
        "quarantined": 1,
      },
      "movements": {
        "count_adjustment": 4,
        "customer_return": 9,
        "gift": 8,
        "pick": 1097,
        "quarantine": 2,
        "receipt": 38,
        "release": 2,
        "reversal": 1,
        "short_dated_sale": 1,
        "supplier_return": 1,
        "transfer": 12,
        "waste": 16,
      },
      "orders": {
        "confirmed": 12,
        "delivered": 1718,
        "draft": 3,
        "partly_delivered": 10,
        "partly_shipped": 2,
        "preparing": 5,
        "returned": 7,
        "shipped": 9,
        "voided": 16,
      },
      "parcels": {
        "at_pickup_point": 1,
        "delivered": 2519,
        "handed_over": 8,
        "label_made": 8,
        "sent_back": 27,
        "to_prepare": 30,
      },
      "points": {
        "adjust": 3,
        "bonus": 44,
        "expire": 201,
        "opening": 476,
        "restore": 2,
        "spend": 257,
      },
      "purchases": {
        "draft": 1,
        "received": 36,
        "sent": 3,
        "voided": 1,
      },
      "replies": {
        "failed": 1,
        "sent": 146,
      },
      "requests": {
        "done": 3,
        "queued": 8,
        "refused": 1,
        "withdrawn": 1,
      },
      "routes": {
        "-": 30,
        "backorder": 2,
        "hub": 1096,
        "partner": 1884,
      },
      "subjects": {
        "billing": 46,
        "delay": 89,
        "delivery": 116,
        "other": 25,
        "points_question": 75,
        "product_question": 97,
        "quality": 43,
        "subscription": 65,
      },
      "tickets": {
        "open": 8,
        "resolved": 544,
        "waiting_customer": 4,
      },
    }
  `);
});

test('the books of the shop look like those of a shop', () => {
  const { orders, tickets, customers, pointLots } = shop.rows;
  expect(orders.length).toBeGreaterThan(1600);
  expect(orders.length).toBeLessThan(2000);
  expect(tickets.length / 52).toBeGreaterThan(9);
  expect(tickets.length / 52).toBeLessThan(12);
  expect(shop.stripeMembers.filter((member) => member.kind !== null).length).toBeGreaterThan(250);
  expect(customers.filter((row) => row.stripeCustomer === undefined && row.note !== undefined).length).toBeGreaterThan(
    15,
  );
  const within = (from: Day, to: Day) =>
    pointLots.filter((lot) => lot.remaining > 0 && lot.expiresOn >= from && lot.expiresOn <= to).length;
  expect(within('2026-11-21', LAST_DAY)).toBeGreaterThan(2);
  expect(within('2026-11-23', '2026-12-22')).toBeGreaterThan(2);
  expect(within('2026-12-23', '2027-01-21')).toBeGreaterThan(2);
});

test('a scale multiplies customers, orders and movements', () => {
  const three = demoShop(LAST_DAY, 3);
  for (const key of ['customers', 'orders', 'lines', 'shipments', 'tickets', 'pointLots'] as const) {
    const ratio = three.rows[key].length / shop.rows[key].length;
    expect(ratio, key).toBeGreaterThan(2.7);
    expect(ratio, key).toBeLessThan(3.3);
  }
  expect(three.rows.movements.length).toBeGreaterThan(2 * shop.rows.movements.length);
});
