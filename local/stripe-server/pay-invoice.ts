/**
 * A payment that somebody asked for: with the customer's card, once, or out of band. A draft is finalized first. It runs no
 * dunning; that is collect-invoice's.
 */
import type Stripe from 'stripe';
import { cancelPayments, markPaid } from './close-invoice.ts';
import { collectInvoice } from './collect-invoice.ts';
import { openInvoice } from './finalize-invoice.ts';
import { mustGet, type World } from './world.ts';

/** The invoice afterwards: paid, or still as it was when the card refused. */
export function payInvoice(world: World, id: string, outOfBand: boolean): Stripe.Invoice {
  const before = mustGet(world.tables.invoices, id);
  const open = before.status === 'draft' ? openInvoice(world, before, { balance: 'applied' }) : before;
  if (open.amount_remaining === 0) return markPaid(world, open, 0);
  if (!outOfBand) {
    collectInvoice(world, id, 'manual');
    return mustGet(world.tables.invoices, id);
  }
  cancelPayments(world, id);
  return markPaid(world, open, 0, true);
}
