// Produits par partenaire: one row per partner and product: at what price it is bought, how long it takes, whether the partner
// ships it to the customer. A product may have several partners; the backup is used when the first cannot deliver.
import { choice, day, flag, id, integer, money, rate, ref, text } from './definition/column.ts';
import { defineTable, type Row } from './definition/table.ts';

export const partnerProducts = defineTable('partnerProducts', {
  sheetId: 1104,
  prefix: 'OFR',
  role: 'data',
  owner: 'team',
  columns: {
    id: id(),
    partnerId: ref('partners', { required: true }),
    productId: ref('products', { required: true }),
    partnerSku: text(),
    purchasePriceCents: money(),
    commissionRate: rate(),
    leadTimeDays: integer({ min: 0 }),
    packSize: integer({ min: 1 }),
    minimumQuantity: integer({ min: 0 }),
    dropship: flag({ adoptAs: false }),
    shipDaysMin: integer({ min: 0 }),
    shipDaysMax: integer({ min: 0 }),
    rank: choice(['primary', 'backup'], { required: true, adoptAs: 'primary' }),
    inStock: flag({ adoptAs: true }),
    backOn: day(),
    active: flag({ adoptAs: true }),
    note: text(),
    check: text({ owner: 'job' }),
  },
});

export type PartnerProductsRow = Row<typeof partnerProducts>;
