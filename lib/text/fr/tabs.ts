// The tabs' titles at creation. People may rename them: nothing is found by a title.
import type { TableKey } from '#lib/tables/tables.ts';

const titles: Readonly<Record<TableKey, string>> = {
  stock: 'Stock',
  products: 'Produits',
  partners: 'Partenaires',
  partnerProducts: 'Produits par partenaire',
  hubs: 'Hubs',
  lots: 'Lots',
  movements: 'Mouvements',
  purchases: 'Achats',
  stockTakes: 'Comptages',
  orders: 'Commandes',
  lines: 'Lignes',
  shipments: 'Expéditions',
  carriers: 'Transporteurs',
  tickets: 'Tickets',
  replyTemplates: 'Réponses',
  repliesSent: 'Envois',
  faq: 'FAQ',
  incidents: 'Incidents',
  kpi: 'KPI',
  kpiHistory: 'KPI historique',
  weeklyReview: 'Revue hebdo',
  customers: 'Clients',
  plans: 'Formules',
  subscriptions: 'Abonnements',
  invoices: 'Factures',
  refunds: 'Remboursements',
  disputes: 'Litiges',
  points: 'Points',
  pointLots: 'Lots de points',
  requests: 'Demandes',
  facts: 'Faits',
  reconciliation: 'Rapprochement',
  journal: 'Journal',
  settings: 'Réglages',
  closedDays: 'Jours fermés',
  system: 'Système',
};

export function tabTitle(table: string): string {
  return titles[table as TableKey];
}
