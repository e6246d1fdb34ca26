// What each billing step of the night is called, in its report and in its Problems.

export const billingSteps = {
  mirrorCustomers: 'Clients de Stripe',
  facts: 'Faits à retenir',
  mirrorSubscriptions: 'Abonnements de Stripe',
  subscriptionSummaries: 'État d’abonnement des clients',
  mirrorInvoices: 'Factures de Stripe',
  mirrorRefunds: 'Remboursements et avoirs',
  mirrorDisputes: 'Litiges',
  moneyBack: 'Montants rendus et retenus',
  failedPayments: 'Échecs de paiement',
  requests: 'Demandes des clients',
  reconciliation: 'Rapprochement',
};
