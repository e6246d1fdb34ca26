// The forms that open and validate a count; the counting itself is done in the tab.
import { defineAction } from '#lib/actions/action.ts';
import { choiceField, flagField, rowField } from '#lib/actions/field.ts';
import { firstHub } from './first-hub.ts';
import { hubOptions, selectedId } from './form-options.ts';
import { isOpenCount, planOpenStockTake } from './plan-open-stock-take.ts';
import { planValidateStockTake } from './plan-validate-stock-take.ts';

export const openStockTakeAction = defineAction({
  id: 'open-stock-take',
  menu: 'stock',
  startsFrom: ['products', 'hubs'],
  reads: ['lots', 'stockTakes', 'products', 'hubs'],
  appends: ['movements'],
  fields: { hubId: rowField('hubs', { required: true }), productId: rowField('products') },
  prepare: (context, selection) => {
    const { workbook } = context;
    const hubId = selectedId(selection, 'hubs') ?? firstHub(workbook);
    const held = new Set(workbook.lots.rows.map(({ productId }) => productId));
    const products = workbook.products.rows.filter(({ id }) => held.has(id));
    return {
      initial: { productId: selectedId(selection, 'products'), ...(hubId === null ? {} : { hubId }) },
      options: {
        hubId: hubOptions(context),
        productId: products.map(({ id, name }) => ({ value: id, label: name })),
      },
    };
  },
  plan: planOpenStockTake,
});

export const validateStockTakeAction = defineAction({
  id: 'validate-stock-take',
  menu: 'stock',
  startsFrom: ['stockTakes'],
  reads: ['stockTakes', 'lots', 'lines', 'movements', 'products', 'hubs'],
  appends: [],
  fields: {
    session: choiceField<string, { readonly required: true }>({ required: true }),
    giveUpBlank: flagField(),
  },
  prepare: ({ workbook, words }, selection) => {
    const open = workbook.stockTakes.rows.filter(({ status }) => isOpenCount(status));
    const sessions = [...new Set(open.map(({ session }) => session))];
    const selected = workbook.stockTakes.byId.get(selectedId(selection, 'stockTakes') ?? '')?.session;
    const session = sessions.find((name) => name === selected) ?? sessions[0];
    return {
      initial: { giveUpBlank: false, ...(session === undefined ? {} : { session }) },
      options: {
        session: sessions.map((name) => {
          const rows = open.filter((row) => row.session === name);
          const counted = rows.filter((row) => row.counted !== null).length;
          return { value: name, label: words.stock.countLabel({ session: name, counted, lines: rows.length }) };
        }),
      },
    };
  },
  plan: planValidateStockTake,
});
