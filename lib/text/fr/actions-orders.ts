// Labels of the actions about orders and of their fields.
import type { ActionText } from './actions.ts';

const order = { label: 'Commande', note: 'Le numéro, ou une commande de la liste.' };
const parcels = 'Colis';
const parcel = 'Colis';
const wish = { label: 'Nombre de colis', note: 'Le résumé montre les dates et le coût de chaque possibilité.' };
const exception = {
  label: 'Motif d’une exception',
  note: 'À remplir seulement pour accepter des lots proches ou au-delà de leur DDM. Gardé sur la ligne.',
};

export const orderActionTexts: Readonly<Record<string, ActionText>> = {
  'enter-order': {
    label: 'Saisir une commande…',
    intro:
      'La commande est répartie et son stock réservé tout de suite ; les dates promises sont montrées avant de confirmer.',
    fields: {
      customerId: { label: 'Client', note: 'Son numéro, ou un client de la liste.' },
      lines: 'Produits',
      'lines.productId': 'Produit',
      'lines.quantity': 'Quantité',
      'lines.unitPriceCents': { label: 'Prix TTC', note: 'Vide : celui du catalogue.' },
      'lines.discountCents': { label: 'Remise TTC', note: 'Sur toute la ligne.' },
      parcels: wish,
      shippingPaidCents: 'Port payé TTC',
      discountCents: 'Remise TTC',
      pointsSpent: { label: 'Points dépensés', note: 'Les points qui expirent d’abord sont pris.' },
      isPaid: { label: 'Le reste est payé', note: 'En euros, aujourd’hui.' },
      shipName: { label: 'Destinataire', note: 'Vide : le client.' },
      shipAddress: { label: 'Adresse', note: 'Adresse, code postal et ville vides : ceux du client.' },
      shipPostalCode: 'Code postal',
      shipCity: 'Ville',
      shipCountry: 'Pays',
      shipPhone: 'Téléphone',
      instructions: 'Consignes',
      exceptionReason: exception,
      note: 'Note',
    },
  },
  'route-orders': {
    label: 'Répartir les commandes…',
    intro:
      'Choisit pour chaque ligne le hub, le partenaire ou l’attente de stock, et réserve. Les commandes tapées dans l’onglet sont complétées.',
    fields: {
      orderId: { label: 'Commande', note: 'Vide : toutes celles qui ont des lignes à répartir.' },
      parcels: wish,
      retry: { label: 'Reprendre les lignes en attente', note: 'Essaie à nouveau celles qui attendent du stock.' },
      exceptionReason: exception,
    },
  },
  'import-orders': {
    label: 'Importer des commandes…',
    intro:
      'Collez un tableau ou un fichier CSV avec sa ligne de titres. L’aperçu montre chaque ligne refusée et pourquoi.',
    fields: {
      text: { label: 'Tableau', note: 'Une ligne par produit ; les lignes d’une même référence font une commande.' },
      isPaid: { label: 'Commandes payées', note: 'Le total est noté comme payé le jour de la commande.' },
      routeNow: { label: 'Répartir tout de suite', note: 'Réserve le stock et promet les dates.' },
    },
  },
  'print-pick-list': {
    label: 'Imprimer la liste de prélèvement…',
    intro: 'Tous les lots à prendre, dans l’ordre des emplacements. Les commandes passent « en préparation ».',
    fields: {
      hubId: { label: 'Hub', note: 'Vide : tous, une page par hub.' },
      orders: { label: 'Commandes', note: 'Aucune : toutes celles qui ont du stock réservé.' },
      'orders.orderId': 'Commande',
    },
  },
  'print-packing-slips': {
    label: 'Imprimer les bons de livraison…',
    fields: { parcels, 'parcels.shipmentId': parcel },
  },
  'ship-parcels': {
    label: 'Expédier des colis…',
    intro: 'Les lignes du hub qui ne sont pas encore prélevées le sont en même temps.',
    fields: {
      parcels,
      'parcels.shipmentId': parcel,
      'parcels.carrierId': { label: 'Transporteur', note: 'Vide : celui du colis.' },
      'parcels.trackingNumber': 'N° de suivi',
      'parcels.costCents': { label: 'Coût HT', note: 'Vide : le coût habituel de l’origine.' },
      shippedOn: { label: 'Expédié le', note: 'Vide : aujourd’hui.' },
    },
  },
  'track-parcels': {
    label: 'Noter le suivi de colis…',
    fields: {
      parcels,
      'parcels.shipmentId': parcel,
      status: 'État',
      on: { label: 'Le', note: 'Jour de la livraison ou du retour. Vide : aujourd’hui.' },
      errorKind: { label: 'Erreur', note: 'Quand l’envoi s’est mal passé.' },
      errorNote: 'Détail de l’erreur',
      costCents: { label: 'Coût HT', note: 'Vide : inchangé.' },
    },
  },
  'mark-delivered': {
    label: 'Marquer comme livré…',
    fields: {
      parcels,
      'parcels.shipmentId': parcel,
      on: { label: 'Livré le', note: 'Vide : aujourd’hui.' },
    },
  },
  'prepare-delay-replies': {
    label: 'Préparer les réponses de retard',
    intro: 'Une réponse par commande en retard, dans l’onglet « Envois ». La nuit le fait aussi.',
    fields: {},
  },
  'return-order': {
    label: 'Enregistrer un retour…',
    intro: 'Le stock, l’argent et les points suivent. Le remboursement lui-même se fait dans Stripe.',
    fields: {
      lines: 'Articles rendus',
      'lines.lineId': 'Ligne',
      'lines.quantity': { label: 'Quantité', note: '0 : rien de cette ligne.' },
      'lines.isResaleable': { label: 'Encore vendable', note: 'Non coché : retour et perte sont notés tous les deux.' },
      reason: { label: 'Motif', note: 'Gardé dans le journal.' },
      returnedOn: { label: 'Rendu le', note: 'Vide : aujourd’hui.' },
    },
  },
  'cancel-order': {
    label: 'Annuler une commande…',
    intro: 'Possible tant que rien n’est parti. Les réservations et les points sont rendus.',
    fields: { orderId: order, reason: { label: 'Motif', note: 'Gardé sur la commande.' } },
  },
};
