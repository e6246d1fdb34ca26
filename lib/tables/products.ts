// Produits: the catalogue; the id is the SKU. The team keeps it by hand, the night adds the demand it expects and checks
// the criteria of a hero product. Stock quantities do not stand here: they are in Lots and shown live in Stock.
import { choice, day, decimal, flag, id, integer, money, rate, ref, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const products = defineTable('products', {
  sheetId: 1102,
  prefix: null,
  role: 'data',
  owner: 'team',
  columns: {
    id: id(),
    name: text({ required: true }),
    model: choice(['hero', 'dropship'], { required: true, adoptAs: 'dropship' }),
    brand: text(),
    partnerId: ref('partners'),
    category: text(),
    priceCents: money({ required: true }),
    vatRate: rate({ required: true, adoptAs: 0.2 }),
    pointsPrice: integer({ min: 0 }),
    targetStock: integer({ min: 0 }),
    reorderPolicy: choice(['lead_time', 'threshold'], { adoptAs: 'lead_time' }),
    thresholdRate: rate(),
    packSize: integer({ min: 1 }),
    picking: choice(['fifo', 'fefo'], { adoptAs: 'fifo' }),
    dateKind: choice(['ddm', 'dlc', 'no_date'], { adoptAs: 'no_date' }),
    shelfLifeDays: integer({ min: 0 }),
    minimumShelfLifeDays: integer({ min: 0 }),
    seasonalMonths: text(),
    weightGrams: integer({ min: 0 }),
    substituteId: ref('products'),
    url: text(),
    stripeProduct: text(),
    launchedOn: day({ adoptAs: 'today' }),
    active: flag({ adoptAs: true }),
    weeklyDemand: decimal({ owner: 'job', min: 0 }),
    demandMethod: choice(['simple_average', 'sba', 'tsb'], { owner: 'job' }),
    demandError: decimal({ owner: 'job' }),
    simpleError: decimal({ owner: 'job' }),
    demandBias: decimal({ owner: 'job' }),
    reorderPoint: integer({ owner: 'job', min: 0 }),
    heroCheck: text({ owner: 'job' }),
    note: text(),
    check: text({ owner: 'job' }),
  },
});

export type ProductsRow = Row<typeof products>;
