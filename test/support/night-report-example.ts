// A night in which a little of everything happened, for the tests of its printers.
import { problem } from '#lib/kernel/problem.ts';
import type { NightReport } from '#sync/report/night-report.ts';

const step = (key: string, label: string, planned: number, committed = planned, skipped: string | null = null) => ({
  key,
  label,
  planned,
  committed,
  skipped,
});

const cellAt = (cell: string) => ({ tab: 'Clients', cell, id: `CLI-${cell}` });

export const exampleReport: NightReport = {
  startedAt: '2026-11-22T03:00:00Z',
  today: '2026-11-22',
  dryRun: false,
  workbook: { title: 'Make the CHANGE', url: 'https://docs.google.com/spreadsheets/d/demo/edit' },
  stripeMode: 'test',
  steps: [
    step('customers', 'Clients', 1),
    step('subscriptions', 'Abonnements', 1234),
    step('invoices', 'Factures', 12, 4),
    step('refunds', 'Remboursements et avoirs', 0),
    step('points', 'Points', 0, 0, 'l’onglet « Points » est inutilisable'),
  ],
  problems: [
    problem('cellNotAnAmount', { value: '12,5O' }, cellAt('F7')),
    problem('cellNotAnAmount', { value: '12,5O' }, cellAt('F9')),
    problem('cellNotAnAmount', { value: '12,5O' }, cellAt('F9')),
    problem('settingUnknown', { key: 'stock.seuil' }),
  ],
  disagreements: [
    {
      id: 'RAP-000003',
      kind: 'value_differs',
      subject: 'value_differs|CLI-000012|email',
      what: 'L’adresse de CLI-000012 n’est pas celle de Stripe (zoe.durand@example.com).',
      rightSide: 'to_decide',
      done: null,
      since: '2026-11-20',
      at: { tab: 'Rapprochement', cell: 'D5' },
    },
    {
      id: 'RAP-000005',
      kind: 'points_debt',
      subject: 'points_debt|CLI-000031',
      what: 'CLI-000031 doit 60 points.',
      rightSide: 'workbook',
      done: null,
      since: '2026-11-22',
      at: { tab: 'Rapprochement', cell: 'D7' },
    },
    {
      id: 'RAP-000006',
      kind: 'payment_overdue',
      subject: 'payment_overdue|in_1',
      what: 'montré avec les paiements',
      rightSide: 'stripe',
      done: null,
      since: '2026-11-22',
      at: null,
    },
    {
      id: 'RAP-000004',
      kind: 'cell',
      subject: 'cell|Clients!F7',
      what: 'montré avec les cellules',
      rightSide: 'workbook',
      done: null,
      since: '2026-11-22',
      at: null,
    },
  ],
  requests: [
    {
      id: 'DEM-000004',
      kind: 'pause',
      subscriptionId: 'sub_1',
      status: 'done',
      effectiveOn: '2026-11-22',
      result: 'Encaissement suspendu jusqu’au 22/02/2027.',
    },
    {
      id: 'DEM-000005',
      kind: 'to_yearly',
      subscriptionId: 'sub_2',
      status: 'refused',
      effectiveOn: null,
      result: 'L’abonnement est déjà annuel.',
    },
  ],
  waitingRequests: [
    {
      id: 'DEM-000006',
      kind: 'to_monthly',
      subscriptionId: 'sub_3',
      effectiveOn: '2026-12-14',
      result: 'Passera à la formule Mensuel à l’échéance du 14/12/2026 ; la nuit le fera la veille.',
    },
    { id: 'DEM-000007', kind: 'pause', subscriptionId: 'sub_3', effectiveOn: null, result: null },
  ],
  failedPayments: [
    {
      invoiceId: 'in_2',
      customerId: 'CLI-000007',
      dueCents: 18000,
      firstFailedOn: null,
      retryOn: null,
      graceUntil: null,
      recovery: null,
    },
    {
      invoiceId: 'in_1',
      customerId: 'CLI-000012',
      dueCents: 1800,
      firstFailedOn: '2026-11-20',
      retryOn: '2026-11-23',
      graceUntil: '2026-11-27',
      recovery: 'grace',
    },
  ],
  points: { earned: 1240, restored: 0, clawedBack: 60, expired: 300 },
  calls: { stripe: 116, sheetsRead: 2, sheetsWrite: 6 },
  bytes: { stripe: 45_400_000, sheets: 2_100_000 },
  seconds: 26.4,
  peakRssMb: 214,
  preview: [],
};
