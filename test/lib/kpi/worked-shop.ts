// A shop small enough to be computed by hand, as its sheet shows it, and every figure with its sum written out. The period is
// 30 days: Friday 23 October to Saturday 21 November 2026 (read on the morning of the 22nd); Wednesday 11 November is closed.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { clockAt } from '../../support/clock-at.ts';
import { rowsFromText } from '../../support/rows-from-text.ts';
import { raw, type TestRows, workbookOf } from '../../support/workbook-of.ts';

const TODAY = '2026-11-22';

/** Honey: ten jars bought at 4 €, four sold in October, six on 3 November (five kept, one came back broken). Sold out from
 * Tuesday 3 November noon to Friday 6 noon. Soap: nine at 3 €; three set apart, one missing at a count, five sold. */
const movements = `
Mouvement | Date       | Instant (UTC)    | Lot   | SKU   | Hub   | Nature              | Quantité | Coût unitaire HT | Ligne
MVT-01    | 13/09/2026 |                  | LOT-1 | MIEL  | HUB-1 | réception           | 10       | 4,00             |
MVT-02    | 19/10/2026 |                  | LOT-1 | MIEL  | HUB-1 | prélèvement         | -4       | 4,00             | LIG-A
MVT-03    | 03/11/2026 | 03/11/2026 12:00 | LOT-1 | MIEL  | HUB-1 | prélèvement         | -6       | 4,00             | LIG-B
MVT-04    | 06/11/2026 | 06/11/2026 12:00 | LOT-2 | MIEL  | HUB-1 | réception           | 5        | 5,00             |
MVT-05    | 12/11/2026 |                  | LOT-2 | MIEL  | HUB-1 | perte               | -1       | 5,00             |
MVT-06    | 16/11/2026 | 16/11/2026 10:00 | LOT-1 | MIEL  | HUB-1 | retour client       | 1        | 4,00             | LIG-B
MVT-07    | 16/11/2026 | 16/11/2026 10:00 | LOT-1 | MIEL  | HUB-1 | perte               | -1       | 4,00             | LIG-B
MVT-11    | 01/11/2026 |                  | LOT-3 | SAVON | HUB-1 | réception           | 9        | 3,00             |
MVT-12    | 10/11/2026 | 10/11/2026 09:00 | LOT-3 | SAVON | HUB-1 | mise en quarantaine | -3       | 3,00             |
MVT-13    | 10/11/2026 | 10/11/2026 09:00 | LOT-4 | SAVON | HUB-1 | mise en quarantaine | 3        | 3,00             |
MVT-14    | 12/11/2026 | 12/11/2026 17:00 | LOT-3 | SAVON | HUB-1 | écart de comptage   | -1       | 3,00             |
MVT-15    | 18/11/2026 |                  | LOT-3 | SAVON | HUB-1 | prélèvement         | -5       | 3,00             | LIG-C
`;

const products = `
SKU       | Produit        | Modèle        | Prix TTC | TVA  | En vente
MIEL      | Miel           | produit phare | 12,00    | 20 % | oui
SAVON     | Savon          | produit phare | 6,00     | 20 % | oui
EPICES    | Épices         | produit phare | 9,00     | 20 % | non
CONFITURE | Confiture      | dropship      | 12,00    | 20 % | oui
`;

const lots = `
Lot   | SKU   | Hub   | Reçu le    | Type de date | Coût unitaire HT | Quantité reçue | En stock | Réservé | État
LOT-1 | MIEL  | HUB-1 | 13/09/2026 | sans date    | 4,00             | 10             | 0        | 0       | épuisé
LOT-2 | MIEL  | HUB-1 | 06/11/2026 | sans date    | 5,00             | 5              | 4        | 0       | disponible
LOT-3 | SAVON | HUB-1 | 01/11/2026 | sans date    | 3,00             | 9              | 0        | 0       | épuisé
LOT-4 | SAVON | HUB-1 | 10/11/2026 | sans date    | 3,00             | 3              | 3        | 0       | en quarantaine
`;

/** C: 30 € of soap, 3 € off, the rest paid for a fifth in points. */
const orders = `
Commande | Commandée le     | Client | État   | Total TTC | Port payé TTC | Remise TTC | Payé en points | Payé en euros | Rendu
CMD-A    | 19/10/2026 09:00 | CLI-1  | livré  | 48,00     |               |            |                | 48,00         |
CMD-B    | 02/11/2026 15:00 | CLI-1  | livré  | 78,00     | 6,00          |            |                | 78,00         | 12,00
CMD-C    | 17/11/2026 16:00 | CLI-2  | livré  | 27,00     |               | 3,00       | 5,40           | 21,60         |
CMD-D    | 09/11/2026 10:00 | CLI-2  | livré  | 24,00     |               |            |                | 24,00         |
CMD-E    | 16/11/2026 10:00 | CLI-3  | livré  | 12,00     |               |            |                | 12,00         |
CMD-F    | 20/11/2026 10:00 | CLI-3  | annulé | 12,00     |               |            |                | 0,00          |
`;

const lines = `
Ligne | Commande | SKU       | Quantité | Prix unitaire TTC | TVA  | État   | Origine    | Expédié | Retourné | Expédition | Coût HT
LIG-A | CMD-A    | MIEL      | 4        | 12,00             | 20 % | livré  | hub        | 4       |          | EXP-A      | 16,00
LIG-B | CMD-B    | MIEL      | 6        | 12,00             | 20 % | livré  | hub        | 6       | 1        | EXP-B      | 24,00
LIG-C | CMD-C    | SAVON     | 5        | 6,00              | 20 % | livré  | hub        | 5       |          | EXP-C      | 15,00
LIG-D | CMD-D    | CONFITURE | 2        | 12,00             | 20 % | livré  | partenaire | 2       |          | EXP-D      | 16,00
LIG-E | CMD-E    | CONFITURE | 1        | 12,00             | 20 % | livré  | partenaire | 1       |          | EXP-E      | 8,00
LIG-F | CMD-F    | CONFITURE | 1        | 12,00             | 20 % | annulé |            |         |          |            |
`;

const shipments = `
Expédition | Commande | Origine    | Hub   | État   | Promise pour le | Expédiée le | Livrée le  | Coût HT | Erreur
EXP-A      | CMD-A    | hub        | HUB-1 | livré  | 20/10/2026      | 19/10/2026  | 20/10/2026 | 4,00    | perdu
EXP-B      | CMD-B    | hub        | HUB-1 | livré  | 04/11/2026      | 03/11/2026  | 04/11/2026 | 4,00    |
EXP-C      | CMD-C    | hub        | HUB-1 | livré  | 19/11/2026      | 18/11/2026  | 20/11/2026 | 5,00    | abîmé
EXP-D      | CMD-D    | partenaire |       | livré  | 17/11/2026      | 12/11/2026  | 13/11/2026 | 0,00    |
EXP-E      | CMD-E    | partenaire |       | livré  | 23/11/2026      | 17/11/2026  | 20/11/2026 |         |
EXP-F      | CMD-F    | hub        | HUB-1 | annulé | 23/11/2026      | 20/11/2026  |            | 4,00    | perdu
`;

const tickets = `
Ticket | Reçu le          | Canal  | État       | Première réponse le | Résolu le        | Réponses données | Réouvertures | CSAT (1–5) | NPS (0–10)
TIC-1  | 16/11/2026 10:00 | chat   | résolu     | 16/11/2026 10:30    | 16/11/2026 11:00 | 1                | 0            | 5          | 10
TIC-2  | 16/11/2026 17:30 | chat   | résolu     | 17/11/2026 10:00    | 17/11/2026 15:00 | 3                | 0            | 4          | 8
TIC-3  | 21/11/2026 10:00 | chat   | ouvert     |                     |                  |                  |              |            |
TIC-4  | 10/11/2026 16:00 | e-mail | résolu     | 12/11/2026 11:00    | 13/11/2026 11:00 | 1                | 1            | 3          | 6
TIC-5  | 02/11/2026 08:00 | e-mail | résolu     | 02/11/2026 11:00    | 02/11/2026 11:00 | 1                | 0            |            | 9
TIC-6  | 03/11/2026 10:00 | e-mail | annulé     | 03/11/2026 17:00    | 03/11/2026 17:00 | 1                | 0            | 1          | 0
TIC-7  | 05/10/2026 10:00 | chat   | résolu     | 06/10/2026 17:00    | 06/10/2026 17:00 | 4                | 0            | 1          | 0
`;

const plans = `
Formule | Nom    | Prix TTC | Fréquence | Points par échéance
FOR-M   | Mois   | 18,00    | mensuel   | 100
FOR-A   | Année  | 180,00   | annuel    | 1200
`;

const invoices = `
Facture | Client | Formule | État          | Émise le   | Payée le   | Total TTC | Payé   | Rendu | Retenu (litige) | Tentatives | Premier échec | Relance
in_01   | CLI-1  | FOR-M   | payé          | 01/06/2026 | 01/06/2026 | 18,00     | 18,00  | 0     | 0               | 1          |               |
in_02   | CLI-1  | FOR-A   | payé          | 01/07/2026 | 01/07/2026 | 180,00    | 180,00 | 0     | 0               | 1          |               |
in_03   | CLI-2  | FOR-M   | payé          | 05/10/2026 | 05/10/2026 | 18,00     | 18,00  | 0     | 0               | 1          |               |
in_04   | CLI-2  | FOR-M   | payé          | 01/11/2026 | 05/11/2026 | 18,00     | 18,00  | 0     | 0               | 2          | 01/11/2026    | récupéré
in_05   | CLI-3  | FOR-M   | payé          | 10/01/2026 | 10/01/2026 | 18,00     | 18,00  | 0     | 0               | 1          |               |
in_06   | CLI-3  | FOR-A   | payé          | 10/02/2026 | 10/02/2026 | 180,00    | 180,00 | 0     | 0               | 1          |               |
in_07   | CLI-3  | FOR-M   | payé          | 10/09/2026 | 10/09/2026 | 18,00     | 18,00  | 0     | 0               | 1          |               |
in_08   | CLI-4  | FOR-M   | ouvert        | 30/10/2026 |            | 18,00     | 0      | 0     | 0               | 3          | 30/10/2026    | grâce dépassée
in_09   | CLI-5  | FOR-M   | ouvert        | 20/11/2026 |            | 18,00     | 0      | 0     | 0               | 1          | 20/11/2026    | délai de grâce
in_10   | CLI-6  | FOR-M   | payé          | 25/09/2026 | 25/09/2026 | 18,00     | 18,00  | 0     | 0               | 1          |               |
in_11   | CLI-6  | FOR-M   | irrécouvrable | 25/10/2026 |            | 18,00     | 0      | 0     | 0               | 4          | 25/10/2026    | perdu
in_12   | CLI-7  | FOR-A   | payé          | 03/03/2026 | 03/03/2026 | 180,00    | 180,00 | 0     | 0               | 1          |               |
in_13   | CLI-8  | FOR-M   | payé          | 20/11/2025 | 20/11/2025 | 18,00     | 18,00  | 0     | 0               | 2          | 19/11/2025    | récupéré
`;

const subscriptions = `
Abonnement | Client | État                | Début
sub_1      | CLI-1  | actif               | 01/06/2026
sub_2      | CLI-2  | paiement en retard  | 05/10/2026
sub_3      | CLI-3  | actif               | 10/01/2026
sub_6      | CLI-6  | résilié             | 25/09/2026
sub_7      | CLI-7  | actif               | 03/03/2026
sub_9      | CLI-9  | incomplet           | 20/11/2026
`;

const facts = `
Fait  | Nature              | Client | Date
evt_1 | visite du portail   | CLI-1  | 05/07/2026
evt_2 | visite du portail   | CLI-1  | 01/11/2026
evt_3 | visite du portail   | CLI-7  | 22/11/2025
evt_4 | visite du portail   | CLI-6  | 01/10/2026
evt_5 | visite du portail   | CLI-2  | 21/11/2025
evt_6 | échec de paiement   | CLI-3  | 01/11/2026
`;

const pointLots = `
Lot de points | Client | Gagnés le  | Expirent le | Points | Restants
LPT-1         | CLI-1  | 01/06/2026 | 01/12/2027  | 500    | 300
LPT-2         | CLI-2  | 01/05/2025 | 01/11/2026  | 200    | 200
LPT-3         | CLI-2  | 05/10/2026 | 05/04/2028  | 100    | 0
`;

export const workedRows: TestRows = {
  settings: [{ id: 'kpi.windowDays', value: raw(30) }],
  closedDays: [{ id: 'FER-1', on: '2026-11-11' }],
  products: rowsFromText('products', products),
  lots: rowsFromText('lots', lots),
  movements: rowsFromText('movements', movements),
  orders: rowsFromText('orders', orders),
  lines: rowsFromText('lines', lines),
  shipments: rowsFromText('shipments', shipments),
  tickets: rowsFromText('tickets', tickets),
  plans: rowsFromText('plans', plans),
  invoices: rowsFromText('invoices', invoices),
  subscriptions: rowsFromText('subscriptions', subscriptions),
  facts: rowsFromText('facts', facts),
  pointLots: rowsFromText('pointLots', pointLots),
};

/** The figures as a person finds them with pencil and paper: figure | detail | sum | value, to four decimals. */
export const workedFigures = [
  // Honey, 70 days from 13 September to 21 November. Stock: 36 days × 40 € + 15.5 × 24 € + 3 × 0 € + 5.5 × 25 € + 10 × 20 €
  // = 1440 + 372 + 0 + 137.5 + 200 = 2149.5 euro-days. Sold: 4 + 6 − 1 jars at 4 € = 36 €. A year: 36 × 365 ÷ 2149.5.
  // Soap has 21 days only: under 60, no measure, and it stays out of the shop's figure.
  'rotation | | 187,71 € ÷ 30,71 € | 6.113',
  'rotation | MIEL | 187,71 € ÷ 30,71 € | 6.113',
  'rotation | SAVON | pas de mesure',
  // Honey: 3 days of 30. Soap, known for 21 days: nothing to sell from the 18th on (three are set apart) = 4 days.
  'stock_out | | 7 ÷ 51 | 0.1373',
  'stock_out | MIEL | 3 ÷ 30 | 0.1',
  'stock_out | SAVON | 4 ÷ 21 | 0.1905',
  // Honey: five jars kept at 10 € before tax = 50 €, cost 5 × 4 € = 20 €. Soap: 27 € after the discount, four fifths in euros
  // = 21.60 €, before tax 18 €; its cost 15 €, four fifths = 12 €. Together 68 € − 32 € = 36 €.
  'hero_margin | | 36,00 € ÷ 68,00 € | 0.5294',
  'hero_margin | MIEL | 30,00 € ÷ 50,00 € | 0.6',
  'hero_margin | SAVON | 6,00 € ÷ 18,00 € | 0.3333',
  // Lost: a jar at 5 €, the broken one at 4 €, a soap at 3 €.
  'hero_margin_after_losses | | 24,00 € ÷ 68,00 € | 0.3529',
  'hero_margin_after_losses | MIEL | 21,00 € ÷ 50,00 € | 0.42',
  'hero_margin_after_losses | SAVON | 3,00 € ÷ 18,00 € | 0.1667',
  // 5 + 4 + 3.
  'csat | | 12 ÷ 3 | 4',
  'csat | chat | 9 ÷ 2 | 4.5',
  'csat | email | 3 ÷ 1 | 3',
  // 10, 8, 6, 9: two promoters, one detractor.
  'nps | | 1 ÷ 4 | 25',
  'nps | chat | 1 ÷ 2 | 50',
  'nps | email | 0 ÷ 2 | 0',
  // Half an hour; and 17:30–18:00, then 9:00–10:00 the next day = an hour and a half.
  'first_response_chat | | 2 ÷ 2 | 1',
  // 16:00–18:00, the 11th is closed, 9:00–11:00 = 4 h; before opening nothing passes: 9:00–11:00 = 2 h.
  'first_response_email | | 6 ÷ 2 | 3',
  'first_response | | 8 ÷ 4 | 2',
  'first_response | chat | 2 ÷ 2 | 1',
  'first_response | email | 6 ÷ 2 | 3',
  // TIC-1 and TIC-5; TIC-2 took three answers, TIC-4 was reopened.
  'first_contact | | 2 ÷ 4 | 0.5',
  'first_contact | chat | 1 ÷ 2 | 0.5',
  'first_contact | email | 1 ÷ 2 | 0.5',
  // in_04 recovered; in_08 past its grace, in_11 lost; in_09 still in grace.
  'recovery | | 1 ÷ 3 | 0.3333',
  // Paid by the month within the year: CLI-1, 2, 3, 6. CLI-1 went over; CLI-3 went over and came back.
  'yearly_conversion | | 1 ÷ 4 | 0.25',
  // CLI-1, 2, 3, 7 subscribe; CLI-1 and CLI-7 came; CLI-2's visit is older than a year, CLI-6 has left.
  'portal_adoption | | 2 ÷ 4 | 0.5',
  // B counts from Tuesday 3 (after two o'clock): Wednesday = 1. C from Wednesday 18: Friday = 2.
  'hub_delay | | 3 ÷ 2 | 1.5',
  // D: Monday 9 to Friday 13 without Wednesday = 3. E: Monday to Friday = 4.
  'dropship_delay | | 7 ÷ 2 | 3.5',
  // B, C, D, E left; C arrived damaged.
  'error_rate | | 1 ÷ 4 | 0.25',
  // B 4 €, C 5 €, D 0 €; revenue 50 € + 18 € + 20 €; the cost of E is not known.
  'fulfilment_cost | | 9,00 € ÷ 88,00 € | 0.1023',
  // 300 points, a hundred for a euro.
  'points_liability | | 300 ÷ 100 | 3',
];

export const workedShop = (rows: TestRows = {}): WorkbookState => workbookOf({ ...workedRows, ...rows });

export function kpiContext(workbook: WorkbookState, today: `${number}-${number}-${number}` = TODAY): PlanContext {
  return { workbook, clock: clockAt(today), settings: parseSettings(workbook.settings).settings, words: fr };
}
