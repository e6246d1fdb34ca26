// Rows of an imported table → orders, by their reference. A row that names nothing we know is refused with its reason; an
// order with a refused row is left out whole, so that no half order is sent.
import { normalEmail } from '#lib/billing/normal-email.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { NewLine, NewOrder } from '../new-order.ts';
import type { ImportColumn, ImportRow } from './parse-order-table.ts';
import { typedCents, typedCount, typedTime } from './typed-cell.ts';

export interface ImportedOrder extends Omit<NewOrder, 'source' | 'paidOn' | 'actionId'> {
  readonly sourceId: string;
}

export interface ReadOrders {
  readonly orders: readonly ImportedOrder[];
  /** One Problem per refused row, then one per order left out or known already. */
  readonly refused: readonly Problem[];
  readonly rowsRefused: number;
  readonly known: number;
}

export function readImportOrders(context: PlanContext, rows: readonly ImportRow[]): ReadOrders {
  const find = createFinder(context);
  const byReference = new Map<string, ImportRow[]>();
  const refused: Problem[] = [];
  for (const row of rows) {
    const reference = row.cell('reference');
    const own = byReference.get(reference);
    if (reference === '') refused.push(refusedRow(row, context.words.orders.importReasons.noReference));
    else if (own === undefined) byReference.set(reference, [row]);
    else own.push(row);
  }
  let rowsRefused = refused.length;
  let known = 0;
  const orders: ImportedOrder[] = [];
  for (const [reference, own] of byReference) {
    const standing = find.order(reference);
    if (standing !== null) {
      known += 1;
      refused.push(problem('importOrderKnown', { reference, order: standing }));
      continue;
    }
    const reasons = own.map((row) => reasonAgainst(row, own[0] as ImportRow, context, find));
    const bad = own.flatMap((row, index) => {
      const reason = reasons[index];
      return reason === null || reason === undefined ? [] : [refusedRow(row, reason)];
    });
    if (bad.length === 0) orders.push(orderOf(reference, own, context, find));
    else {
      rowsRefused += bad.length;
      const numbers = own.filter((_, index) => reasons[index] !== null).map(({ number }) => number);
      refused.push(...bad, problem('importOrderBad', { reference, rows: numbers.join(', ') }));
    }
  }
  return { orders, refused, rowsRefused, known };
}

interface Finder {
  readonly order: (reference: string) => string | null;
  readonly customer: (text: string) => string | null;
  readonly product: (text: string) => string | null;
}

function createFinder({ workbook }: PlanContext): Finder {
  const orders = new Map<string, string>();
  for (const { id, sourceId, status } of workbook.orders.rows) {
    if (sourceId !== null && status !== 'voided') orders.set(sourceId, id);
  }
  const customers = new Map<string, string | null>();
  for (const { id, email } of workbook.customers.rows) {
    const key = normalEmail(email);
    if (key !== null) customers.set(key, customers.has(key) ? null : id);
  }
  return {
    order: (reference) => orders.get(reference) ?? null,
    customer: (text) => (workbook.customers.byId.has(text) ? text : (customers.get(normalEmail(text) ?? '') ?? null)),
    product: (text) => [text, text.toUpperCase()].find((sku) => workbook.products.byId.has(sku)) ?? null,
  };
}

function refusedRow({ number }: ImportRow, reason: string): Problem {
  return problem('importRowBad', { row: String(number), reason });
}

const AMOUNTS: readonly ImportColumn[] = ['unitPrice', 'discount', 'shipping', 'orderDiscount'];

function reasonAgainst(row: ImportRow, first: ImportRow, { words }: PlanContext, find: Finder): string | null {
  const { importReasons: reasons } = words.orders;
  const customer = row.cell('customer');
  const product = row.cell('product');
  const quantity = typedCount(row.cell('quantity'));
  const orderedAt = row.cell('orderedAt');
  if (find.customer(customer) === null) return reasons.customer(customer);
  if (find.customer(customer) !== find.customer(first.cell('customer'))) return reasons.otherCustomer(customer);
  if (find.product(product) === null) return reasons.product(product);
  if (quantity === null || quantity < 1) return reasons.quantity(row.cell('quantity'));
  if (orderedAt !== '' && typedTime(orderedAt) === null) return reasons.date(orderedAt);
  const badAmount = AMOUNTS.map((column) => row.cell(column)).find((text) => text !== '' && typedCents(text) === null);
  return badAmount === undefined ? null : reasons.amount(badAmount);
}

function orderOf(reference: string, rows: readonly ImportRow[], { clock }: PlanContext, find: Finder): ImportedOrder {
  const said = (column: ImportColumn) => rows.map((row) => row.cell(column)).find((text) => text !== '') ?? null;
  const amount = (text: string | null) => (text === null ? null : typedCents(text));
  const orderedAt = typedTime(said('orderedAt') ?? '');
  const lines = rows.map(
    (row): NewLine => ({
      productId: find.product(row.cell('product')) ?? '',
      quantity: typedCount(row.cell('quantity')) ?? 0,
      unitPriceCents: typedCents(row.cell('unitPrice')),
      discountCents: typedCents(row.cell('discount')),
    }),
  );
  return {
    customerId: find.customer(rows[0]?.cell('customer') ?? '') ?? '',
    orderedAt: orderedAt ?? clock.wallTimeOf(clock.now),
    sourceId: reference,
    lines,
    shippingPaidCents: amount(said('shipping')) ?? 0,
    discountCents: amount(said('orderDiscount')) ?? 0,
    pointsSpent: 0,
    shipTo: {
      shipName: said('shipName'),
      shipAddress: said('shipAddress'),
      shipPostalCode: said('shipPostalCode'),
      shipCity: said('shipCity'),
      shipCountry: said('shipCountry'),
      shipPhone: said('shipPhone'),
    },
    instructions: said('instructions'),
    note: said('note'),
  };
}
