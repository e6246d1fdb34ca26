// Headers and notes of the tabs about customers, subscriptions, points, and of the workbook's own tabs.
import type { HeadersOf, NotesOf } from './column-texts.ts';

type Theme =
  | 'customers'
  | 'plans'
  | 'subscriptions'
  | 'invoices'
  | 'refunds'
  | 'disputes'
  | 'points'
  | 'pointLots'
  | 'requests'
  | 'facts'
  | 'reconciliation'
  | 'journal'
  | 'settings'
  | 'closedDays'
  | 'system';

export const billingHeaders: HeadersOf<Theme> = {
  customers: {
    id: 'Client',
    name: 'Nom',
    email: 'E-mail',
    phone: 'Téléphone',
    address: 'Adresse',
    postalCode: 'Code postal',
    city: 'Ville',
    country: 'Pays',
    stripeCustomer: 'Client Stripe',
    createdOn: 'Créé le',
    subscription: 'Abonnement',
    pointsBalance: 'Solde de points',
    nextExpiryOn: 'Prochaine expiration',
    nextExpiryPoints: 'Points qui expirent',
    erasedOn: 'Effacé le',
    note: 'Note',
    check: 'Contrôle',
  },
  plans: {
    id: 'Formule',
    name: 'Nom',
    stripePrice: 'Prix Stripe',
    priceCents: 'Prix TTC',
    interval: 'Fréquence',
    points: 'Points par échéance',
    vatRate: 'TVA',
    active: 'Proposée',
    note: 'Note',
    check: 'Contrôle',
  },
  subscriptions: {
    id: 'Abonnement',
    customerId: 'Client',
    planId: 'Formule',
    status: 'État',
    priceCents: 'Prix TTC',
    interval: 'Fréquence',
    startedOn: 'Début',
    periodStartOn: 'Période du',
    periodEndOn: 'Période au',
    resumesOn: 'Reprend le',
    cancelOn: 'Fin prévue',
    endedOn: 'Terminé le',
    latestInvoiceId: 'Dernière facture',
  },
  invoices: {
    id: 'Facture',
    number: 'Numéro',
    customerId: 'Client',
    subscriptionId: 'Abonnement',
    planId: 'Formule',
    status: 'État',
    reason: 'Motif',
    createdOn: 'Émise le',
    paidOn: 'Payée le',
    totalCents: 'Total TTC',
    paidCents: 'Payé',
    paidBackCents: 'Rendu',
    withheldCents: 'Retenu (litige)',
    attempts: 'Tentatives',
    firstFailedOn: 'Premier échec',
    retryOn: 'Nouvel essai',
    graceUntil: 'Grâce jusqu’au',
    recovery: 'Relance',
    paymentIntents: 'Paiements Stripe',
  },
  refunds: {
    id: 'Remboursement',
    type: 'Type',
    customerId: 'Client',
    invoiceId: 'Facture',
    amountCents: 'Montant',
    paidBackCents: 'Rendu',
    status: 'État',
    reason: 'Motif',
    createdOn: 'Créé le',
  },
  disputes: {
    id: 'Litige',
    customerId: 'Client',
    invoiceId: 'Facture',
    amountCents: 'Montant',
    withheldCents: 'Retenu',
    status: 'État',
    reason: 'Motif',
    openedOn: 'Ouvert le',
    evidenceDueOn: 'Répondre avant',
  },
  points: {
    id: 'Écriture',
    customerId: 'Client',
    on: 'Date',
    kind: 'Nature',
    points: 'Points',
    lotId: 'Lot de points',
    source: 'Origine',
    reason: 'Motif',
    actionId: 'Action',
  },
  pointLots: {
    id: 'Lot de points',
    customerId: 'Client',
    source: 'Origine',
    earnedOn: 'Gagnés le',
    expiresOn: 'Expirent le',
    points: 'Points',
    remaining: 'Restants',
  },
  requests: {
    id: 'Demande',
    customerId: 'Client',
    subscriptionId: 'Abonnement',
    kind: 'Demande de',
    requestedOn: 'Demandé le',
    requestedBy: 'Demandé par',
    status: 'État',
    doneOn: 'Fait le',
    effectiveOn: 'Prend effet le',
    result: 'Résultat',
    actionId: 'Action',
    check: 'Contrôle',
  },
  facts: {
    id: 'Fait',
    kind: 'Nature',
    customerId: 'Client',
    subject: 'Objet',
    on: 'Date',
    until: 'Jusqu’au',
  },
  reconciliation: {
    id: 'Écart',
    kind: 'Nature',
    about: 'Objet',
    what: 'Constat',
    workbookSays: 'Classeur',
    stripeSays: 'Stripe',
    rightSide: 'Qui a raison',
    done: 'Fait par la nuit',
    since: 'Depuis le',
    status: 'État',
    settledOn: 'Réglé le',
    subject: 'Repère du programme',
  },
  journal: {
    id: 'N°',
    actionId: 'Action',
    part: 'Partie',
    at: 'Instant (UTC)',
    who: 'Qui',
    action: 'Quoi',
    summary: 'Résumé',
    updates: 'Cellules modifiées',
    personal: 'Valeurs personnelles',
    appended: 'Lignes ajoutées',
    ranges: 'Plages',
    undoes: 'Annule',
  },
  settings: {
    id: 'Clé',
    label: 'Réglage',
    value: 'Valeur',
    unit: 'Unité',
    note: 'Explication',
    check: 'Contrôle',
  },
  closedDays: {
    id: 'N°',
    on: 'Date',
    name: 'Nom',
    check: 'Contrôle',
  },
  system: {
    id: 'Clé',
    value: 'Valeur',
  },
};

export const billingNotes: NotesOf<Theme> = {
  plans: {
    points:
      'Points gagnés quand une échéance est payée en entier ; un paiement partiel en donne une part, arrondie vers le bas. Un changement ne vaut que pour les échéances payées ensuite.',
  },
  requests: { status: 'Mettez « retiré » pour renoncer à une demande que la nuit n’a pas encore faite.' },
  invoices: {
    firstFailedOn: 'Stripe ne garde pas cette date : elle est notée la première fois que la nuit voit l’échec.',
  },
};
