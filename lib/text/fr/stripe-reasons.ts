// Why a payment was given back or disputed, as Stripe's codes say it. Stripe may add codes at any time: one that is not here
// is shown as Stripe writes it (docs.stripe.com/api: refund, credit note and dispute objects, `reason`).

const reasons: ReadonlyMap<string, string> = new Map([
  ['duplicate', 'payé deux fois'],
  ['fraudulent', 'frauduleux'],
  ['requested_by_customer', 'demandé par le client'],
  ['expired_uncaptured_charge', 'paiement autorisé mais jamais encaissé'],
  ['order_change', 'commande modifiée'],
  ['product_unsatisfactory', 'produit décevant'],
  ['bank_cannot_process', 'refusé par la banque'],
  ['check_returned', 'chèque impayé'],
  ['credit_not_processed', 'remboursement non reçu'],
  ['customer_initiated', 'contesté par le client auprès de sa banque'],
  ['debit_not_authorized', 'prélèvement non autorisé'],
  ['general', 'sans motif précis'],
  ['incorrect_account_details', 'coordonnées bancaires fausses'],
  ['insufficient_funds', 'solde insuffisant'],
  ['noncompliant', 'contraire aux règles de la carte'],
  ['product_not_received', 'produit non reçu'],
  ['product_unacceptable', 'produit non conforme'],
  ['subscription_canceled', 'abonnement déjà résilié'],
  ['unrecognized', 'paiement non reconnu'],
]);

export function stripeReason(code: string): string {
  return reasons.get(code) ?? code;
}
