// The forms of the actions about a purchase that stands already: send it, cancel it, expect it on another day.
import { defineAction, type Selection } from '#lib/actions/action.ts';
import { dayField, type FieldOption, flagField, rowField, textField } from '#lib/actions/field.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { productName, selectedId } from '#lib/stock/form-options.ts';
import type { PurchaseStatus } from './open-purchase.ts';
import { planCancelPurchase } from './plan-cancel-purchase.ts';
import { planChangeExpectedDay } from './plan-change-expected-day.ts';
import { planSendPurchase } from './plan-send-purchase.ts';

export const sendPurchaseAction = defineAction({
  id: 'send-purchase',
  menu: 'purchases',
  startsFrom: ['purchases'],
  reads: ['purchases', 'partners', 'products', 'partnerProducts', 'hubs'],
  appends: [],
  fields: {
    purchaseId: rowField('purchases', { required: true }),
    expectedOn: dayField(),
    mailDraft: flagField(),
  },
  prepare: (context, selection) => ({
    initial: { ...initialOf(selection), mailDraft: context.settings['support.sendFromGmail'] },
    options: { purchaseId: purchaseOptions(context, ['draft']) },
  }),
  plan: planSendPurchase,
});

export const cancelPurchaseAction = defineAction({
  id: 'cancel-purchase',
  menu: 'purchases',
  startsFrom: ['purchases'],
  reads: ['purchases', 'partners', 'products', 'partnerProducts', 'lines'],
  appends: [],
  fields: {
    purchaseId: rowField('purchases', { required: true }),
    wholeBundle: flagField(),
    reason: textField({ required: true }),
  },
  prepare: (context, selection) => ({
    initial: initialOf(selection),
    options: { purchaseId: purchaseOptions(context, ['draft', 'sent', 'partly_received']) },
  }),
  plan: planCancelPurchase,
});

export const changeExpectedDayAction = defineAction({
  id: 'change-expected-day',
  menu: 'purchases',
  startsFrom: ['purchases'],
  reads: ['purchases', 'partners', 'products', 'lines'],
  appends: [],
  fields: {
    purchaseId: rowField('purchases', { required: true }),
    expectedOn: dayField({ required: true }),
    reason: textField(),
  },
  prepare: (context, selection) => ({
    initial: initialOf(selection),
    options: { purchaseId: purchaseOptions(context, ['sent', 'partly_received']) },
  }),
  plan: planChangeExpectedDay,
});

function initialOf(selection: Selection | null) {
  const purchaseId = selectedId(selection, 'purchases');
  return purchaseId === null ? {} : { purchaseId };
}

function purchaseOptions(context: PlanContext, states: readonly PurchaseStatus[]): FieldOption[] {
  const { workbook, words } = context;
  return workbook.purchases.rows
    .filter(({ status }) => states.includes(status))
    .map(({ id, productId, partnerId, quantity, status }) => ({
      value: id,
      label: words.purchases.purchaseLabel({
        purchase: id,
        product: productName(context, productId),
        quantity,
        partner: workbook.partners.byId.get(partnerId)?.name ?? partnerId,
        status: words.choiceLabel(status),
      }),
    }));
}
