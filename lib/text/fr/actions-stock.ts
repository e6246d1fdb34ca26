// Labels of the stock actions and of their fields.
import type { ActionText } from './actions.ts';

const lotId = { label: 'Lot', note: 'Le numéro, ou un lot de la liste.' };
const reason = { label: 'Motif', note: 'Gardé dans le journal des mouvements.' };
const allOfIt = { label: 'Quantité', note: 'Vide : tout le lot.' };

export const stockActionTexts: Readonly<Record<string, ActionText>> = {
  'receive-purchase': {
    label: 'Recevoir un achat…',
    intro: 'Tout ou partie d’un achat. Une ligne par lot : une par date (DDM ou DLC) ou par lot du fournisseur.',
    fields: {
      purchaseId: 'Achat',
      receivedOn: 'Reçu le',
      unitCostCents: { label: 'Coût unitaire HT', note: 'En euros. Vide : celui de l’achat.' },
      lots: 'Lots reçus',
      'lots.quantity': 'Quantité',
      'lots.bestBeforeOn': 'DDM / DLC',
      'lots.datePrecision': 'Précision',
      'lots.supplierLot': 'Lot du fournisseur',
    },
  },
  'pick-orders': {
    label: 'Prélever des commandes…',
    intro: 'Les lignes réservées sortent des lots, le plus ancien d’abord, et passent à « prélevé ».',
    fields: { orders: 'Commandes', 'orders.orderId': 'Commande' },
  },
  'return-from-customer': {
    label: 'Retour d’un client…',
    intro: 'Les unités reviennent dans le lot d’où elles sont parties, ou sont mises au rebut.',
    fields: {
      lineId: 'Ligne',
      quantity: 'Quantité rendue',
      isResaleable: { label: 'Encore vendable', note: 'Non coché : retour et perte sont notés tous les deux.' },
      reason,
    },
  },
  'return-to-supplier': {
    label: 'Retour au fournisseur…',
    fields: { lotId, quantity: 'Quantité', reason },
  },
  'remove-stock': {
    label: 'Perte, cadeau ou date courte…',
    fields: { kind: 'Nature', lotId, quantity: 'Quantité', reason },
  },
  'quarantine-lot': {
    label: 'Mettre en quarantaine…',
    intro:
      'Les unités passent dans un lot à part, d’où rien ne se vend. Les lignes qui les attendaient sont servies ailleurs.',
    fields: { lotId, quantity: allOfIt, reason },
  },
  'release-lot': {
    label: 'Sortir de quarantaine…',
    intro: 'Les unités retournent dans leur lot d’origine et redeviennent disponibles.',
    fields: { lotId, quantity: allOfIt, reason },
  },
  'move-lot': {
    label: 'Transférer vers un hub…',
    fields: {
      lotId,
      quantity: { label: 'Quantité', note: 'Vide : tout ce qui est libre.' },
      hubId: 'Vers le hub',
      reason,
    },
  },
  'open-stock-take': {
    label: 'Ouvrir un comptage…',
    intro: 'Prépare les lignes à compter dans l’onglet « Comptages ». Aucun stock ne bouge.',
    fields: { hubId: 'Hub', productId: { label: 'Produit', note: 'Vide : tous les produits du hub.' } },
  },
  'validate-stock-take': {
    label: 'Valider un comptage…',
    intro:
      'L’écart est calculé à l’heure du comptage ; ce qui a bougé depuis est conservé. Une case vide n’est pas zéro.',
    fields: {
      session: 'Comptage',
      giveUpBlank: { label: 'Abandonner les lignes vides', note: 'Non coché : elles restent à compter.' },
    },
  },
  'settle-lot': {
    label: 'Régler un lot…',
    intro:
      'Pour un lot dont la quantité, changée à la main, ne suit plus ses mouvements. Comptez-le : l’écart devient un mouvement.',
    fields: { lotId, counted: { label: 'Quantité comptée', note: '0 quand il ne reste rien.' }, reason },
  },
  'grant-exception': {
    label: 'Accorder une exception…',
    intro:
      'Servir une ligne avec un lot proche de sa date, au-delà de sa DDM, ou hors de son tour. Jamais après une DLC.',
    fields: { lineId: 'Ligne', lotId: { label: 'Lot', note: 'Vide : le premier que l’exception permet.' }, reason },
  },
};
