// The form of a receipt: it starts from the purchase, whole, at its price, with the date the product's shelf life leads to.
import { defineAction } from '#lib/actions/action.ts';
import {
  choiceField,
  dayField,
  integerField,
  linesField,
  moneyField,
  rowField,
  textField,
} from '#lib/actions/field.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { addDays } from '#lib/kernel/day.ts';
import type { PurchasesRow } from '#lib/tables/purchases.ts';
import { productName, selectedId } from './form-options.ts';
import type { DatePrecision } from './lot-dates.ts';
import { planReceivePurchase } from './plan-receive-purchase.ts';

const PRECISIONS: readonly DatePrecision[] = ['day_known', 'month_known', 'year_known'];

export const receivePurchaseAction = defineAction({
  id: 'receive-purchase',
  menu: 'purchases',
  startsFrom: ['purchases'],
  reads: ['purchases', 'products', 'partners', 'hubs', 'lots', 'stockTakes'],
  appends: ['movements'],
  fields: {
    purchaseId: rowField('purchases', { required: true }),
    receivedOn: dayField({ required: true }),
    unitCostCents: moneyField(),
    lots: linesField({
      quantity: integerField({ required: true, min: 1 }),
      bestBeforeOn: dayField(),
      datePrecision: choiceField<DatePrecision>(),
      supplierLot: textField(),
    }),
  },
  prepare: (context, selection) => {
    const { workbook, clock, words } = context;
    const purchaseId = selectedId(selection, 'purchases');
    const purchase = purchaseId === null ? undefined : workbook.purchases.byId.get(purchaseId);
    const open = workbook.purchases.rows.filter(({ status }) => status === 'sent' || status === 'partly_received');
    return {
      initial: { receivedOn: clock.today, ...(purchase === undefined ? {} : initialOf(context, purchase)) },
      options: {
        purchaseId: open.map((row) => ({ value: row.id, label: labelOf(context, row) })),
        'lots.datePrecision': PRECISIONS.map((code) => ({ value: code, label: words.choiceLabel(code) })),
      },
    };
  },
  plan: planReceivePurchase,
});

function initialOf({ workbook, clock }: PlanContext, purchase: PurchasesRow) {
  const product = workbook.products.byId.get(purchase.productId);
  const isDated = product !== undefined && (product.dateKind ?? 'no_date') !== 'no_date';
  const life = product?.shelfLifeDays ?? null;
  const lot = {
    quantity: Math.max(1, purchase.quantity - (purchase.receivedQuantity ?? 0)),
    bestBeforeOn: isDated && life !== null ? addDays(clock.today, life) : null,
    datePrecision: isDated ? ('day_known' as const) : null,
    supplierLot: null,
  };
  return { purchaseId: purchase.id, unitCostCents: purchase.unitCostCents, lots: [lot] };
}

function labelOf(context: PlanContext, { id, productId, partnerId, quantity, receivedQuantity }: PurchasesRow): string {
  return context.words.stock.purchaseLabel({
    purchase: id,
    product: productName(context, productId),
    quantity: quantity - (receivedQuantity ?? 0),
    partner: context.workbook.partners.byId.get(partnerId)?.name ?? partnerId,
  });
}
