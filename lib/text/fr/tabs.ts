// The tabs' titles at creation. People may rename them: nothing is found by a title.
import type { TableKey } from '#lib/tables/tables.ts';

const titles: Readonly<Record<TableKey, string>> = {
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
