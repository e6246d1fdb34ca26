// Produits, Produits par partenaire, Hubs and Transporteurs of the demo shop, from the catalogue.
import type { DemoRow } from '#demo/demo-rows.ts';
import { checkoutProductId } from '#demo/stripe/checkout-sessions.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { formatId } from '#lib/kernel/ids.ts';
import { defaultSettings } from '#lib/tables/default-settings.ts';
import type { CatalogueProduct } from './catalogue-product.ts';
import { BACKUP_APIARY, makerOf } from './partners.ts';
import { catalogue, HONEY, heroes, heroOf, priceBeforeTaxCents, SOAP } from './products.ts';

export const MAIN_HUB = 'HUB-000001';
export const SECOND_HUB = 'HUB-000002';

const YEARS_KNOWN_DAYS = 700;

export function productRows(today: Day, scale: number): readonly DemoRow<'products'>[] {
  const launched = addDays(today, -YEARS_KNOWN_DAYS);
  return catalogue.map((product, index) => ({
    id: product.sku,
    name: product.name,
    model: heroOf(product.sku) === undefined ? ('dropship' as const) : ('hero' as const),
    brand: makerOf(product.partnerId).name,
    partnerId: product.partnerId,
    category: product.category,
    priceCents: product.priceCents,
    vatRate: product.vatRate,
    pointsPrice: Math.round((product.priceCents * defaultSettings['points.perEuro']) / 100),
    ...heroCells(product, scale),
    ...(product.months === undefined ? {} : { seasonalMonths: product.months.join(', ') }),
    weightGrams: product.grams,
    stripeProduct: checkoutProductId(product.sku),
    launchedOn: addDays(launched, index * 11),
    active: true,
  }));
}

function heroCells(product: CatalogueProduct, scale: number): Partial<DemoRow<'products'>> {
  const hero = heroOf(product.sku);
  if (hero === undefined) return { dateKind: 'no_date', picking: 'fifo' };
  return {
    targetStock: hero.targetStock * scale,
    reorderPolicy: hero.sku === SOAP ? 'threshold' : 'lead_time',
    thresholdRate: defaultSettings['stock.threshold'],
    packSize: hero.pack,
    picking: 'fifo',
    dateKind: hero.dateKind,
    shelfLifeDays: hero.shelfLifeDays,
    minimumShelfLifeDays: defaultSettings['stock.minimumShelfLifeDays'],
    substituteId: hero.substitute,
  };
}

/** One row per product and partner; the honey has a second partner, dearer, that helps out. */
export function partnerProductRows(): readonly DemoRow<'partnerProducts'>[] {
  const offers: Omit<DemoRow<'partnerProducts'>, 'id'>[] = catalogue.map((product) => offerOf(product));
  const honey = heroes.find((hero) => hero.sku === HONEY);
  if (honey !== undefined) {
    offers.push({
      ...offerOf(honey),
      partnerId: BACKUP_APIARY,
      partnerSku: 'TC-MIEL-250',
      purchasePriceCents: honey.costCents + 95,
      leadTimeDays: 5,
      rank: 'backup',
      dropship: true,
    });
  }
  return offers.map((offer, index) => ({ ...offer, id: formatId('OFR', index + 1) }));
}

function offerOf(product: CatalogueProduct): Omit<DemoRow<'partnerProducts'>, 'id'> {
  const hero = heroOf(product.sku);
  const { commission, lead, shipDays } = makerOf(product.partnerId);
  const dropshipCents = Math.round(priceBeforeTaxCents(product) * (1 - commission));
  return {
    partnerId: product.partnerId,
    productId: product.sku,
    partnerSku: product.sku.split('-').slice(1).join('-'),
    purchasePriceCents: hero === undefined ? dropshipCents : hero.costCents,
    commissionRate: commission,
    leadTimeDays: lead,
    ...(hero === undefined ? {} : { packSize: hero.pack, minimumQuantity: hero.pack }),
    // The partner of the soaps does not ship single boxes: without stock, the order waits.
    dropship: product.sku !== SOAP,
    shipDaysMin: shipDays[0],
    shipDaysMax: shipDays[1],
    rank: 'primary',
    inStock: true,
    active: true,
  };
}

export function hubRows(): readonly DemoRow<'hubs'>[] {
  const hub = { country: 'FR', shipDays: 1, cutOffHour: defaultSettings['orders.cutOffHour'], active: true } as const;
  return [
    {
      ...hub,
      id: MAIN_HUB,
      name: 'Atelier de Lyon',
      address: '12 rue des Tanneurs',
      postalCode: '69007',
      city: 'Lyon',
      priority: 1,
      parcelCostCents: 390,
      carrierId: 'Colissimo',
    },
    {
      ...hub,
      id: SECOND_HUB,
      name: 'Relais de Nantes',
      address: '3 quai des Jardins',
      postalCode: '44000',
      city: 'Nantes',
      priority: 2,
      parcelCostCents: 420,
      carrierId: 'Mondial Relay',
    },
  ];
}

/** The carrier of a hub or a partner. */
export function carrierOf(origin: string): string {
  return hubRows().find((hub) => hub.id === origin)?.carrierId ?? makerOf(origin).carrier;
}
