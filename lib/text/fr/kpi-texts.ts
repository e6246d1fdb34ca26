// What each figure of the KPI tab is called, its unit, and how it is computed, in words a shopkeeper can check.
import type { KpiId } from '#lib/tables/kpi-definitions.ts';

export interface KpiText {
  readonly name: string;
  readonly unit: string;
  readonly definition: string;
}

export const kpiTexts: Readonly<Record<KpiId, KpiText>> = {
  rotation: {
    name: 'Rotation des produits phares',
    unit: 'fois par an',
    definition:
      'Coût des ventes divisé par la valeur moyenne du stock, pondérée par le temps ; ramené à un an quand l’historique est plus court.',
  },
  stock_out: {
    name: 'Temps en rupture',
    unit: '%',
    definition: 'Part du temps pendant laquelle un produit phare n’avait plus rien de disponible.',
  },
  hero_margin: {
    name: 'Marge brute des produits phares',
    unit: '%',
    definition:
      'Ventes hors taxes moins coût d’achat des lots vendus, divisées par les ventes hors taxes ; pertes montrées à part.',
  },
  csat: { name: 'Satisfaction (CSAT)', unit: 'sur 5', definition: 'Moyenne des notes données après une réponse.' },
  first_response_chat: {
    name: 'Première réponse par chat',
    unit: 'heures d’ouverture',
    definition: 'Temps d’ouverture moyen entre le message et la première réponse, par chat.',
  },
  first_response_email: {
    name: 'Première réponse par e-mail',
    unit: 'heures d’ouverture',
    definition: 'Temps d’ouverture moyen entre le message et la première réponse, par e-mail.',
  },
  first_contact: {
    name: 'Résolu au premier contact',
    unit: '%',
    definition: 'Part des tickets résolus avec une seule réponse et jamais rouverts.',
  },
  nps: {
    name: 'Recommandation (NPS)',
    unit: 'points',
    definition: 'Part des notes 9 et 10 moins part des notes 0 à 6, en points.',
  },
  recovery: {
    name: 'Paiements échoués récupérés',
    unit: '%',
    definition: 'Factures payées après un premier échec, sur toutes celles qui ont échoué et dont l’issue est connue.',
  },
  yearly_conversion: {
    name: 'Passage du mensuel à l’annuel',
    unit: '%',
    definition: 'Abonnés mensuels passés à l’annuel sur douze mois, sur les abonnés mensuels de la période.',
  },
  portal_adoption: {
    name: 'Usage du portail client',
    unit: '%',
    definition: 'Abonnés venus au moins une fois sur le portail, sur les abonnés actifs.',
  },
  hub_delay: {
    name: 'Délai moyen du micro-stock',
    unit: 'jours ouvrés',
    definition: 'De la commande (heure limite comptée) à la livraison, colis partis du hub.',
  },
  dropship_delay: {
    name: 'Délai moyen du dropship',
    unit: 'jours ouvrés',
    definition: 'De la commande (heure limite comptée) à la livraison, colis partis d’un partenaire.',
  },
  error_rate: {
    name: 'Taux d’erreur',
    unit: '%',
    definition: 'Colis avec une erreur notée, sur tous les colis expédiés.',
  },
  fulfilment_cost: {
    name: 'Coût logistique',
    unit: '% du CA HT',
    definition: 'Coût hors taxes des colis expédiés, divisé par le chiffre d’affaires hors taxes de leurs commandes.',
  },
};
