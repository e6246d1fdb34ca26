// Rows typed badly on purpose, as people do: raw cells by column name, never through the codecs. Each says the Problem it must
// give, or that it gives none. Ids are not numbers, so that counters do not jump.
import type { ProblemCode } from '#lib/kernel/problem.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import type { TableKey } from '#lib/tables/tables.ts';

export interface UglyRow {
  readonly table: TableKey;
  /** The id of the row it is typed over; a new row at the end when left out. */
  readonly over?: string;
  readonly cells: Readonly<Record<string, CellValue>>;
  /** null: odd, and still a row like another. */
  readonly problem: ProblemCode | null;
  /** The column where the Problem stands; null when there is none, or when it is the whole row's. */
  readonly column: string | null;
  readonly note: string;
}

/** Serial number of 1 November 2026. */
const A_DAY = 46_327;

const customers: readonly UglyRow[] = [
  {
    table: 'customers',
    cells: { id: 'CLI-A', name: '=IMPORTXML("http://example.com/";"//title")', email: 'formule@example.com' },
    problem: null,
    column: null,
    note: 'A name that is a formula stays text',
  },
  {
    table: 'customers',
    cells: { id: 'CLI-B', name: '<script>alert("bonjour")</script>', email: 'balise@example.com' },
    problem: null,
    column: null,
    note: 'A name that is markup stays text',
  },
  {
    table: 'customers',
    cells: { id: 'CLI-C', name: '  Léa   Martin ', postalCode: 1000, city: ' Bourg-en-Bresse' },
    problem: null,
    column: null,
    note: 'Spaces around a name; a postal code that lost its zero',
  },
  {
    table: 'customers',
    cells: { id: 'CLI-D ', name: 'Malo Tessier' },
    problem: null,
    column: null,
    note: 'A space after the id',
  },
  {
    table: 'customers',
    cells: { name: 'Typée sans identifiant', email: 'sans.identifiant@example.org' },
    problem: null,
    column: null,
    note: 'A row without id is adopted',
  },
  {
    table: 'customers',
    cells: { id: 'CLI-E', name: 'Date à l’américaine', createdOn: '11/22/2026' },
    problem: 'cellNotADay',
    column: 'createdOn',
    note: 'A date as text that can be read in two ways',
  },
  {
    table: 'customers',
    cells: { id: 'CLI-F', name: 'Date ISO collée', createdOn: '2026-11-12' },
    problem: null,
    column: null,
    note: 'A date as ISO text cannot be misread',
  },
];

const catalogue: readonly UglyRow[] = [
  {
    table: 'products',
    cells: { id: 'TEST-PRIX', name: 'Prix avec une lettre', model: 'dropship', priceCents: '12,5O', vatRate: 0.2 },
    problem: 'cellNotAnAmount',
    column: 'priceCents',
    note: 'A letter O for a zero',
  },
  {
    table: 'products',
    cells: { id: 'TEST-EURO', name: 'Prix avec le signe', model: 'dropship', priceCents: '18 €', vatRate: 0.2 },
    problem: 'cellNotAnAmount',
    column: 'priceCents',
    note: 'An amount typed with its sign, as text',
  },
  {
    table: 'products',
    cells: { id: 'TEST-COCHE', name: 'Case tapée', model: 'dropship', priceCents: 9.9, vatRate: 0.2, active: 'oui' },
    problem: 'cellNotAFlag',
    column: 'active',
    note: 'Yes in words where a box is ticked',
  },
  {
    table: 'products',
    cells: { name: 'Sans SKU', model: 'dropship', priceCents: 5, vatRate: 0.2 },
    problem: 'idMissing',
    column: 'id',
    note: 'No id, and a table that gives none',
  },
  {
    table: 'partners',
    cells: { id: 'PAR-A', name: 'Délai négatif', status: 'actif', leadTimeDays: -3 },
    problem: 'cellTooSmall',
    column: 'leadTimeDays',
    note: 'A negative delay',
  },
  {
    table: 'partners',
    cells: { id: 'PAR-B', name: 'Formule cassée', status: 'actif', leadTimeDays: '#REF!' },
    problem: 'cellIsFormulaError',
    column: 'leadTimeDays',
    note: 'What a broken formula shows',
  },
  {
    table: 'partners',
    cells: { id: 'PAR-C', name: 'État inventé', status: 'en vacances' },
    problem: 'cellNotAChoice',
    column: 'status',
    note: 'A label that is not in the list',
  },
  {
    table: 'partners',
    cells: { id: 'PAR-000008', name: 'Copie de la ligne du dessus', status: 'actif' },
    problem: 'idTwice',
    column: 'id',
    note: 'A row copied with its id',
  },
  {
    table: 'plans',
    cells: { id: 'FOR-A', name: 'Points en lettres', priceCents: 18, interval: 'mensuel', points: 'mille huit cents' },
    problem: 'cellNotANumber',
    column: 'points',
    note: 'A number in words',
  },
];

const trade: readonly UglyRow[] = [
  {
    table: 'orders',
    cells: { id: 'CMD-A', orderedAt: '22/11/2026 14 h', customerId: 'CLI-000003', status: 'brouillon' },
    problem: 'cellNotATime',
    column: 'orderedAt',
    note: 'A time as text',
  },
  {
    table: 'orders',
    cells: { id: 'CMD-B', orderedAt: A_DAY, customerId: 'CLI-999999', status: 'brouillon' },
    problem: 'refToNothing',
    column: 'customerId',
    note: 'A customer that does not exist',
  },
  {
    table: 'lines',
    cells: { id: 'LIG-A', orderId: 'CMD-000002' },
    problem: 'cellRequired',
    column: 'productId',
    note: 'A half-filled row',
  },
  {
    table: 'lines',
    cells: { id: 'LIG-B', orderId: 'CMD-000002', productId: 'ILA-MIEL-250', quantity: 2.5, status: 'à répartir' },
    problem: 'cellNotWhole',
    column: 'quantity',
    note: 'Two jars and a half',
  },
  {
    table: 'lines',
    cells: { id: 'LIG-C', orderId: 'CMD-000002', productId: 'ILA-MIEL-250', quantity: 0, status: 'à répartir' },
    problem: 'cellTooSmall',
    column: 'quantity',
    note: 'A line of nothing',
  },
  {
    table: 'lines',
    cells: { id: 'LIG-D', orderId: 'CMD-000002', productId: 'MIEL', quantity: 1, status: 'à répartir' },
    problem: 'refToNothing',
    column: 'productId',
    note: 'A product called by a name of the past',
  },
  {
    table: 'purchases',
    cells: {
      id: 'ACH-A',
      partnerId: 'PAR-000001',
      productId: 'ILA-MIEL-250',
      status: 'brouillon',
      quantity: 12,
      expectedOn: '12.11.26',
    },
    problem: 'cellNotADay',
    column: 'expectedOn',
    note: 'A date with points',
  },
  {
    table: 'movements',
    cells: {
      id: 'MVT-A',
      on: A_DAY,
      at: 'hier',
      lotId: 'LOT-000001',
      productId: 'ILA-MIEL-250',
      hubId: 'HUB-000001',
      kind: 'perte',
      quantity: 0,
      unitCostCents: 5,
    },
    problem: 'cellNotAnInstant',
    column: 'at',
    note: 'A person typed into the ledger',
  },
  {
    table: 'closedDays',
    cells: { id: ' FER-000012 ', on: A_DAY, name: 'Copie avec des espaces' },
    problem: 'idTwice',
    column: 'id',
    note: 'The same id but for spaces',
  },
  {
    table: 'closedDays',
    cells: { id: 'FER-A', on: '25 décembre', name: 'Noël' },
    problem: 'cellNotADay',
    column: 'on',
    note: 'A day in words',
  },
  {
    table: 'tickets',
    cells: { id: 'TIC-A', receivedAt: A_DAY, channel: 'pigeon', status: 'ouvert' },
    problem: 'cellNotAChoice',
    column: 'channel',
    note: 'A channel that is not in the list',
  },
  {
    table: 'tickets',
    cells: { id: 'TIC-B', receivedAt: A_DAY, channel: 'e-mail', status: 'ouvert', customerId: 'Mme Durand' },
    problem: 'refToNothing',
    column: 'customerId',
    note: 'A name where an id is wanted',
  },
];

const settings: readonly UglyRow[] = [
  {
    table: 'settings',
    over: 'billing.graceDays',
    cells: { value: 'sept' },
    problem: 'settingBad',
    column: 'value',
    note: 'A setting in words',
  },
  {
    table: 'settings',
    over: 'points.lifetimeMonths',
    cells: { value: null },
    problem: 'settingMissing',
    column: 'value',
    note: 'A setting emptied',
  },
  {
    table: 'settings',
    cells: { id: 'stock.magie', value: 42 },
    problem: 'settingUnknown',
    column: null,
    note: 'A setting that nobody reads',
  },
];

export const uglyRows: readonly UglyRow[] = [...customers, ...catalogue, ...trade, ...settings];
