// Whom a form is about: the customer typed or picked so far, else the one behind the selected row; and the customers that a
// form offers.
import type { Selection } from '#lib/actions/action.ts';
import type { FieldOption } from '#lib/actions/field.ts';
import type { RawInput } from '#lib/actions/screen.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { CustomersRow } from '#lib/tables/customers.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';

/** Lists longer than this are no help; any other customer can be typed or selected in a tab. */
const OFFERED = 1000;

/** @returns null when nobody is chosen yet. What was typed need not exist. */
export function chosenCustomerId(
  context: PlanContext,
  selection: Selection | null,
  filled: RawInput | null,
): string | null {
  if (filled === null) return selectedCustomerId(context, selection);
  return typedId(filled, 'customerId');
}

/** What a form's field holds so far, as an id; null when it is empty. */
export function typedId(filled: RawInput | null, field: string): string | null {
  const typed = filled?.[field];
  return typeof typed === 'string' && typed.trim() !== '' ? typed.trim().toUpperCase() : null;
}

/** Through the row's own customer, else through its order or its ticket, as far as these tabs were read. */
export function selectedCustomerId({ workbook }: PlanContext, selection: Selection | null): string | null {
  if (selection === null) return null;
  if (selection.table === 'customers') return selection.id;
  const state: TableState = workbook[selection.table];
  const row = state.byId.get(selection.id) as Readonly<Record<string, unknown>> | undefined;
  if (row === undefined) return null;
  if (typeof row.customerId === 'string') return row.customerId;
  const order = workbook.orders.byId.get(String(row.orderId ?? ''));
  const ticket = workbook.tickets.byId.get(String(row.ticketId ?? ''));
  return order?.customerId ?? ticket?.customerId ?? null;
}

/** Newest first, without those who were erased. */
export function customerOptions({ workbook, words }: PlanContext): FieldOption[] {
  return workbook.customers.rows
    .filter(({ erasedOn }) => erasedOn === null)
    .slice(-OFFERED)
    .reverse()
    .map((customer) => ({
      value: customer.id,
      label: words.customers.option({ id: customer.id, name: nameOf(customer) }),
    }));
}

/** What a person calls the customer: the name, else the address, else the id. */
export function nameOf({ id, name, email }: CustomersRow): string {
  return name ?? email ?? id;
}
