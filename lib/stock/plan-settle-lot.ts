// Settles a lot whose cells disagree with the ledger, as a count of that one lot: the person says what lies there, the
// difference to the movements becomes a movement, and the reservations are what the lines hold.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import { ledgerOf, reservationsOf, unknownLots } from './ledger.ts';
import { planWithStock, refuse, unknownRow } from './plan-with-stock.ts';
import { rebookLot } from './rebook-lines.ts';

export interface SettleLotInput {
  readonly lotId: string;
  /** What lies there now. */
  readonly counted: number;
  readonly reason: string;
}

export function planSettleLot(context: PlanContext, input: SettleLotInput, meta: ActionMeta): ActionPlan {
  const { workbook, words } = context;
  const { lotId, counted, reason } = input;
  return planWithStock(context, meta, ['lines'], (draft, book) => {
    const lot = workbook.lots.byId.get(lotId);
    if (lot === undefined || lot.status === 'voided') return refuse(unknownRow(workbook.lots, lotId));
    if (unknownLots(workbook).has(lotId)) return refuse(unknownRow(workbook.movements, lotId));
    if (!Number.isSafeInteger(counted) || counted < 0)
      return refuse(problem('stockQuantityBad', { value: String(counted) }));
    if (reason.trim() === '') return refuse(problem('stockReasonMissing', {}));
    const ledger = ledgerOf(workbook).get(lotId) ?? 0;
    const held = reservationsOf(workbook.lines.rows).get(lotId) ?? 0;
    if (lot.onHand === ledger && counted === ledger && lot.reserved === held) {
      return refuse(problem('stockLotAgrees', { lot: lotId }));
    }
    const figures = { shown: lot.onHand, ledger };
    book.restate(lotId, { onHand: ledger, reserved: held });
    if (counted !== ledger) {
      book.move(lotId, counted - ledger, {
        kind: 'count_adjustment',
        reason: words.stock.settleReason({ ...figures, reason }),
      });
    }
    const warnings = rebookLot(context, draft, book, lotId, meta);
    return { summary: words.stock.settled({ lot: lotId, counted, ...figures }), warnings };
  });
}
