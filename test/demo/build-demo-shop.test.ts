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
      "customers": "381 × cb41f288da18",
      "hubs": "2 × 1c4281943900",
      "incidents": "7 × c6afed5422d7",
      "lines": "3059 × bc83f2571ed9",
      "lots": "50 × 75ebb7e48971",
      "movements": "1213 × 73a82d2c4c5d",
      "orders": "1790 × 9652e5eca297",
      "partnerProducts": "31 × e586b2ec2119",
      "partners": "10 × d7a565ba4fe9",
      "plans": "2 × 148323146180",
      "pointLots": "517 × f8f1fa406b33",
      "points": "989 × 4f026f3566ec",
      "products": "30 × e271a60f7138",
      "purchases": "44 × c977f0a2abbd",
      "repliesSent": "146 × 3fdd2acf83a9",
      "requests": "13 × 20cdce9226b2",
      "shipments": "2613 × ebad1b42dc65",
      "stockTakes": "35 × 07cb63654313",
      "stripeActs": "1003 × e8e0b2d10388",
      "tickets": "539 × 5ab562097648",
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
        "chat": 194,
        "email": 252,
        "phone": 41,
        "social": 35,
        "whatsapp": 17,
      },
      "counts": {
        "counted": 6,
        "to_count": 6,
        "validated": 23,
      },
      "errors": {
        "-": 2595,
        "damaged": 3,
        "late": 1,
        "lost": 3,
        "missing_item": 2,
        "other": 1,
        "wrong_address": 2,
        "wrong_item": 6,
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
        "at_partner": 37,
        "backordered": 32,
        "delivered": 2932,
        "reserved": 7,
        "returned": 20,
        "shipped": 5,
        "to_route": 6,
        "voided": 20,
      },
      "lots": {
        "available": 11,
        "exhausted": 38,
        "quarantined": 1,
      },
      "movements": {
        "count_adjustment": 6,
        "customer_return": 7,
        "gift": 8,
        "pick": 1117,
        "quarantine": 2,
        "receipt": 44,
        "release": 2,
        "reversal": 1,
        "short_dated_sale": 1,
        "supplier_return": 1,
        "transfer": 10,
        "waste": 14,
      },
      "orders": {
        "confirmed": 29,
        "delivered": 1708,
        "draft": 3,
        "partly_delivered": 25,
        "preparing": 7,
        "returned": 6,
        "shipped": 1,
        "voided": 11,
      },
      "parcels": {
        "delivered": 2550,
        "handed_over": 1,
        "in_transit": 1,
        "label_made": 1,
        "out_for_delivery": 1,
        "sent_back": 19,
        "to_prepare": 40,
      },
      "points": {
        "adjust": 3,
        "bonus": 41,
        "expire": 195,
        "opening": 476,
        "spend": 274,
      },
      "purchases": {
        "draft": 1,
        "partly_received": 1,
        "received": 38,
        "sent": 3,
        "voided": 1,
      },
      "replies": {
        "drafted": 2,
        "failed": 3,
        "prepared": 2,
        "sent": 139,
      },
      "requests": {
        "done": 3,
        "queued": 8,
        "refused": 1,
        "withdrawn": 1,
      },
      "routes": {
        "-": 26,
        "backorder": 32,
        "hub": 1114,
        "partner": 1887,
      },
      "subjects": {
        "billing": 49,
        "delay": 88,
        "delivery": 114,
        "other": 37,
        "points_question": 53,
        "product_question": 88,
        "quality": 42,
        "subscription": 68,
      },
      "tickets": {
        "open": 9,
        "resolved": 525,
        "waiting_customer": 5,
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
