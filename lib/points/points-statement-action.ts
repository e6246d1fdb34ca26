// The statement of a customer's points: a card for the team, a page to print and a text to copy for the customer. It writes
// nothing; a kept balance that the ledger does not bear out is said, since the customer must not be told two figures.
import { type CardSection, defineAction } from '#lib/actions/action.ts';
import { refusedPlan } from '#lib/actions/action-plan.ts';
import { rowField } from '#lib/actions/field.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { chosenCustomerId, customerOptions, nameOf } from '#lib/customers/chosen-customer.ts';
import { problem } from '#lib/kernel/problem.ts';
import type { CustomersRow } from '#lib/tables/customers.ts';
import { readStatement, type Statement } from './points-statement.ts';
import { pageOf, signed, textOf, titleOfLine } from './statement-texts.ts';

export const pointsStatementAction = defineAction({
  id: 'points-statement',
  menu: 'subscriptions',
  startsFrom: ['customers', 'orders', 'tickets', 'subscriptions', 'points', 'pointLots'],
  reads: ['customers', 'points', 'pointLots'],
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
    const { workbook, words } = context;
    const customer = workbook.customers.byId.get(customerId);
    if (customer === undefined)
      return refusedPlan(problem('stockRowUnknown', { id: customerId, tab: workbook.customers.title }));
    const statement = readStatement(context, customerId);
    const kept = customer.pointsBalance ?? 0;
    const figures = {
      customer: customerId,
      kept: words.formatNumber(kept),
      ledger: words.formatNumber(statement.balance),
    };
    const says = words.customers.statement;
    const title = says.title({ name: nameOf(customer), on: words.formatDay(context.clock.today) });
    return {
      changes: [],
      problems: kept === statement.balance ? [] : [problem('pointsBalanceDiffers', figures)],
      refusals: [],
      summary: '',
      effects: [
        { kind: 'card', title, sections: sectionsOf(context, customer, statement) },
        { kind: 'copy', label: says.copy, text: textOf(context, statement) },
        { kind: 'print', title, html: pageOf(context, title, statement) },
      ],
    };
  },
});

function sectionsOf({ words }: PlanContext, customer: CustomersRow, statement: Statement): CardSection[] {
  const says = words.customers.statement;
  const points = (count: number) => says.points(words.formatNumber(count));
  const row = { table: 'customers', id: customer.id } as const;
  return [
    {
      title: says.balanceTitle,
      items: [{ label: nameOf(customer), value: points(statement.balance), row }],
      empty: '',
    },
    {
      title: says.expiriesTitle,
      items: statement.expiries.map(({ expiresOn, points: count, lotId }) => ({
        label: words.formatDay(expiresOn),
        value: points(count),
        row: { table: 'pointLots', id: lotId },
      })),
      empty: says.noExpiry,
    },
    {
      title: says.linesTitle,
      items: [...statement.lines].reverse().map((line) => ({
        label: `${words.formatDay(line.on)} · ${titleOfLine(line, words)}`,
        value: says.movement({ points: signed(line, words), balance: words.formatNumber(line.balance) }),
        row: { table: 'points', id: line.entryId },
      })),
      empty: says.noLine,
    },
  ];
}
