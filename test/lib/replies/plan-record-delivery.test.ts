// What Gmail did with a mail, noted in Envois: only a message that was sent brings what the reply brings.
import { expect, test } from 'vitest';
import { applyChanges } from '#lib/changes/apply.ts';
import { type Delivery, planRecordDelivery } from '#lib/replies/plan-record-delivery.ts';
import { fr } from '#lib/text/fr.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { contextOf, replyShop } from './reply-shop.ts';

const meta = { actionId: 'act-1', who: 'Léa' };
const reply = {
  id: 'ENV-000001',
  key: 'TIC-000001/REP-RETARD',
  templateId: 'REP-RETARD',
  customerId: 'CLI-000001',
  ticketId: 'TIC-000001',
  orderId: 'CMD-000001',
  channel: 'email',
  status: 'prepared',
  preparedAt: '2026-11-23T10:00:00',
  body: 'Bonjour',
  bonusPoints: 50,
} as const;

function after(deliveries: readonly Delivery[]) {
  return deliveries.reduce(
    (workbook, delivery) => {
      const { changes, problems } = planRecordDelivery(contextOf(workbook), 'ENV-000001', delivery, meta);
      expect(problems).toEqual([]);
      return applyChanges(workbook, changes, fr);
    },
    replyShop({ repliesSent: [reply] }),
  );
}

const drafted: Delivery = { kind: 'drafted', draftId: 'r-1' };
const sent: Delivery = { kind: 'sent' };
const failed: Delivery = { kind: 'failed' };

test.each([
  [[drafted], 'drafted | r-1 | - | 50', 500, null],
  [[failed], 'failed | - | - | 50', 500, null],
  [[failed, drafted], 'drafted | r-1 | - | 50', 500, null],
  [[sent], 'sent | - | 2026-11-23T11:00:00 | 50', 550, 1],
  [[drafted, sent, sent, failed], 'sent | r-1 | 2026-11-23T11:00:00 | 50', 550, 1],
] as const)('%j: %s', (deliveries, row, balance, replies) => {
  const workbook = after(deliveries);
  expect(rowsAsText(workbook.repliesSent.rows, 'status', 'draftId', 'sentAt', 'bonusPoints')).toEqual([row]);
  expect(workbook.customers.byId.get('CLI-000001')?.pointsBalance).toBe(balance);
  expect(workbook.tickets.rows[0]?.replies).toBe(replies);
});

test('a row that is gone is said', () => {
  const { changes, problems } = planRecordDelivery(contextOf(replyShop()), 'ENV-000009', sent, meta);
  expect(changes).toEqual([]);
  expect(problems.map(({ code }) => code)).toEqual(['replyRowUnknown']);
});
