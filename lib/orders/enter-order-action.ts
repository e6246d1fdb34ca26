// The form of a new order.
import { defineAction } from '#lib/actions/action.ts';
import {
  choiceField,
  flagField,
  integerField,
  linesField,
  moneyField,
  rowField,
  textField,
} from '#lib/actions/field.ts';
import { openAccount, spendablePoints } from '#lib/points/open-account.ts';
import { productOptions, selectedOrderId, wishOptions } from './order-form-options.ts';
import { planEnterOrder } from './plan-enter-order.ts';
import type { ParcelWish } from './route-order.ts';

export const enterOrderAction = defineAction({
  id: 'enter-order',
  menu: 'orders',
  startsFrom: ['customers', 'orders'],
  reads: [
    ...(['orders', 'lines', 'shipments', 'customers', 'products', 'lots', 'hubs', 'partners'] as const),
    ...(['partnerProducts', 'purchases', 'pointLots'] as const),
  ],
  appends: ['movements', 'points'],
  fields: {
    customerId: rowField('customers', { required: true }),
    lines: linesField({
      productId: rowField('products', { required: true }),
      quantity: integerField({ required: true, min: 1 }),
      unitPriceCents: moneyField(),
      discountCents: moneyField(),
    }),
    parcels: choiceField<ParcelWish>(),
    shippingPaidCents: moneyField(),
    discountCents: moneyField(),
    pointsSpent: integerField({ min: 0 }),
    isPaid: flagField(),
    shipName: textField(),
    shipAddress: textField(),
    shipPostalCode: textField(),
    shipCity: textField(),
    shipCountry: textField(),
    shipPhone: textField(),
    instructions: textField(),
    exceptionReason: textField(),
    note: textField({ long: true }),
  },
  prepare: (context, selection) => {
    const { workbook, words, clock } = context;
    const orderId = selectedOrderId(context, selection);
    const customerId =
      selection?.table === 'customers' ? selection.id : (workbook.orders.byId.get(orderId ?? '')?.customerId ?? null);
    const opened = customerId === null ? null : openAccount(context, customerId);
    const points = opened?.ok === true ? spendablePoints(opened.account, clock.today) : 0;
    return {
      initial: { ...(customerId === null ? {} : { customerId }), parcels: 'as_few_as_possible', isPaid: true },
      options: {
        customerId: workbook.customers.rows.map(({ id, name, email }) => ({ value: id, label: name ?? email ?? id })),
        'lines.productId': productOptions(context),
        parcels: wishOptions(context),
      },
      hints: points === 0 ? [] : [words.orders.pointsToSpend(words.formatNumber(points))],
    };
  },
  plan: planEnterOrder,
});
