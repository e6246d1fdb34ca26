// A small shop for the tests of replies: Léa with points and a monthly subscription, a late order in two parcels, a failed
// invoice, an incident, an open ticket, and the starter templates. Monday 23 November 2026.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { systemKeys } from '#lib/changes/system-state.ts';
import type { Day, Instant } from '#lib/kernel/day.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import { type RenderedReply, renderReply } from '#lib/replies/render-reply.ts';
import type { ReplyAbout } from '#lib/replies/reply-facts.ts';
import { parseSettings, type Settings } from '#lib/settings/settings.ts';
import type { RowOf, WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import type { ReplyId } from '#lib/text/words.ts';
import { starterRows } from '#templates/starter-rows.ts';
import { clockAt } from '../../support/clock-at.ts';
import { rowsFromText } from '../../support/rows-from-text.ts';
import { type TestRows, workbookOf } from '../../support/workbook-of.ts';
import { shopRows } from '../orders/order-shop.ts';

const TODAY: Day = '2026-11-23';
/** 11:00 in Paris. */
export const NOW = '2026-11-23T10:00:00Z' as Instant;

const settingsOf = (values: Readonly<Record<string, string | number | boolean>>): NonNullable<TestRows['settings']> =>
  Object.entries({ ...LINKS, ...values }).map(([id, value]) => ({ id, value }));

const LINKS = {
  'links.portal': 'https://factures.example/connexion',
  'links.catalogue': 'https://boutique.example/c?max={{points}}',
};

export const replyRows: TestRows = {
  ...shopRows,
  replyTemplates: starterRows(fr, {}).replyTemplates?.map(({ cells }) => cells) as NonNullable<
    TestRows['replyTemplates']
  >,
  products: (shopRows.products ?? []).map((row) => ({ ...row, partnerId: 'PAR-000001' })),
  customers: [
    ...(shopRows.customers ?? []).map((row) => ({ ...row, nextExpiryOn: '2027-12-01' as Day, nextExpiryPoints: 500 })),
    { id: 'CLI-000002', name: 'Paul Roy', email: 'paul@example.com', pointsBalance: 0 },
  ],
  orders: rowsFromText(
    'orders',
    `Commande   | Commandée le     | Client     | État       | Avancement       | Promise pour le
     CMD-000001 | 16/11/2026 09:00 | CLI-000001 | expédié en partie | 1 sur 2 expédié | 20/11/2026
     CMD-000002 | 16/11/2026 09:00 | CLI-000002 | confirmé   |                  | 25/11/2026`,
  ),
  lines: rowsFromText(
    'lines',
    `Ligne      | Commande   | SKU       | Quantité | État          | Partenaire | Expédition
     LIG-000001 | CMD-000001 | MIEL      | 2        | expédié       |            | EXP-000001
     LIG-000002 | CMD-000001 | CONFITURE | 1        | chez le partenaire | PAR-000001 | EXP-000002
     LIG-000003 | CMD-000002 | SAVON     | 1        | réservé       |            |           `,
  ),
  shipments: rowsFromText(
    'shipments',
    `Expédition | Commande   | Origine    | Hub        | Partenaire | Lien de suivi             | État       | Promise pour le | Expédiée le | Suivi noté le
     EXP-000001 | CMD-000001 | hub        | HUB-000001 |            | https://suivi.example/123 | en transit | 24/11/2026      | 20/11/2026  | 22/11/2026
     EXP-000002 | CMD-000001 | partenaire |            | PAR-000001 |                           | à préparer | 20/11/2026      |             |           `,
  ),
  plans: rowsFromText(
    'plans',
    `Formule    | Nom       | Prix TTC | Fréquence | Points par échéance | Proposée
     FOR-000001 | Mensuelle | 18       | mensuel   | 100                 | oui
     FOR-000002 | Annuelle  | 180      | annuel    | 1200                | oui`,
  ),
  subscriptions: rowsFromText(
    'subscriptions',
    `Abonnement | Client     | Formule    | État               | Fréquence | Début      | Période au
     sub_lea    | CLI-000001 | FOR-000001 | paiement en retard | mensuel   | 01/01/2026 | 01/12/2026`,
  ),
  invoices: rowsFromText(
    'invoices',
    `Facture | Client     | Abonnement | État   | Émise le   | Total TTC | Payé | Rendu | Retenu (litige) | Tentatives | Premier échec | Nouvel essai | Grâce jusqu’au | Relance
     in_lea  | CLI-000001 | sub_lea    | ouvert | 21/11/2026 | 18        | 0    | 0     | 0               | 1          | 21/11/2026    | 24/11/2026   | 28/11/2026     | délai de grâce`,
  ),
  incidents: rowsFromText(
    'incidents',
    `Incident   | Nature   | État   | Ouvert le  | Résumé         | SKU  | Personnes concernées
     INC-000001 | rupture  | ouvert | 20/11/2026 | Miel en retard | MIEL | CMD-000001`,
  ),
  tickets: rowsFromText(
    'tickets',
    `Ticket     | Reçu le          | Canal  | Client     | Sujet traité | Commande   | État
     TIC-000001 | 23/11/2026 09:00 | e-mail | CLI-000001 | retard       | CMD-000001 | ouvert`,
  ),
  system: [{ id: systemKeys.lastNightOn, value: TODAY }],
};

/** @param settings typed over the links the shop has. */
export function replyShop(
  rows: TestRows = {},
  settings: Readonly<Record<string, string | number | boolean>> = {},
): WorkbookState {
  return workbookOf({ ...replyRows, settings: settingsOf(settings), ...rows });
}

export function contextOf(workbook: WorkbookState, settings: Partial<Settings> = {}): PlanContext {
  const parsed = parseSettings(workbook.settings).settings;
  return { workbook, clock: clockAt(NOW), settings: { ...parsed, ...settings }, words: fr };
}

export function templateOf(workbook: WorkbookState, id: ReplyId): RowOf<'replyTemplates'> {
  return workbook.replyTemplates.byId.get(id) as RowOf<'replyTemplates'>;
}

export interface Rendered extends RenderedReply {
  readonly lacks: readonly string[];
}

/** @param text a template's body, or the id of a starter template. */
export function rendered(workbook: WorkbookState, text: string, about: ReplyAbout): Rendered {
  const starter = workbook.replyTemplates.byId.get(text);
  const reply = renderReply(contextOf(workbook), starter ?? { subject: null, body: text, ...kindOf(about) }, about);
  return { ...reply, lacks: reply.problems.map((found) => messageOf(found, fr)) };
}

/** A text about an order alone is no letter about an incident. */
function kindOf({ orders, incidents }: ReplyAbout) {
  return orders !== undefined && incidents === undefined ? ({ appliesTo: 'about_order' } as const) : {};
}
