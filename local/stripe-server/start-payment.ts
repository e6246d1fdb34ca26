/**
 * Begins the payment of an open invoice: one PaymentIntent, which all its charges belong to, and the invoice payment that
 * points at it.
 */
import type Stripe from 'stripe';
import { buildInvoicePayment } from './build-invoice.ts';
import { buildPaymentIntent } from './build-payment.ts';
import { insertWithEvent } from './emit-event.ts';
import { idOf, mustGet, type World } from './world.ts';

export interface StartedPayment {
  readonly payment: Stripe.InvoicePayment;
  readonly intent: Stripe.PaymentIntent;
}

export function startPayment(world: World, invoice: Stripe.Invoice): StartedPayment {
  const customer = mustGet(world.tables.customers, idOf(invoice.customer));
  const method = idOf(customer.invoice_settings.default_payment_method);
  const built = buildPaymentIntent(world, invoice, method);
  const intent = insertWithEvent(world, world.tables.paymentIntents, built, 'payment_intent.created');
  const payment = buildInvoicePayment(world, invoice, intent.id);
  world.tables.invoicePayments.insert(payment);
  return { payment, intent };
}
