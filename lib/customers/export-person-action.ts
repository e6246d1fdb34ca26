// A person's data on request: counted on a card, to be read on a page, to be copied as JSON.
import { defineAction } from '#lib/actions/action.ts';
import { refusedPlan } from '#lib/actions/action-plan.ts';
import { rowField } from '#lib/actions/field.ts';
import { problem } from '#lib/kernel/problem.ts';
import { chosenCustomerId, customerOptions, nameOf } from './chosen-customer.ts';
import { TABS_OF_A_PERSON } from './find-rows-of-person.ts';
import { exportAsJson, exportAsPage, exportPerson } from './person-export.ts';

export const exportPersonAction = defineAction({
  id: 'export-person',
  menu: 'customers',
  startsFrom: ['customers'],
  reads: TABS_OF_A_PERSON,
  appends: [],
  fields: { customerId: rowField('customers', { required: true }) },
  isReading: true,
  prepare: (context, selection, filled) => {
    const customerId = chosenCustomerId(context, selection, filled);
    return {
      initial: filled === null && customerId !== null ? { customerId } : {},
      options: { customerId: customerOptions(context) },
    };
  },
  plan: (context, { customerId }) => {
    const { workbook, words, clock } = context;
    const customer = workbook.customers.byId.get(customerId);
    if (customer === undefined)
      return refusedPlan(problem('stockRowUnknown', { id: customerId, tab: workbook.customers.title }));
    const says = words.customers.exported;
    const found = exportPerson(context, customerId);
    const on = words.formatDay(clock.today);
    const title = says.title({ name: nameOf(customer), on });
    const rows = found.tabs.reduce((sum, { rows: own }) => sum + own.length, 0);
    return {
      changes: [],
      problems: [],
      refusals: [],
      summary: says.summary({ rows, tabs: found.tabs.length }),
      effects: [
        {
          kind: 'card',
          title,
          sections: [
            {
              title: says.contents,
              items: found.tabs.map(({ tab, rows: own }) => ({ label: tab, value: says.rows(own.length) })),
              empty: '',
            },
          ],
        },
        { kind: 'copy', label: says.json, text: exportAsJson(found, on, words) },
        { kind: 'print', title, html: exportAsPage(title, found, words) },
      ],
    };
  },
});
