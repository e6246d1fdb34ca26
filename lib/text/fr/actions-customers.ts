// Labels of the actions about customers, their points, their subscriptions and their data.
import type { ActionText } from './actions.ts';

const customer = { label: 'Client', note: 'Son numéro, ou un client de la liste.' };
const order = { label: 'Commande', note: 'Le numéro, ou une commande de la liste.' };
const subscription = { label: 'Abonnement', note: 'Son identifiant, ou un abonnement de la liste.' };

export const customerActionTexts: Readonly<Record<string, ActionText>> = {
  'customer-card': {
    label: 'Voir la fiche d’un client…',
    intro: 'Tout ce qui concerne une personne sur un écran. Un clic mène à la ligne.',
    fields: { customerId: customer },
  },
  'give-points': {
    label: 'Offrir des points…',
    intro: 'Les points offerts vivent aussi longtemps que les autres. Une dette de points est d’abord réglée avec eux.',
    fields: {
      customerId: customer,
      points: 'Points offerts',
      reason: { label: 'Motif', note: 'Il reste écrit dans les points du client.' },
      orderId: { label: 'Au sujet de la commande', note: 'Facultatif : une commande de ce client.' },
    },
  },
  'spend-points': {
    label: 'Payer une commande en points…',
    intro: 'Les points qui expirent d’abord sont pris. Ce qui reste à payer sur la commande diminue d’autant.',
    fields: { orderId: order, points: 'Points dépensés' },
  },
  'restore-points': {
    label: 'Rendre les points d’une commande…',
    intro:
      'Les points reviennent dans leurs lots d’origine ; ceux dont le lot a expiré entre-temps repartent pour une vie entière.',
    fields: {
      orderId: order,
      points: { label: 'Points à rendre', note: 'Vide : tous ceux de la commande qui n’ont pas été rendus.' },
      reason: 'Motif',
    },
  },
  'adjust-points': {
    label: 'Ajuster des points…',
    intro: 'Pour corriger une erreur. Une correction peut dépasser le solde : le client doit alors des points.',
    fields: {
      customerId: customer,
      points: { label: 'Points à ajouter ou à retirer', note: 'Un nombre négatif retire : -50.' },
      reason: { label: 'Motif', note: 'Obligatoire : il reste écrit dans les points du client.' },
    },
  },
  'points-statement': {
    label: 'Voir le relevé de points…',
    intro: 'Solde, lots et dates d’expiration, et chaque mouvement ; à imprimer ou à copier pour le client.',
    fields: { customerId: customer },
  },
  'prepare-expiry-notices': {
    label: 'Préparer les avis d’expiration',
    intro:
      'Prépare dans « Envois » un message pour chaque client dont des points vont expirer. La nuit le fait aussi ; personne n’est prévenu deux fois de la même chose.',
    fields: {},
  },
  'request-change': {
    label: 'Changer un abonnement…',
    intro:
      'La demande attend dans « Demandes ». La nuit la fait dans Stripe, ou tout de suite « ops requests » sur l’ordinateur de la tâche de nuit.',
    fields: {
      subscriptionId: subscription,
      kind: { label: 'Changement', note: 'Ce que Stripe fera, et quand, est dit au-dessus.' },
    },
  },
  'withdraw-request': {
    label: 'Retirer une demande…',
    intro: 'Une demande qui n’est pas encore faite peut être retirée : Stripe n’en saura rien.',
    fields: { requestId: { label: 'Demande', note: 'Son numéro, ou une demande de la liste.' } },
  },
  'failed-payments': {
    label: 'Voir les paiements échoués',
    intro: 'Les plus pressés d’abord, d’après la dernière nuit : prochain essai, jours de grâce, message, issue.',
    fields: {},
  },
  'prepare-failure-messages': {
    label: 'Préparer les messages d’échec',
    intro:
      'Prépare dans « Envois » un message pour chaque paiement échoué, une fois par facture. La nuit le fait aussi.',
    fields: {},
  },
  'export-person': {
    label: 'Exporter les données d’un client…',
    intro:
      'Toutes les lignes de tous les onglets qui concernent cette personne : une page à lire ou à imprimer, et un fichier JSON à copier.',
    fields: { customerId: customer },
  },
  'erase-person': {
    label: 'Effacer un client…',
    intro:
      'À la demande de la personne. Son nom, ses coordonnées et ses messages disparaissent de tous les onglets ; commandes, factures et points restent, sans nom. C’est définitif : aucune annulation n’est possible.',
    fields: {
      customerId: customer,
      confirmation: {
        label: 'Confirmation',
        note: 'Retapez le numéro du client, par exemple CLI-000123.',
      },
    },
  },
};
