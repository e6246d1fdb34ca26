// Labels of the actions about purchases and of their fields.
import type { ActionText } from './actions.ts';

const purchaseId = { label: 'Achat', note: 'Les achats du même envoi groupé suivent ensemble.' };
const reason = { label: 'Motif', note: 'Ajouté à la note de l’achat.' };

export const purchaseActionTexts: Readonly<Record<string, ActionText>> = {
  'propose-purchases': {
    label: 'Proposer les achats…',
    intro: 'Examine les produits phares et prépare des brouillons d’achat. Chaque brouillon porte son calcul.',
    fields: {
      productId: { label: 'Produit', note: 'Vide : tous les produits phares.' },
      hubId: { label: 'Livrer à', note: 'Vide : le hub de première priorité.' },
    },
  },
  'send-purchase': {
    label: 'Envoyer un achat…',
    intro: 'Note l’achat comme envoyé et prépare le message au partenaire.',
    fields: {
      purchaseId,
      expectedOn: { label: 'Attendu le', note: 'Vide : selon le délai du partenaire.' },
      mailDraft: { label: 'Préparer un brouillon Gmail', note: 'Le message est aussi prêt à copier.' },
    },
  },
  'cancel-purchase': {
    label: 'Annuler un achat…',
    intro: 'Un achat reçu en partie garde ce qui est reçu ; le reste n’est plus attendu.',
    fields: { purchaseId, wholeBundle: 'Annuler tout l’envoi groupé', reason },
  },
  'change-expected-day': {
    label: 'Changer la date attendue…',
    fields: { purchaseId, expectedOn: 'Attendu le', reason },
  },
  'show-forecast': {
    label: 'Prévision d’un produit…',
    intro:
      'Ses ventes par semaine, trois façons d’en déduire la suite, leur erreur sur le passé et celle qui est retenue.',
    fields: { productId: 'Produit' },
  },
  'weekly-review': {
    label: 'Préparer la revue de la semaine…',
    intro:
      'Met à jour les lignes de la semaine dans « Revue hebdo » et prépare la page à imprimer. La nuit écrit ces lignes d’elle-même, la première fois de chaque semaine.',
    fields: {
      mailDraft: {
        label: 'Préparer un brouillon Gmail pour l’équipe',
        note: 'À l’adresse e-mail de la boutique (onglet « Réglages ») ; le texte est aussi prêt à copier.',
      },
    },
  },
  'compare-reorder-policies': {
    label: 'Comparer les règles de réassort…',
    intro: 'Rejoue les deux règles sur les ventes passées : ruptures, rotation, argent immobilisé. N’écrit rien.',
    fields: { productId: { label: 'Produit', note: 'Vide : tous les produits phares.' } },
  },
};
