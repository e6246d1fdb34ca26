// What the points forms show above their fields: whom they are about, the balance, what can be spent today and what expires.
import type { FieldOption } from '#lib/actions/field.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { nameOf } from '#lib/customers/chosen-customer.ts';
import { by } from '#lib/kernel/compare.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import type { OrdersRow } from '#lib/tables/orders.ts';
import { openAccount, spendablePoints } from './open-account.ts';
import { sayBalance } from './points-act.ts';

/** Empty while nobody is chosen; a frozen account says why. */
export function accountHints(context: PlanContext, customerId: string | null): string[] {
  const { words, clock } = context;
  if (customerId === null) return [];
  const opened = openAccount(context, customerId);
  if (!opened.ok) return opened.problems.map((found) => messageOf(found, words));
  const { customer, account } = opened;
  const spendable = words.formatNumber(spendablePoints(account, clock.today));
  const whose = words.customers.account({ name: nameOf(customer), balance: sayBalance(context, customer) });
  return [whose, words.customers.spendable(spendable)];
}

const newestFirst = by<OrdersRow>((order) => order.orderedAt);
const OFFERED = 200;

/** Orders whose points can move; of one customer when one is chosen. */
export function pointsOrderOptions(
  { workbook, words }: PlanContext,
  isOffered: (order: OrdersRow) => boolean,
): FieldOption[] {
  return workbook.orders.rows
    .filter(isOffered)
    .sort(newestFirst)
    .reverse()
    .slice(0, OFFERED)
    .map(({ id, customerId, status }) => {
      const customer = workbook.customers.byId.get(customerId);
      const name = customer === undefined ? customerId : nameOf(customer);
      return {
        value: id,
        label: words.orders.orderLabel({ order: id, customer: name, status: words.choiceLabel(status) }),
      };
    });
}
