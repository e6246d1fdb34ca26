// Family "undo": one of two identical receipts is undone.
import { z } from 'zod';
import { planReceivePurchase } from '#lib/stock/plan-receive-purchase.ts';
import type { WorkedCase } from '../case.ts';
import { TODAY } from '../shelf-lot.ts';
import { HUB, openShop, PRODUCT } from '../shop.ts';
import { type Comparison, judge, type Verdict } from '../verdict.ts';

const schema = z.looseObject({
  steps: z.array(z.union([z.object({ receive: z.number() }), z.object({ undo: z.number(), qty: z.number() })])),
});

export function replayUndo(worked: WorkedCase): Verdict {
  const { steps } = schema.parse(worked);
  const shop = openShop();
  const comparisons = steps.flatMap((step): Comparison[] => {
    if ('undo' in step) {
      const refused = shop.undo(step.undo, TODAY).map(({ code }) => code);
      const { lots, movements } = shop.workbook();
      return [
        { what: 'undo is refused by', expected: [], actual: refused },
        { what: 'on hand', expected: step.qty, actual: lots.rows.reduce((sum, { onHand }) => sum + onHand, 0) },
        {
          what: 'Σ movements',
          expected: step.qty,
          actual: movements.rows.reduce((sum, { quantity }) => sum + quantity, 0),
        },
      ];
    }
    let purchaseId = '';
    shop.type((draft, { purchases }) => {
      purchaseId = draft.nextId(purchases);
      const about = { partnerId: 'PAR-000001', productId: PRODUCT, hubId: HUB, quantity: step.receive };
      draft.append(purchases, { id: purchaseId, ...about, status: 'sent' });
    });
    const lots = [{ quantity: step.receive, bestBeforeOn: null, datePrecision: null, supplierLot: null }];
    const input = { purchaseId, receivedOn: TODAY, unitCostCents: 100, lots } as const;
    shop.act(TODAY, (context, meta) => planReceivePurchase(context, input, meta));
    return [];
  });
  return judge(comparisons);
}
