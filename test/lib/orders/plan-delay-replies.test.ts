// Late orders: when a reply is prepared, for whom, and never twice.
import { describe, expect, it, test } from 'vitest';
import { applyChanges } from '#lib/changes/apply.ts';
import type { Day } from '#lib/kernel/day.ts';
import { planDelayReplies } from '#lib/orders/plan-delay-replies.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import type { TestRows } from '../../support/workbook-of.ts';
import { contextAt, shopWith } from './order-shop.ts';

const order = (cells: object = {}) =>
  ({
    ...{ id: 'CMD-000001', orderedAt: '2026-11-23T09:00:00', customerId: 'CLI-000001', status: 'shipped', ...cells },
  }) as NonNullable<TestRows['orders']>[number];
const parcel = (cells: object = {}) =>
  ({
    ...{ id: 'EXP-000001', orderId: 'CMD-000001', origin: 'partner', status: 'in_transit', promisedOn: '2026-11-27' },
    shippedOn: '2026-11-24',
    ...cells,
  }) as NonNullable<TestRows['shipments']>[number];
const template = {
  id: 'REP-RETARD',
  name: 'Retard',
  category: 'delay',
  appliesTo: 'about_order',
  channel: 'email',
} as const;
const shop = (rows: TestRows = {}) =>
  shopWith({
    orders: [order()],
    shipments: [parcel()],
    replyTemplates: [
      {
        ...template,
        body: 'Bonjour {{client.prenom}}, départ le {{envoi.partiLe}}',
        sideEffect: 'delay_bonus',
        version: 3,
      },
    ],
    closedDays: [{ id: 'FER-000001', on: '2026-12-02' }],
    ...rows,
  });
const night = (workbook: WorkbookState, today: Day) => {
  const { changes } = planDelayReplies(contextAt(workbook, today));
  return applyChanges(workbook, changes, fr);
};
const drawn = (workbook: WorkbookState) =>
  rowsAsText(workbook.repliesSent.rows, 'key', 'customerId', 'channel', 'status', 'recipient', 'bonusPoints', 'body');

describe('a parcel promised for Friday 27 November', () => {
  test.each([
    ['2026-11-27', 0],
    ['2026-11-30', 0], // Monday: one working day late, as the setting allows
    ['2026-12-01', 1],
    ['2026-12-20', 1],
  ] as const)('on %s: %i reply', (today, count) => {
    expect(night(shop(), today).repliesSent.rows).toHaveLength(count);
  });

  it('is told once, with its text and a bonus that waits for the sending', () => {
    const first = night(shop(), '2026-12-01');
    expect(drawn(first)).toEqual([
      'CMD-000001/REP-RETARD | CLI-000001 | email | prepared | lea@example.com | 50 | Bonjour Léa, départ le 24/11/2026',
    ]);
    expect(first.repliesSent.rows[0]?.templateVersion).toBe(3);
    expect(first.points.rows).toEqual(shop().points.rows);
    expect(drawn(night(first, '2026-12-08'))).toEqual(drawn(first));
  });

  it('waits for its text while a value is missing', () => {
    const late = shop({ shipments: [parcel({ status: 'to_prepare', shippedOn: null })] });
    expect(drawn(night(late, '2026-12-01'))).toEqual([
      'CMD-000001/REP-RETARD | CLI-000001 | email | prepared | lea@example.com | 50 | -',
    ]);
  });

  it('a closed day does not count', () => {
    const promised = shop({ shipments: [parcel({ promisedOn: '2026-11-30' })] });
    expect(night(promised, '2026-12-02').repliesSent.rows).toHaveLength(0);
    expect(night(promised, '2026-12-03').repliesSent.rows).toHaveLength(1);
  });
});

test.each([
  ['delivered', {}, { status: 'delivered' }],
  ['sent back', {}, { status: 'sent_back' }],
  ['without a promise', {}, { promisedOn: null }],
  ['cancelled', { status: 'voided' }, {}],
  ['told already', { delayToldOn: '2026-11-30' }, {}],
])('nothing is prepared for an order that is %s', (_, cells, parcelCells) => {
  expect(
    night(shop({ orders: [order(cells)], shipments: [parcel(parcelCells)] }), '2026-12-20').repliesSent.rows,
  ).toEqual([]);
});

test('nobody writes to a customer who was erased', () => {
  const customers = [{ id: 'CLI-000001', erasedOn: '2026-11-25' }] as const;
  expect(night(shop({ customers }), '2026-12-20').repliesSent.rows).toEqual([]);
});

test('a parcel of the hub and a line that waits are told by the tracking reply, once for the order', () => {
  const lines = [
    {
      id: 'LIG-000001',
      orderId: 'CMD-000001',
      productId: 'SAVON',
      quantity: 1,
      status: 'backordered',
      promisedOn: '2026-11-24',
    },
  ] as const;
  const late = shop({ shipments: [parcel({ origin: 'hub', promisedOn: '2026-11-25' })], lines });
  expect(drawn(night(late, '2026-12-01'))).toEqual([
    'CMD-000001/REP-SUIVI | CLI-000001 | email | prepared | lea@example.com | - | -',
  ]);
});
