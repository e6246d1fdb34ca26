// Laws of replies, over any run of a team that answers, sends, sends again and takes back: a delay is paid once, the ledger
// and the balance agree, and an undo gives back what the sending changed.
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { actionById } from '#lib/actions/registry.ts';
import { openActionForm, planContextOf } from '#lib/actions/run-action.ts';
import type { RawInput } from '#lib/actions/screen.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { type Act, actOf, undoOf } from '#test/support/act-of.ts';
import { clockAt } from '../../support/clock-at.ts';
import { NOW, replyShop } from './reply-shop.ts';

const rows = ['TIC-000001', 'CMD-000001', 'TIC-000001 CMD-000001', 'CLI-000001', 'LIG-000002'] as const;
const step = fc.oneof(
  fc.record({ act: fc.constant('reply' as const), about: fc.constantFrom(...rows), isSentNow: fc.boolean() }),
  fc.record({ act: fc.constant('mark' as const), pick: fc.nat({ max: 5 }) }),
  fc.record({ act: fc.constant('undo' as const), pick: fc.nat({ max: 3 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const reached = new Map<string, number>();
const note = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1);

/** The delay reply for the row, as the form fills it. */
function delayReply(workbook: WorkbookState, about: string, isSentNow: boolean): RawInput {
  const action = actionById.get('reply');
  if (action === undefined) throw new Error('no action reply');
  const filled = { about, templateId: 'REP-RETARD', textFor: '' };
  const { initial } = openActionForm(action, planContextOf(workbook, clockAt(NOW), fr), null, filled);
  return { ...initial, handover: 'copy', isSentNow };
}

function done(workbook: WorkbookState, each: Step, past: readonly Act[]): Act | null {
  if (each.act === 'reply') return actOf(workbook, 'reply', delayReply(workbook, each.about, each.isSentNow), NOW);
  if (each.act === 'mark') {
    const { rows: replies } = workbook.repliesSent;
    const reply = replies[each.pick % Math.max(1, replies.length)];
    return reply === undefined ? null : actOf(workbook, 'mark-reply-sent', { replyId: reply.id }, NOW);
  }
  const target = past[past.length - 1 - (each.pick % Math.max(1, past.length))];
  return target === undefined ? null : undoOf({ ...target, workbook }, NOW);
}

function balances({ points, customers, pointLots }: WorkbookState): readonly number[] {
  const ledger = points.rows.reduce((sum, row) => sum + row.points, 0);
  const lots = pointLots.rows.reduce((sum, row) => sum + row.remaining, 0);
  return [ledger, lots, customers.byId.get('CLI-000001')?.pointsBalance ?? 0];
}

test('whatever is sent, again, by whom, and taken back: one bonus an order stands, and ledger, lots and balance agree', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 7 }), (steps) => {
      let workbook = replyShop();
      const past: Act[] = [];
      for (const each of steps) {
        const act = done(workbook, each, past);
        if (act === null) continue;
        note(act.refusals.length > 0 ? `${each.act} refused` : each.act);
        if (act.refusals.length === 0) past.push(act);
        workbook = act.workbook;
        const [ledger, lots, balance] = balances(workbook);
        expect([ledger, lots]).toEqual([balance, balance]);
        const paid = workbook.repliesSent.rows.filter(
          ({ status, bonusPoints }) => status === 'sent' && bonusPoints === 50,
        );
        expect(paid.length).toBeLessThanOrEqual(1);
        expect(balance).toBe(500 + 50 * paid.length);
      }
    }),
    { numRuns: 80 },
  );
});

test('undone last first, every ticket, order and account is as it was', () => {
  const start = replyShop();
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (steps) => {
      let workbook = start;
      const past: Act[] = [];
      for (const each of steps) {
        const act = each.act === 'undo' ? null : done(workbook, each, past);
        if (act === null || act.refusals.length > 0) continue;
        past.push(act);
        workbook = act.workbook;
      }
      for (const act of past.reverse()) {
        const undone = undoOf({ ...act, workbook }, NOW);
        expect(undone.refusals).toEqual([]);
        workbook = undone.workbook;
      }
      for (const key of ['tickets', 'orders', 'customers', 'incidents'] as const) {
        expect(workbook[key].rows, key).toEqual(start[key].rows);
      }
      expect(balances(workbook)).toEqual(balances(start));
    }),
    { numRuns: 60 },
  );
});

// The laws say nothing of what the generator never reaches.
afterAll(() => {
  for (const what of ['reply', 'mark', 'mark refused', 'undo', 'undo refused']) {
    expect(reached.get(what) ?? 0, `${what}: ${JSON.stringify([...reached])}`).toBeGreaterThan(3);
  }
});
