/**
 * Expansion of ids into objects. What may be expanded is a table per object type; a path is checked against it before any
 * row is looked at, so that an empty list refuses a wrong path too. Nothing stored is changed: objects are copied on the way.
 */
import { listOf } from './build-catalogue.ts';
import { invalidRequest } from './stripe-refusal.ts';
import type { StoredObject, Table } from './table.ts';
import { mustGet, type Tables, type World } from './world.ts';

const MAX_LEVELS = 4;

interface Field {
  /** Type of the object(s) found there. */
  readonly type: string;
  /** Where an id found there is looked up. */
  readonly table?: keyof Tables;
  /** A list that is shown only when asked for: the rows of a table whose index holds the object's id. */
  readonly rowsBy?: readonly [keyof Tables, string];
}

const customer: Field = { type: 'customer', table: 'customers' };
const invoice: Field = { type: 'invoice', table: 'invoices' };
const charge: Field = { type: 'charge', table: 'charges' };
const paymentIntent: Field = { type: 'payment_intent', table: 'paymentIntents' };
const paymentMethod: Field = { type: 'payment_method', table: 'paymentMethods' };
const price: Field = { type: 'price', table: 'prices' };
const subscription: Field = { type: 'subscription', table: 'subscriptions' };
const schedule: Field = { type: 'subscription_schedule', table: 'schedules' };
const product: Field = { type: 'product', table: 'products' };
/** Always null in this world, so expanding changes nothing. */
const nothing: Field = { type: 'nothing' };

const FIELDS: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  subscription: {
    customer,
    latest_invoice: invoice,
    schedule,
    default_payment_method: paymentMethod,
    'items.data': { type: 'subscription_item' },
    default_source: nothing,
    discounts: nothing,
    pending_setup_intent: nothing,
    application: nothing,
    on_behalf_of: nothing,
    test_clock: nothing,
  },
  subscription_item: { price: { type: 'price' }, 'plan.product': product, discounts: nothing },
  subscription_schedule: { customer, subscription, 'phases.items.price': price },
  invoice: {
    customer,
    default_payment_method: paymentMethod,
    'parent.subscription_details.subscription': subscription,
    payments: { type: 'list', rowsBy: ['invoicePayments', 'invoice'] },
    'payments.data': { type: 'invoice_payment' },
    'lines.data': { type: 'line_item' },
    discounts: nothing,
    total_discount_amounts: nothing,
  },
  line_item: { 'pricing.price_details.price': price, subscription, discounts: nothing },
  invoice_payment: { invoice, 'payment.payment_intent': paymentIntent, 'payment.charge': charge },
  payment_intent: { customer, latest_charge: charge, payment_method: paymentMethod, review: nothing },
  charge: {
    customer,
    payment_intent: paymentIntent,
    refunds: { type: 'list', rowsBy: ['refunds', 'charge'] },
    'refunds.data': { type: 'refund' },
    review: nothing,
    transfer: nothing,
  },
  refund: { customer, charge, payment_intent: paymentIntent, payment_method: paymentMethod },
  credit_note: {
    customer,
    invoice,
    customer_balance_transaction: { type: 'customer_balance_transaction', table: 'balanceTransactions' },
    'refunds.refund': { type: 'refund', table: 'refunds' },
    'lines.data': { type: 'credit_note_line_item' },
  },
  dispute: { charge, payment_intent: paymentIntent },
  customer: {
    'invoice_settings.default_payment_method': paymentMethod,
    subscriptions: { type: 'list', rowsBy: ['subscriptions', 'customer'] },
    'subscriptions.data': subscription,
    default_source: nothing,
    test_clock: nothing,
  },
  customer_balance_transaction: { customer, invoice, credit_note: { type: 'credit_note', table: 'creditNotes' } },
  'checkout.session': {
    customer,
    line_items: { type: 'list' },
    'line_items.data': { type: 'item' },
    payment_intent: nothing,
    payment_link: nothing,
    setup_intent: nothing,
    subscription: nothing,
    invoice: nothing,
  },
  item: { price: { type: 'price' } },
  price: { product },
  product: { default_price: price },
  'billing_portal.session': { configuration: { type: 'billing_portal.configuration', table: 'portalConfigurations' } },
};

/** Every type an expansion needs read permission for, in the order the path meets them. */
export function expandedTypes(rootType: string, isList: boolean, path: string): readonly string[] {
  const levels = path.split('.');
  if (levels.length > MAX_LEVELS) {
    throw invalidRequest(`You cannot expand more than ${MAX_LEVELS} levels of a property. Property: ${path}`, 'expand');
  }
  if (isList && levels[0] !== 'data') {
    throw invalidRequest(
      `This property cannot be expanded (${path}). You may want to try expanding 'data.${path}' instead.`,
      'expand',
    );
  }
  const types: string[] = [];
  let type = rootType;
  let key = '';
  for (const level of isList ? levels.slice(1) : levels) {
    key = key === '' ? level : `${key}.${level}`;
    const fields = FIELDS[type] ?? {};
    const field = fields[key];
    if (field !== undefined && field.type !== 'list') {
      if (field.table !== undefined) types.push(field.type);
      type = field.type;
      key = '';
    } else if (field === undefined && !Object.keys(fields).some((name) => name.startsWith(`${key}.`))) {
      throw invalidRequest(`This property cannot be expanded (${path}).`, 'expand');
    }
  }
  return types;
}

/** A copy of `value` with the path expanded; the path was checked by expandedTypes. */
export function expandPath(world: World, value: unknown, path: string): unknown {
  return expandAt(world, value, '', '', path.split('.'));
}

function expandAt(world: World, value: unknown, ownerType: string, prefix: string, levels: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((entry) => expandAt(world, entry, ownerType, prefix, levels));
  const [level, ...rest] = levels;
  if (level === undefined || typeof value !== 'object' || value === null) return value;
  const hash = value as Record<string, unknown>;
  const own = hash.object;
  const isObject = typeof own === 'string' && own !== 'list';
  const type = isObject ? own : ownerType;
  const key = isObject || prefix === '' ? level : `${prefix}.${level}`;
  const field = FIELDS[type]?.[key];
  const shown = field?.rowsBy === undefined ? hash[level] : (hash[level] ?? listRows(world, field.rowsBy, hash));
  const found = field?.table === undefined ? shown : lookUp(world, field.table, shown);
  const enters = field !== undefined && field.type !== 'list' && field.rowsBy === undefined;
  const expanded = expandAt(world, found, enters ? field.type : type, enters ? '' : key, rest);
  return { ...hash, [level]: expanded };
}

function lookUp(world: World, tableName: keyof Tables, reference: unknown): unknown {
  if (Array.isArray(reference)) return reference.map((entry) => lookUp(world, tableName, entry));
  if (typeof reference !== 'string') return reference;
  if (tableName === 'customers' && world.deletedCustomers.has(reference)) return deletedCustomer(reference);
  return mustGet(tableOf(world, tableName), reference);
}

function listRows(
  world: World,
  [tableName, index]: readonly [keyof Tables, string],
  owner: Record<string, unknown>,
): object {
  const table = tableOf(world, tableName);
  const rows = table.idsBy(index, String(owner.id)).map((id) => mustGet(table, id));
  const shown =
    tableName === 'subscriptions' ? rows.filter((row) => !('status' in row && row.status === 'canceled')) : rows;
  return listOf(shown.reverse(), `/v1/${table.name}s?${index}=${String(owner.id)}`);
}

function tableOf(world: World, name: keyof Tables): Table<StoredObject> {
  return world.tables[name] as unknown as Table<StoredObject>;
}

export function deletedCustomer(id: string): object {
  return { id, object: 'customer', deleted: true };
}
