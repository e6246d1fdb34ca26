/**
 * Reads the interfaces of the installed `stripe` package's declaration files, so that what the server answers can be
 * compared with them at run time: which keys an object must have, which it may have, and what stands below them.
 */
import { readFileSync } from 'node:fs';

export interface Property {
  readonly name: string;
  readonly required: boolean;
  /** Type as written, without comments. */
  readonly type: string;
}

/** Interfaces of one file by their path, e.g. `Invoice.StatusTransitions`. */
export type Interfaces = ReadonlyMap<string, readonly Property[]>;

const RESOURCES = new URL('../../../node_modules/stripe/esm/resources/', import.meta.url);

/** `file` without `.d.ts`, below the package's resources folder. */
export function readInterfaces(file: string): Interfaces {
  const source = readFileSync(new URL(`${file}.d.ts`, RESOURCES), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const interfaces = new Map<string, Property[]>();
  const scopes: { readonly kind: 'namespace' | 'interface' | 'other'; readonly path: string }[] = [];
  for (const line of source.split('\n')) {
    const opened = line.match(/^\s*(?:export )?(?:declare )?(interface|namespace) (\w+)[^{]*\{/);
    const scope = scopes.at(-1);
    if (opened !== null) {
      const path = scope === undefined || scope.path === '' ? (opened[2] ?? '') : `${scope.path}.${opened[2]}`;
      const kind = opened[1] === 'interface' ? 'interface' : 'namespace';
      if (kind === 'interface') interfaces.set(path, []);
      scopes.push({ kind, path });
    } else if (/^\s*\}/.test(line)) {
      scopes.pop();
    } else {
      const property = scope?.kind === 'interface' ? line.match(/^\s*(?:readonly )?'?(\w+)'?(\?)?: (.*?);?\s*$/) : null;
      if (property !== null) {
        const [, name = '', optional, type = ''] = property;
        interfaces.get(scope?.path ?? '')?.push({ name, required: optional === undefined, type });
      }
      if (/\{\s*$/.test(line)) scopes.push({ kind: 'other', path: scope?.path ?? '' });
    }
  }
  return interfaces;
}

const FILES: Readonly<Record<string, readonly [file: string, path: string]>> = {
  account: ['Accounts', 'Account'],
  balance_transaction: ['BalanceTransactions', 'BalanceTransaction'],
  'billing_portal.configuration': ['BillingPortal/Configurations', 'Configuration'],
  'billing_portal.session': ['BillingPortal/Sessions', 'Session'],
  charge: ['Charges', 'Charge'],
  'checkout.session': ['Checkout/Sessions', 'Session'],
  credit_note: ['CreditNotes', 'CreditNote'],
  credit_note_line_item: ['CreditNoteLineItems', 'CreditNoteLineItem'],
  customer: ['Customers', 'Customer'],
  customer_balance_transaction: ['CustomerBalanceTransactions', 'CustomerBalanceTransaction'],
  dispute: ['Disputes', 'Dispute'],
  event: ['Events', 'EventBase'],
  invoice: ['Invoices', 'Invoice'],
  invoice_payment: ['InvoicePayments', 'InvoicePayment'],
  item: ['LineItems', 'LineItem'],
  line_item: ['InvoiceLineItems', 'InvoiceLineItem'],
  payment_intent: ['PaymentIntents', 'PaymentIntent'],
  payment_method: ['PaymentMethods', 'PaymentMethod'],
  plan: ['Plans', 'Plan'],
  price: ['Prices', 'Price'],
  product: ['Products', 'Product'],
  refund: ['Refunds', 'Refund'],
  subscription: ['Subscriptions', 'Subscription'],
  subscription_item: ['SubscriptionItems', 'SubscriptionItem'],
  subscription_schedule: ['SubscriptionSchedules', 'SubscriptionSchedule'],
};

const cache = new Map<string, Interfaces>();

/**
 * What is wrong with an API object's keys, at any depth, as `invoice.parent.quote: unknown`. Objects are known by their
 * `object` key; hashes below them by the declared type of the property they stand in; a type without properties allows any.
 */
export function keyProblems(value: object): readonly string[] {
  const kind = 'object' in value ? String(value.object) : '';
  if (kind === 'list') return 'data' in value && Array.isArray(value.data) ? value.data.flatMap(keyProblems) : [];
  const source = FILES[kind];
  if (source === undefined) return [`${kind}: no declaration known`];
  const [file, path] = source;
  const interfaces = cache.get(file) ?? readInterfaces(file);
  cache.set(file, interfaces);
  return problemsAt(value, interfaces, path, kind);
}

function problemsAt(value: object, interfaces: Interfaces, path: string, place: string): readonly string[] {
  const properties = interfaces.get(path) ?? [];
  if (properties.length === 0) return [];
  const names = properties.map((property) => property.name);
  const missing = properties.filter((property) => property.required && !Object.hasOwn(value, property.name));
  const unknown = Object.keys(value).filter((name) => !names.includes(name));
  const below = properties.flatMap((property) =>
    problemsBelow(
      (value as Record<string, unknown>)[property.name],
      interfaces,
      path,
      property,
      `${place}.${property.name}`,
    ),
  );
  return [
    ...missing.map((property) => `${place}.${property.name}: missing`),
    ...unknown.map((name) => `${place}.${name}: unknown`),
    ...below,
  ];
}

function problemsBelow(
  value: unknown,
  interfaces: Interfaces,
  path: string,
  property: Property,
  place: string,
): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => problemsBelow(entry, interfaces, path, property, place));
  if (typeof value !== 'object' || value === null) return [];
  if ('object' in value && typeof value.object === 'string') return keyProblems(value);
  const nested = nestedPath(property.type, interfaces, path);
  return nested === null ? [] : problemsAt(value, interfaces, nested, place);
}

/** The interface a property's type names, looked up from the inside out as TypeScript does. */
function nestedPath(type: string, interfaces: Interfaces, path: string): string | null {
  for (const name of type.match(/[A-Z][\w.]*/g) ?? []) {
    const scopes = path.split('.');
    for (let depth = scopes.length; depth >= 0; depth -= 1) {
      const candidate = [...scopes.slice(0, depth), name].join('.');
      if (interfaces.has(candidate) && candidate !== path) return candidate;
    }
  }
  return null;
}
