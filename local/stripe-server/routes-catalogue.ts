/**
 * The account, products and prices: read only.
 */
import type Stripe from 'stripe';
import type { OwnFilters } from './read-params.ts';
import { listRoute, matches, RETRIEVE_PARAMS, type Route, retrieveRoute } from './route.ts';
import { idOf, type World } from './world.ts';

const productFilters: OwnFilters<Stripe.ProductListParams> = {
  active: 'flag',
  created: 'range',
  ids: 'texts',
  shippable: 'unsupported',
  type: 'unsupported',
  url: 'unsupported',
};
const priceFilters: OwnFilters<Stripe.PriceListParams> = {
  active: 'flag',
  created: 'range',
  currency: 'text',
  lookup_keys: 'unsupported',
  product: 'text',
  recurring: 'unsupported',
  type: { oneOf: ['one_time', 'recurring'] },
};

export const catalogueRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/account',
    permission: 'account_read',
    params: RETRIEVE_PARAMS,
    type: 'account',
    handle: ({ world }) => buildAccount(world),
  },
  listRoute<Stripe.Product>({
    path: '/v1/products',
    permission: 'product',
    type: 'product',
    filters: productFilters,
    table: (world) => world.tables.products,
    keep: (row, { params }) => {
      const ids = params.ids as readonly string[] | undefined;
      return matches(params, 'active', row.active) && (ids === undefined || ids.includes(row.id));
    },
  }),
  retrieveRoute('/v1/products', 'product', 'products', 'product'),
  listRoute<Stripe.Price>({
    path: '/v1/prices',
    permission: 'plan',
    type: 'price',
    filters: priceFilters,
    table: (world) => world.tables.prices,
    keep: (row, { params }) =>
      matches(params, 'active', row.active) &&
      matches(params, 'currency', row.currency) &&
      matches(params, 'product', idOf(row.product)) &&
      matches(params, 'type', row.type),
  }),
  retrieveRoute('/v1/prices', 'plan', 'prices', 'price'),
];

function buildAccount(world: World): Stripe.Account {
  const { settings } = world;
  return {
    id: settings.accountId,
    object: 'account',
    business_profile: null,
    business_type: 'company',
    capabilities: { card_payments: 'active', transfers: 'active' },
    charges_enabled: true,
    controller: { type: 'account' },
    country: settings.country,
    created: 0,
    default_currency: settings.currency,
    details_submitted: true,
    email: null,
    metadata: {},
    payouts_enabled: true,
    settings: null,
    type: 'standard',
  };
}
