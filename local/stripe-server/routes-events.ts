/**
 * Events (30 days of them) and the customer portal.
 */
import type Stripe from 'stripe';
import { type ListAnswer, listPage } from './list-page.ts';
import { defaultConfiguration, openPortal } from './open-portal.ts';
import { type OwnFilters, PAGE_PARAMS, type ParamTable } from './read-params.ts';
import { type Call, listRoute, matches, type Route, retrieveRoute } from './route.ts';
import { invalidRequest, missingParameter, noSuch } from './stripe-refusal.ts';
import type { StoredEvent } from './world.ts';

const MAX_TYPES = 20;

const eventFilters: OwnFilters<Stripe.EventListParams> = {
  created: 'range',
  delivery_success: 'unsupported',
  type: 'text',
  types: 'texts',
};
const configurationFilters: OwnFilters<Stripe.BillingPortal.ConfigurationListParams> = {
  active: 'flag',
  is_default: 'flag',
};
const sessionParams: ParamTable<Stripe.BillingPortal.SessionCreateParams> = {
  after_expiration: 'unsupported',
  configuration: 'text',
  customer: 'text',
  customer_account: 'unsupported',
  expand: 'texts',
  flow_data: 'unsupported',
  locale: 'text',
  on_behalf_of: 'unsupported',
  return_url: 'text',
};

export const eventRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/events',
    permission: 'event_read',
    params: { ...PAGE_PARAMS, ...eventFilters },
    type: 'event',
    handle: listEvents,
  },
  retrieveRoute('/v1/events', 'event', 'events', 'event'),
  listRoute<Stripe.BillingPortal.Configuration>({
    path: '/v1/billing_portal/configurations',
    permission: 'customer_portal',
    type: 'billing_portal.configuration',
    filters: configurationFilters,
    table: (world) => world.tables.portalConfigurations,
    keep: (row, { params }) => matches(params, 'active', row.active) && matches(params, 'is_default', row.is_default),
  }),
  retrieveRoute(
    '/v1/billing_portal/configurations',
    'customer_portal',
    'portalConfigurations',
    'billing_portal.configuration',
  ),
  {
    method: 'POST',
    path: '/v1/billing_portal/sessions',
    permission: 'customer_portal_write',
    params: sessionParams,
    type: 'billing_portal.session',
    handle: createSession,
  },
];

function listEvents({ params, world }: Call): ListAnswer {
  const types = params.types as readonly string[] | undefined;
  const type = params.type as string | undefined;
  if (types !== undefined && types.length > MAX_TYPES) {
    throw invalidRequest(`You may only specify up to ${MAX_TYPES} types.`, 'types');
  }
  if (types !== undefined && type !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: type, types.', 'types');
  }
  const keep = (row: StoredEvent) => hasType(row.type, type) && (types === undefined || types.includes(row.type));
  return listPage(world.tables.events, '/v1/events', params, keep, world.settings.goneEventCursor);
}

/** `invoice.*` stands for every event of that beginning. */
function hasType(type: string, wanted: string | undefined): boolean {
  if (wanted === undefined) return true;
  return wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
}

function createSession({ params, world }: Call): Stripe.BillingPortal.Session {
  const customer = params.customer as string | undefined;
  if (customer === undefined) throw missingParameter('customer');
  if (world.tables.customers.get(customer) === undefined || world.deletedCustomers.has(customer)) {
    throw noSuch('customer', customer, 'customer');
  }
  const configuration = (params.configuration as string | undefined) ?? defaultConfiguration(world).id;
  if (world.tables.portalConfigurations.get(configuration) === undefined) {
    throw noSuch('configuration', configuration, 'configuration');
  }
  return openPortal(world, {
    customer,
    configuration,
    returnUrl: (params.return_url as string | undefined) ?? null,
    locale: (params.locale as string | undefined) ?? null,
  });
}
