// The FAQ a new workbook starts with. Figures are the same variables as in replies, filled from settings and plans.

export type FaqId =
  | 'FAQ-DELAIS'
  | 'FAQ-DEUXCOLIS'
  | 'FAQ-SUIVI'
  | 'FAQ-POINTS'
  | 'FAQ-EXPIRATION'
  | 'FAQ-ANNUEL'
  | 'FAQ-PAUSE'
  | 'FAQ-RESILIER'
  | 'FAQ-PAIEMENT'
  | 'FAQ-QUALITE';

export interface FaqText {
  readonly question: string;
  readonly answer: string;
  readonly keywords: string;
}

export const starterFaq: Readonly<Record<FaqId, FaqText>> = {
  'FAQ-DELAIS': {
    question: 'Quand vais-je recevoir ma commande ?',
    answer:
      'En jours ouvrés, comptez {{livraison.joursHub}} pour les produits que nous gardons en petite quantité, et de {{livraison.joursMin}} à {{livraison.joursMax}} pour ceux que nos partenaires envoient eux-mêmes, pour qu’ils arrivent frais. Une commande passée après {{livraison.heureLimite}} h compte à partir du lendemain ; les week-ends et jours fériés ne comptent pas.\n\nLa date est dépassée ? Écrivez-nous avec votre numéro de commande : nous regardons où est le colis et vous disons ce qu’il en est, même quand ce n’est pas à notre avantage.',
    keywords: 'livraison délai retard date dépassée colis attente reçu',
  },
  'FAQ-DEUXCOLIS': {
    question: 'Pourquoi ma commande arrive-t-elle en deux colis ?',
    answer:
      'Quand une partie de votre commande est chez nous et l’autre chez un partenaire, la regrouper demanderait un trajet de plus. Si un seul endroit peut tout envoyer dans les temps, vous recevez un seul colis ; sinon deux, suivis sur la même page.',
    keywords: 'deux colis séparé incomplet manque partie',
  },
  'FAQ-SUIVI': {
    question: 'Où puis-je suivre mon colis ?',
    answer:
      'Le lien de suivi est dans le message d’expédition. Vous ne le retrouvez pas ? Écrivez-nous avec votre numéro de commande, nous vous le renvoyons.',
    keywords: 'suivi tracking lien numéro transporteur',
  },
  'FAQ-POINTS': {
    question: 'Comment gagner des points, et à quoi servent-ils ?',
    answer:
      'Chaque échéance d’abonnement payée vous donne des points. Vous les échangez contre des produits du catalogue, en tout ou en partie, le reste en euros.',
    keywords: 'points gagner utiliser échanger solde catalogue',
  },
  'FAQ-EXPIRATION': {
    question: 'Mes points expirent-ils ?',
    answer:
      'Oui, {{points.dureeMois}} mois après les avoir gagnés. Les plus anciens sont toujours dépensés d’abord, et nous vous prévenons avant. Une pause de votre abonnement prolonge leur vie d’autant.',
    keywords: 'points expiration périmés durée date',
  },
  'FAQ-ANNUEL': {
    question: 'Quelle différence entre l’abonnement mensuel et l’annuel ?',
    answer:
      'Les mêmes avantages. Au mois : {{formule.prixMensuel}}. À l’année : {{formule.prixAnnuel}}, soit {{formule.economie}} d’économie. Vous passez de l’un à l’autre quand vous voulez{{#changement.aEcheance}} ; le changement prend effet à la prochaine échéance{{/changement.aEcheance}}.',
    keywords: 'mensuel annuel prix tarif changer fréquence économie',
  },
  'FAQ-PAUSE': {
    question: 'Puis-je mettre mon abonnement en pause ?',
    answer:
      'Oui, pendant {{pause.mois}} mois, gratuitement. Rien n’est prélevé, vos points sont gardés, et l’abonnement reprend tout seul ensuite. Vous pouvez aussi le reprendre plus tôt.',
    keywords: 'pause suspendre suspension arrêter temporaire vacances',
  },
  'FAQ-RESILIER': {
    question: 'Comment résilier, et que deviennent mes points ?',
    answer:
      'Depuis le portail ({{liens.portail}}) ou en nous écrivant. L’abonnement s’arrête à la fin de la période déjà payée. Vos points restent utilisables jusqu’à leur date d’expiration.',
    keywords: 'résilier résiliation annuler annulation arrêter abonnement points départ',
  },
  'FAQ-PAIEMENT': {
    question: 'Mon paiement a échoué, que se passe-t-il ?',
    answer:
      'Un nouvel essai a lieu automatiquement après {{paiement.joursAvantEssai}} jours et votre compte reste actif {{paiement.joursGrace}} jours. Mettez votre carte à jour sur le portail ({{liens.portail}}) : c’est souvent une carte expirée.',
    keywords: 'paiement échoué échec refusé carte banque prélèvement',
  },
  'FAQ-QUALITE': {
    question: 'Mon produit est abîmé ou ne me convient pas, que faire ?',
    answer:
      'Écrivez-nous ({{boutique.email}}) avec une photo et votre numéro de commande. Vous choisissez : un remplacement, un remboursement ou des points. Nous remontons chaque cas au partenaire, avec le numéro du lot.',
    keywords: 'abîmé cassé défaut qualité retour remboursement échange',
  },
};
