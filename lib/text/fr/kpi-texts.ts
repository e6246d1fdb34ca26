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
      'Coût d’achat des ventes, retours déduits, divisé par la valeur moyenne du stock, pondérée par le temps ; sur un an, ou ramené à un an quand l’historique est plus court.',
  },
  stock_out: {
    name: 'Temps en rupture',
    unit: '%',
    definition:
      'Part du temps, jour et nuit, sans rien à vendre en rayon (ni en quarantaine, ni au-delà de sa date), d’après l’heure des mouvements.',
  },
  hero_margin: {
    name: 'Marge brute des produits phares',
    unit: '%',
    definition:
      'Ventes en euros HT, retours déduits, moins le coût d’achat des lots réellement sortis, divisées par les ventes. La part payée en points est laissée de côté ; les pertes sont dites à part.',
  },
  csat: {
    name: 'Satisfaction (CSAT)',
    unit: 'sur 5',
    definition: 'Moyenne des notes de 1 à 5 données après une réponse.',
  },
  first_response_chat: {
    name: 'Première réponse par chat',
    unit: 'heures d’ouverture',
    definition:
      'Temps d’ouverture moyen entre le message et la première réponse, par chat. Les tickets encore sans réponse n’y sont pas.',
  },
  first_response_email: {
    name: 'Première réponse par e-mail',
    unit: 'heures d’ouverture',
    definition:
      'Temps d’ouverture moyen entre le message et la première réponse, par e-mail. Les tickets encore sans réponse n’y sont pas.',
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
    definition:
      'Factures payées après un premier échec, sur celles dont l’issue est connue : payées, perdues, ou au-delà du délai de grâce.',
  },
  yearly_conversion: {
    name: 'Passage du mensuel à l’annuel',
    unit: '%',
    definition:
      'Clients ayant payé au mois dans l’année et dont la dernière échéance payée est annuelle, sur tous ceux qui ont payé au mois.',
  },
  portal_adoption: {
    name: 'Usage du portail client',
    unit: '%',
    definition:
      'Abonnés d’aujourd’hui venus au moins une fois sur le portail dans l’année, sur tous les abonnés d’aujourd’hui.',
  },
  hub_delay: {
    name: 'Délai moyen du micro-stock',
    unit: 'jours ouvrés',
    definition:
      'Jours ouvrés de la commande (heure limite comptée) à la livraison, colis partis du hub : livré le lendemain compte 1.',
  },
  dropship_delay: {
    name: 'Délai moyen du dropship',
    unit: 'jours ouvrés',
    definition: 'Jours ouvrés de la commande (heure limite comptée) à la livraison, colis partis d’un partenaire.',
  },
  error_rate: {
    name: 'Taux d’erreur',
    unit: '%',
    definition: 'Colis avec une erreur notée, sur tous les colis expédiés.',
  },
  fulfilment_cost: {
    name: 'Coût logistique',
    unit: '% du CA HT',
    definition:
      'Coût HT des colis expédiés, divisé par les ventes en euros HT des produits qu’ils contiennent, retours déduits, port non compris.',
  },
};
