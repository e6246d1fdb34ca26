// The receipt of a purchase, whole or in part: one lot per label date, one movement a lot, the purchase's state. It warns
// when what comes in expires before what lies there, since the older receipt leaves first.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import type { Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { LotsRow } from '#lib/tables/lots.ts';
import type { ProductsRow } from '#lib/tables/products.ts';
import type { PurchasesRow } from '#lib/tables/purchases.ts';
import { findCountLocks } from './find-count-locks.ts';
import { findEarlierDates } from './find-earlier-dates.ts';
import { firstHub } from './first-hub.ts';
import { type DatePrecision, endOfPeriod } from './lot-dates.ts';
import { planWithStock, type StockDecision, unknownRow } from './plan-with-stock.ts';
import type { StockBook } from './stock-book.ts';

export interface ReceivedLot {
  readonly quantity: number;
  /** As the label says; any day of the month or year when it is known to that only. */
  readonly bestBeforeOn: Day | null;
  readonly datePrecision: DatePrecision | null;
  readonly supplierLot: string | null;
}

export interface ReceivePurchaseInput {
  readonly purchaseId: string;
  readonly receivedOn: Day;
  /** Before tax; null: as on the purchase. */
  readonly unitCostCents: number | null;
  readonly lots: readonly ReceivedLot[];
}

interface Receipt {
  readonly purchase: PurchasesRow;
  readonly product: ProductsRow;
  readonly hubId: string;
  readonly unitCostCents: number;
  readonly receivedOn: Day;
  readonly lots: readonly ReceivedLot[];
}

export function planReceivePurchase(context: PlanContext, input: ReceivePurchaseInput, meta: ActionMeta): ActionPlan {
  return planWithStock(context, meta, ['purchases'], (draft, book) => {
    const receipt = checkReceipt(context, input);
    if ('refusals' in receipt) return receipt;
    return receive(context, receipt, draft, book, meta);
  });
}

function checkReceipt(
  context: PlanContext,
  input: ReceivePurchaseInput,
): Receipt | { readonly refusals: readonly Problem[] } {
  const { workbook, clock, words } = context;
  const { purchases, products } = workbook;
  const purchase = purchases.byId.get(input.purchaseId);
  if (purchase === undefined) return { refusals: [unknownRow(purchases, input.purchaseId)] };
  const product = products.byId.get(purchase.productId);
  if (product === undefined) return { refusals: [unknownRow(products, purchase.productId)] };
  const refusals: Problem[] = [];
  const hubId = purchase.hubId ?? firstHub(workbook);
  const unitCostCents = input.unitCostCents ?? purchase.unitCostCents;
  if (purchase.status === 'voided') refusals.push(problem('stockPurchaseVoided', { purchase: purchase.id }));
  if (hubId === null) refusals.push(problem('stockHubMissing', { purchase: purchase.id }));
  if (unitCostCents === null) refusals.push(problem('stockCostMissing', { purchase: purchase.id }));
  if (input.receivedOn > clock.today) {
    refusals.push(problem('stockReceivedLater', { on: words.formatDay(input.receivedOn) }));
  }
  if (hubId !== null) refusals.push(...findCountLocks(context, { hubId, productId: product.id, on: input.receivedOn }));
  if (input.lots.length === 0) refusals.push(problem('stockQuantityBad', { value: '' }));
  for (const lot of input.lots) refusals.push(...lotRefusals(lot, product, input.receivedOn, context));
  if (refusals.length > 0 || hubId === null || unitCostCents === null) return { refusals };
  return { purchase, product, hubId, unitCostCents, receivedOn: input.receivedOn, lots: input.lots };
}

function lotRefusals(lot: ReceivedLot, product: ProductsRow, receivedOn: Day, { words }: PlanContext): Problem[] {
  const found: Problem[] = [];
  if (!Number.isSafeInteger(lot.quantity) || lot.quantity < 1) {
    found.push(problem('stockQuantityBad', { value: String(lot.quantity) }));
  }
  const isDated = (product.dateKind ?? 'no_date') !== 'no_date';
  if (lot.bestBeforeOn === null)
    return isDated ? [...found, problem('stockDateMissing', { product: product.name })] : found;
  const last = endOfPeriod(lot.bestBeforeOn, lot.datePrecision);
  if (product.dateKind === 'dlc' && last < receivedOn) {
    found.push(problem('stockDlcPast', { product: product.name, date: words.formatDay(last) }));
  }
  return found;
}

function receive(
  context: PlanContext,
  receipt: Receipt,
  draft: Draft,
  book: StockBook,
  meta: ActionMeta,
): StockDecision {
  const { purchase, product, lots } = receipt;
  const { words } = context;
  const before = book.lots();
  const ids = lots.map((lot) => addReceivedLot(book, receipt, lot));
  const quantity = lots.reduce((sum, lot) => sum + lot.quantity, 0);
  const receivedQuantity = (purchase.receivedQuantity ?? 0) + quantity;
  const isComplete = receivedQuantity >= purchase.quantity;
  draft.update(context.workbook.purchases, purchase, {
    receivedQuantity,
    status: isComplete ? 'received' : 'partly_received',
    receivedOn: receipt.receivedOn,
    hubId: receipt.hubId,
    actionId: meta.actionId,
  });
  const warnings = ids.flatMap((id) => lotWarnings(book.lotOf(id) as LotsRow, before, product, context));
  if (purchase.status === 'draft') warnings.push(problem('stockPurchaseNotSent', { purchase: purchase.id }));
  if (receivedQuantity > purchase.quantity) {
    const figures = { ordered: String(purchase.quantity), received: String(receivedQuantity) };
    warnings.push(problem('stockOverReceived', { purchase: purchase.id, ...figures }));
  }
  const facts = { quantity, product: product.name, purchase: purchase.id, lots: ids.join(', ') };
  return { summary: words.stock.received(facts), warnings };
}

/** The date is kept as the last day it names, so that the Stock tab's formulas need not know precisions. */
function addReceivedLot(
  book: StockBook,
  { purchase, product, hubId, unitCostCents, receivedOn }: Receipt,
  lot: ReceivedLot,
) {
  const bestBeforeOn = lot.bestBeforeOn === null ? null : endOfPeriod(lot.bestBeforeOn, lot.datePrecision);
  const dateKind = bestBeforeOn === null ? 'no_date' : product.dateKind === 'dlc' ? 'dlc' : 'ddm';
  const id = book.addLot({
    productId: product.id,
    hubId,
    receivedOn,
    bestBeforeOn,
    datePrecision: bestBeforeOn === null ? null : (lot.datePrecision ?? 'day_known'),
    dateKind,
    unitCostCents,
    purchaseId: purchase.id,
    partnerId: purchase.partnerId,
    supplierLot: lot.supplierLot,
    initialQuantity: lot.quantity,
  });
  book.move(id, lot.quantity, { kind: 'receipt', on: receivedOn, purchaseId: purchase.id });
  return id;
}

function lotWarnings(lot: LotsRow, before: readonly LotsRow[], product: ProductsRow, context: PlanContext): Problem[] {
  const warnings = findEarlierDates(lot, before, context);
  if (lot.bestBeforeOn !== null && lot.bestBeforeOn < context.clock.today) {
    warnings.push(problem('stockDdmPast', { product: product.name, date: context.words.formatDay(lot.bestBeforeOn) }));
  }
  return product.picking === 'fefo' ? warnings.filter(({ code }) => code !== 'stockDatedEarlier') : warnings;
}
