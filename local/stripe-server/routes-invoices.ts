/**
 * Invoices, their payments and credit notes.
 */
import type Stripe from 'stripe';
import { markUncollectible, voidInvoice } from './close-invoice.ts';
import { finalizeInvoice } from './finalize-invoice.ts';
import { payInvoice } from './pay-invoice.ts';
import { inRange, type OwnFilters, type ParamTable, type Range } from './read-params.ts';
import {
  type Call,
  clockShown,
  found,
  listRoute,
  matches,
  RETRIEVE_PARAMS,
  type Route,
  retrieveRoute,
} from './route.ts';
import { cardDeclined, invalidRequest } from './stripe-refusal.ts';
import { idOf, mustGet, subscriptionOfInvoice } from './world.ts';

const listFilters: OwnFilters<Stripe.InvoiceListParams> = {
  collection_method: { oneOf: ['charge_automatically', 'send_invoice'] },
  created: 'range',
  customer: 'text',
  customer_account: 'unsupported',
  due_date: 'range',
  status: { oneOf: ['draft', 'open', 'paid', 'uncollectible', 'void'] },
  subscription: 'text',
};
const payParams: ParamTable<Stripe.InvoicePayParams> = {
  expand: 'texts',
  forgive: 'unsupported',
  mandate: 'unsupported',
  off_session: 'flag',
  paid_out_of_band: 'flag',
  payment_method: 'unsupported',
  source: 'unsupported',
};
const paymentFilters: OwnFilters<Stripe.InvoicePaymentListParams> = {
  created: 'range',
  invoice: 'text',
  payment: {
    hash: {
      type: { oneOf: ['payment_intent', 'payment_record'] },
      payment_intent: 'text',
      payment_record: 'unsupported',
    },
  },
  status: { oneOf: ['canceled', 'open', 'paid'] },
};

const type = 'invoice';
const path = '/v1/invoices';

export const invoiceRoutes: readonly Route[] = [
  listRoute<Stripe.Invoice>({
    path,
    permission: type,
    type,
    filters: listFilters,
    table: (world) => world.tables.invoices,
    keep: (row, { params }) =>
      clockShown(params, idOf(row.test_clock)) &&
      matches(params, 'status', row.status) &&
      matches(params, 'customer', idOf(row.customer)) &&
      matches(params, 'subscription', subscriptionOfInvoice(row)) &&
      matches(params, 'collection_method', row.collection_method) &&
      inRange(row.due_date, params.due_date as Range | undefined),
  }),
  retrieveRoute(path, type, 'invoices', type),
  action('pay', payParams, pay),
  action('void', RETRIEVE_PARAMS, voidOpen),
  action('finalize', { ...RETRIEVE_PARAMS, auto_advance: 'unsupported' }, finalize),
  action('mark_uncollectible', RETRIEVE_PARAMS, giveUp),
  listRoute<Stripe.InvoicePayment>({
    path: '/v1/invoice_payments',
    permission: type,
    type: 'invoice_payment',
    filters: paymentFilters,
    table: (world) => world.tables.invoicePayments,
    keep: (row, { params }) => {
      const payment = params.payment as { payment_intent?: string } | undefined;
      return (
        matches(params, 'invoice', idOf(row.invoice)) &&
        matches(params, 'status', row.status) &&
        (payment?.payment_intent === undefined || idOf(row.payment.payment_intent) === payment.payment_intent)
      );
    },
  }),
  retrieveRoute('/v1/invoice_payments', type, 'invoicePayments', 'invoice_payment'),
];

function action(name: string, params: Route['params'], handle: Route['handle']): Route {
  return { method: 'POST', path: `${path}/:id/${name}`, permission: 'invoice_write', params, type, handle };
}

/** Finalizes a draft first, as Stripe does; a declined card is a 402 and the attempt stays recorded. */
function pay({ world, id, params }: Call): Stripe.Invoice {
  const invoice = found(world.tables.invoices, id);
  if (invoice.status === 'paid') throw invalidRequest('Invoice is already paid');
  if (invoice.status === 'void') throw invalidRequest('Invoices that are voided cannot be paid.');
  const after = payInvoice(world, id, params.paid_out_of_band === true);
  if (after.status === 'paid') return after;
  throw declined(world, id);
}

function declined(world: Call['world'], invoice: string): Error {
  const paymentId = world.tables.invoicePayments.idsBy('invoice', invoice).at(-1);
  const payment = mustGet(world.tables.invoicePayments, paymentId ?? null);
  const intent = mustGet(world.tables.paymentIntents, idOf(payment.payment.payment_intent));
  const error = intent.last_payment_error;
  if (error === null) return invalidRequest('There is no default payment method set on this Customer.');
  return cardDeclined(error.message ?? 'Your card was declined.', error.decline_code ?? null, error.charge ?? null);
}

function voidOpen({ world, id }: Call): Stripe.Invoice {
  const invoice = found(world.tables.invoices, id);
  if (invoice.status !== 'open' && invoice.status !== 'uncollectible') {
    throw invalidRequest(
      `You can only pass in open or uncollectible invoices. This invoice isn't open or uncollectible (its status is ${invoice.status}).`,
    );
  }
  return voidInvoice(world, invoice);
}

function finalize({ world, id }: Call): Stripe.Invoice {
  const invoice = found(world.tables.invoices, id);
  if (invoice.status !== 'draft') throw invalidRequest('This invoice is already finalized.');
  finalizeInvoice(world, id);
  return mustGet(world.tables.invoices, id);
}

function giveUp({ world, id }: Call): Stripe.Invoice {
  const invoice = found(world.tables.invoices, id);
  if (invoice.status !== 'open') throw invalidRequest('You can only mark open invoices as uncollectible.');
  return markUncollectible(world, invoice, 'user_forgiven');
}
