/**
 * Credit notes: list, read, create and their lines.
 */
import type Stripe from 'stripe';
import { listOf } from './build-catalogue.ts';
import { creditableCents, creditInvoice, voidCreditNote } from './credit-invoice.ts';
import type { OwnFilters, ParamTable } from './read-params.ts';
import {
  type Call,
  found,
  listRoute,
  matches,
  mergeMetadata,
  RETRIEVE_PARAMS,
  type Route,
  retrieveRoute,
} from './route.ts';
import { invalidRequest, missingParameter, noSuch } from './stripe-refusal.ts';
import { idOf, mustGet } from './world.ts';

const filters: OwnFilters<Stripe.CreditNoteListParams> = {
  created: 'range',
  customer: 'text',
  customer_account: 'unsupported',
  invoice: 'text',
};
const createParams: ParamTable<Stripe.CreditNoteCreateParams> = {
  amount: 'integer',
  credit_amount: 'integer',
  effective_at: 'unsupported',
  email_type: 'unsupported',
  expand: 'texts',
  invoice: 'text',
  lines: 'unsupported',
  memo: 'text',
  metadata: 'metadata',
  out_of_band_amount: 'integer',
  reason: { oneOf: ['duplicate', 'fraudulent', 'order_change', 'product_unsatisfactory'] },
  refund_amount: 'integer',
  refunds: 'unsupported',
  shipping_cost: 'unsupported',
};

const type = 'credit_note';
const path = '/v1/credit_notes';

export const creditNoteRoutes: readonly Route[] = [
  listRoute<Stripe.CreditNote>({
    path,
    permission: type,
    type,
    filters,
    table: (world) => world.tables.creditNotes,
    keep: (row, { params }) =>
      matches(params, 'customer', idOf(row.customer)) && matches(params, 'invoice', idOf(row.invoice)),
  }),
  retrieveRoute(path, type, 'creditNotes', type),
  { method: 'POST', path, permission: 'credit_note_write', params: createParams, type, handle: create },
  {
    method: 'POST',
    path: `${path}/:id/void`,
    permission: 'credit_note_write',
    params: RETRIEVE_PARAMS,
    type,
    handle: voidNote,
  },
  {
    method: 'GET',
    path: `${path}/:id/lines`,
    permission: 'credit_note_read',
    params: { ...RETRIEVE_PARAMS, limit: 'integer' },
    type: 'credit_note_line_item',
    handle: ({ world, id }) => listOf(found(world.tables.creditNotes, id).lines.data, `${path}/${id}/lines`),
  },
];

function voidNote({ world, id }: Call): Stripe.CreditNote {
  const note = found(world.tables.creditNotes, id);
  const invoice = mustGet(world.tables.invoices, idOf(note.invoice));
  if (note.status === 'void') throw invalidRequest('This credit note is already void.');
  if (invoice.status !== 'open') throw invalidRequest('You can only void credit notes of open invoices.');
  return voidCreditNote(world, note);
}

function create({ params, world }: Call): Stripe.CreditNote {
  const invoiceId = params.invoice as string | undefined;
  if (invoiceId === undefined) throw missingParameter('invoice');
  const invoice = world.tables.invoices.get(invoiceId);
  if (invoice === undefined) throw noSuch('invoice', invoiceId, 'invoice');
  if (invoice.status !== 'open' && invoice.status !== 'paid') {
    throw invalidRequest(`You cannot create a credit note for an invoice with status ${invoice.status}.`, 'invoice');
  }
  const split = {
    refundCents: (params.refund_amount as number | undefined) ?? 0,
    balanceCents: (params.credit_amount as number | undefined) ?? 0,
    outOfBandCents: (params.out_of_band_amount as number | undefined) ?? 0,
  };
  const sum = split.refundCents + split.balanceCents + split.outOfBandCents;
  const amountCents = (params.amount as number | undefined) ?? sum;
  if (amountCents <= 0) throw missingParameter('amount');
  if (amountCents > creditableCents(invoice)) {
    throw invalidRequest('The credit note amount is greater than what is left of the invoice.', 'amount');
  }
  if (invoice.status === 'paid' && sum !== amountCents) {
    throw invalidRequest(
      'The sum of credit amount, refund amount and out of band amount must equal the credit note amount.',
      'amount',
    );
  }
  return creditInvoice(world, {
    invoice: invoiceId,
    amountCents,
    ...split,
    reason: (params.reason as Stripe.CreditNote.Reason | undefined) ?? null,
    memo: (params.memo as string | undefined) ?? null,
    metadata: mergeMetadata({}, params.metadata),
  });
}
