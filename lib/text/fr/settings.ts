// What each setting is called and what it changes.
import type { SettingKey } from '#lib/tables/default-settings.ts';

interface SettingText {
  readonly label: string;
  readonly unit: string;
  readonly note: string;
}

const texts: Readonly<Record<SettingKey, SettingText>> = {
  'shop.name': { label: 'Nom de la boutique', unit: '', note: 'Montré aux clients et aux partenaires.' },
  'shop.signature': { label: 'Signature', unit: '', note: 'Termine chaque réponse.' },
  'shop.email': { label: 'Adresse e-mail de la boutique', unit: '', note: 'Donnée aux clients et aux partenaires.' },
  'links.catalogue': { label: 'Lien du catalogue', unit: '', note: 'Adresse complète, avec https://.' },
  'links.portal': {
    label: 'Lien du portail client Stripe',
    unit: '',
    note: 'Page de connexion du portail, pas une session : celles-ci expirent.',
  },
  'links.survey': {
    label: 'Lien de l’enquête de satisfaction',
    unit: '',
    note: '{{ticket}} y est remplacé par le ticket.',
  },
  'links.faq': { label: 'Lien de la FAQ publiée', unit: '', note: 'Adresse complète, avec https://.' },
  'points.noticeFirstDays': {
    label: 'Premier avis d’expiration',
    unit: 'jours',
    note: 'Avant l’expiration des points.',
  },
  'points.noticeLastDays': {
    label: 'Dernier avis d’expiration',
    unit: 'jours',
    note: 'Avant l’expiration des points.',
  },
  'points.perEuro': {
    label: 'Points pour un euro',
    unit: 'points',
    note: 'Sert à payer une commande en points et à chiffrer les points en circulation.',
  },
  'stock.serviceLevel': {
    label: 'Niveau de service visé',
    unit: 'part',
    note: 'Part des cas où le stock doit tenir jusqu’à la livraison suivante.',
  },
  'stock.reviewDays': {
    label: 'Intervalle entre deux revues',
    unit: 'jours',
    note: 'Compte dans le point de commande.',
  },
  'stock.cycleWeeks': {
    label: 'Ventes couvertes par un achat',
    unit: 'semaines',
    note: 'Règle « selon le délai » : un achat remonte au point de commande plus ces ventes.',
  },
  'stock.historyWeeks': {
    label: 'Ventes moyennes : période observée',
    unit: 'semaines',
    note: 'Les jours sans stock ne comptent pas dans la moyenne.',
  },
  'stock.historyMinimumDays': {
    label: 'Ventes moyennes : jours en stock au moins',
    unit: 'jours',
    note: 'En dessous, un produit est réassorti selon le seuil de son stock cible.',
  },
  'stock.leadTimeDays': {
    label: 'Délai de réassort par défaut',
    unit: 'jours ouvrés',
    note: 'Quand ni l’offre ni le partenaire n’en donne.',
  },
  'stock.urgentHours': { label: 'Délai d’un achat d’urgence', unit: 'heures', note: '' },
  'stock.allowPartial': {
    label: 'Livrer en partie',
    unit: '',
    note: 'VRAI : une ligne incomplète part avec ce qu’il y a ; FAUX : elle attend.',
  },
  'stock.wholeOrder': {
    label: 'Attendre la commande entière',
    unit: '',
    note: 'VRAI : quand une ligne manque, toute la commande attend, même si « Livrer en partie » est VRAI.',
  },
  'stock.nearDays': { label: 'DDM proche : premier signal', unit: 'jours', note: 'Revue hebdomadaire.' },
  'stock.nearerDays': { label: 'DDM proche : deuxième signal', unit: 'jours', note: 'Revue hebdomadaire.' },
  'stock.nearestDays': { label: 'DDM proche : dernier signal', unit: 'jours', note: 'Revue hebdomadaire.' },
  'stock.initialCustomers': {
    label: 'Clients du stock de départ',
    unit: 'clients',
    note: 'Taille le premier achat d’un produit sans historique.',
  },
  'stock.heroMargin': { label: 'Marge d’un produit phare', unit: 'part', note: 'Marge brute minimale, hors taxes.' },
  'stock.heroMarginGain': {
    label: 'Gain de marge du micro-stock',
    unit: 'part',
    note: 'Gain attendu par rapport au dropship.',
  },
  'forecast.minimumWeeks': {
    label: 'Historique minimal d’une prévision',
    unit: 'semaines',
    note: 'En dessous, pas de prévision.',
  },
  'forecast.smoothing': {
    label: 'Lissage des prévisions',
    unit: 'part',
    note: 'Plus il est grand, plus les ventes récentes comptent.',
  },
  'forecast.stockedShare': {
    label: 'Semaine comptée si en stock au moins',
    unit: 'part de la semaine',
    note: 'Une semaine presque sans stock ne dit rien de ce qui se serait vendu : la prévision l’ignore.',
  },
  'forecast.oneOffFactor': {
    label: 'Commande exceptionnelle : comptée pour au plus',
    unit: 'commandes habituelles',
    note: 'Une commande bien plus grosse que la médiane du produit est ramenée à ce nombre de commandes médianes.',
  },
  'orders.hubDays': { label: 'Promesse du micro-stock', unit: 'J+ ouvrés', note: '' },
  'orders.dropshipMinDays': { label: 'Promesse du dropship, au plus tôt', unit: 'J+ ouvrés', note: '' },
  'orders.dropshipMaxDays': { label: 'Promesse du dropship, au plus tard', unit: 'J+ ouvrés', note: '' },
  'orders.dispatchMinDays': {
    label: 'Départ chez le partenaire, au plus tôt',
    unit: 'J+ ouvrés',
    note: 'Annoncé dans la réponse de retard.',
  },
  'orders.dispatchMaxDays': {
    label: 'Départ chez le partenaire, au plus tard',
    unit: 'J+ ouvrés',
    note: 'Annoncé dans la réponse de retard.',
  },
  'orders.lateAfterDays': {
    label: 'Retard signalé après',
    unit: 'jours ouvrés',
    note: 'Au-delà de la promesse ; une réponse de retard est alors préparée.',
  },
  'orders.commission': {
    label: 'Commission de dropship par défaut',
    unit: 'part',
    note: 'Entre 15 % et 25 % selon le partenaire.',
  },
  'support.chatHours': { label: 'Première réponse par chat', unit: 'heures', note: 'En heures d’ouverture.' },
  'support.emailHours': {
    label: 'Première réponse par e-mail',
    unit: 'heures',
    note: 'En heures d’ouverture : ouvert 9 h par jour, 24 h font deux jours ouvrés et 6 h. Pour « le lendemain à la même heure », tapez 9.',
  },
  'support.whatsappHours': { label: 'Première réponse par WhatsApp', unit: 'heures', note: 'En heures d’ouverture.' },
  'support.otherHours': { label: 'Première réponse, autres canaux', unit: 'heures', note: 'En heures d’ouverture.' },
  'support.nextReplyHours': { label: 'Réponse suivante', unit: 'heures', note: 'En heures d’ouverture.' },
  'support.resolutionHours': { label: 'Résolution', unit: 'heures', note: 'En heures d’ouverture.' },
  'support.amberShare': { label: 'Alerte orange', unit: 'part', note: 'Part du délai écoulée.' },
  'support.openHour': { label: 'Ouverture', unit: 'h', note: 'Jours ouvrés.' },
  'support.closeHour': { label: 'Fermeture', unit: 'h', note: 'Jours ouvrés ; après l’heure d’ouverture.' },
  'support.sendFromGmail': {
    label: 'Envoyer par Gmail',
    unit: '',
    note: 'FAUX : un brouillon est préparé, une personne l’envoie.',
  },
  'faq.frequentTickets': {
    label: 'Question fréquente à partir de',
    unit: 'tickets',
    note: 'Tickets semblables sans entrée de FAQ qui y réponde.',
  },
  'faq.lookBackDays': {
    label: 'Questions observées sur',
    unit: 'jours',
    note: 'Pour trouver les questions sans réponse.',
  },
  'replies.trackingDays': {
    label: 'Suivi d’un colis encore sûr',
    unit: 'jours',
    note: 'Plus ancien, il n’est plus annoncé à un client : notez d’abord où est le colis.',
  },
  'replies.mirrorDays': {
    label: 'Données Stripe encore sûres',
    unit: 'jours',
    note: 'Âge de la dernière nuit au-delà duquel échéances et factures ne sont plus annoncées.',
  },
  'replies.listedProducts': {
    label: 'Produits cités dans une réponse',
    unit: 'produits',
    note: 'Au plus, dans une liste de saison ou à portée du solde.',
  },
  'replies.chatCharacters': {
    label: 'Longueur d’un message de chat',
    unit: 'caractères',
    note: 'Au-delà, un conseil est affiché ; rien n’est bloqué.',
  },
  'crisis.bonusPoints': {
    label: 'Bonus en cas d’incident',
    unit: 'points',
    note: 'Proposé ; se change pour chaque incident.',
  },
  'kpi.windowDays': {
    label: 'Indicateurs : période observée',
    unit: 'jours',
    note: 'Jours complets, jusqu’à la veille. La rotation, le passage à l’annuel et le portail regardent une année.',
  },
  'kpi.yearDays': {
    label: 'Indicateurs : année observée',
    unit: 'jours',
    note: 'Rotation, passage à l’annuel, usage du portail.',
  },
  'kpi.rotationMinimumDays': {
    label: 'Rotation : historique minimal',
    unit: 'jours',
    note: 'En dessous, la rotation n’est pas mesurée.',
  },
  'kpi.trendDays': {
    label: 'Tendance : comparer avec',
    unit: 'jours plus tôt',
    note: 'Le dernier relevé au moins aussi ancien sert de comparaison.',
  },
  'kpi.rotation': { label: 'Cible : rotation des produits phares', unit: 'par an', note: 'Plus de.' },
  'kpi.stockOut': { label: 'Cible : temps en rupture', unit: 'part', note: 'Moins de.' },
  'kpi.heroMargin': { label: 'Cible : marge brute des produits phares', unit: 'part', note: 'Plus de.' },
  'kpi.csat': { label: 'Cible : CSAT', unit: 'sur 5', note: 'Plus de.' },
  'kpi.firstContact': { label: 'Cible : résolu au premier contact', unit: 'part', note: 'Plus de.' },
  'kpi.nps': { label: 'Cible : NPS', unit: 'points', note: 'Plus de.' },
  'kpi.recovery': { label: 'Cible : paiements échoués récupérés', unit: 'part', note: 'Plus de.' },
  'kpi.yearlyConversion': { label: 'Cible : passage à l’annuel', unit: 'part', note: 'Plus de.' },
  'kpi.portalAdoption': { label: 'Cible : usage du portail', unit: 'part', note: 'Plus de.' },
  'kpi.hubDelay': { label: 'Cible : délai du micro-stock', unit: 'jours ouvrés', note: 'Au plus.' },
  'kpi.dropshipDelay': { label: 'Cible : délai du dropship', unit: 'jours ouvrés', note: 'Au plus.' },
  'kpi.errorRate': { label: 'Cible : taux d’erreur', unit: 'part', note: 'Moins de.' },
  'kpi.fulfilmentCost': { label: 'Cible : coût logistique', unit: 'part du CA HT', note: 'Moins de.' },
  'points.lifetimeMonths': {
    label: 'Durée de vie des points',
    unit: 'mois',
    note: 'Mois calendaires, prolongés par les pauses d’abonnement. Un changement vaut aussi pour les points déjà gagnés.',
  },
  'points.delayBonus': {
    label: 'Bonus pour un retard',
    unit: 'points',
    note: 'Crédités quand la réponse de retard est envoyée.',
  },
  'billing.graceDays': {
    label: 'Délai de grâce après un échec',
    unit: 'jours',
    note: 'Le compte reste actif pendant ce délai.',
  },
  'billing.retryDays': {
    label: 'Nouvel essai promis après',
    unit: 'jours',
    note: 'Comparé aux relances réglées dans Stripe ; un écart est signalé.',
  },
  'billing.pauseMonths': { label: 'Durée d’une pause', unit: 'mois', note: 'Gratuite ; les points sont gardés.' },
  'billing.switchAtRenewal': {
    label: 'Changer de fréquence à l’échéance',
    unit: '',
    note: 'Coché : mensuel ↔ annuel prend effet à la prochaine échéance. Décoché : la nuit même, au prorata.',
  },
  'billing.invoiceWindowDays': {
    label: 'Factures relues chaque nuit',
    unit: 'jours',
    note: 'Plus les factures ouvertes, quel que soit leur âge.',
  },
  'stock.threshold': {
    label: 'Seuil de réassort',
    unit: 'part du stock cible',
    note: 'Entre 15 % et 20 % du stock cible.',
  },
  'stock.bufferWeeks': { label: 'Stock de sécurité', unit: 'semaines', note: 'Semaines de ventes moyennes, 2 à 3.' },
  'stock.minimumShelfLifeDays': {
    label: 'Durée minimale à la livraison',
    unit: 'jours',
    note: 'Entre la livraison promise et la DDM.',
  },
  'orders.cutOffHour': {
    label: 'Heure limite de commande',
    unit: 'h',
    note: 'Après cette heure, la commande compte à partir du lendemain.',
  },
};

export function settingLabel(key: string): string {
  return texts[key as SettingKey]?.label ?? key;
}

/** The unit and the explanation. */
export function settingNote(key: string): { readonly unit: string; readonly note: string } {
  return texts[key as SettingKey] ?? { unit: '', note: '' };
}
