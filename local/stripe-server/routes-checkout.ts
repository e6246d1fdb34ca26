/**
 * Checkout sessions: list and read, with their line items. They are made by the script, never over HTTP.
 */
import type Stripe from 'stripe';
import { itemsOf } from './checkout.ts';
import { type ListAnswer, listPage } from './list-page.ts';
import { type OwnFilters, PAGE_PARAMS, type Params } from './read-params.ts';
import { type Call, found, matches, RETRIEVE_PARAMS, type Route } from './route.ts';
import { noSuch } from './stripe-refusal.ts';
import { idOf, type World } from './world.ts';

const filters: OwnFilters<Stripe.Checkout.SessionListParams> = {
  created: 'range',
  customer: 'text',
  customer_account: 'unsupported',
  customer_details: 'unsupported',
  payment_intent: 'unsupported',
  payment_link: 'unsupported',
  status: { oneOf: ['complete', 'expired', 'open'] },
  subscription: 'unsupported',
};

const path = '/v1/checkout/sessions';
const type = 'checkout.session';

export const checkoutRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    permission: 'checkout_session_read',
    params: { ...PAGE_PARAMS, ...filters },
    type,
    handle: listSessions,
  },
  {
    method: 'GET',
    path: `${path}/:id`,
    permission: 'checkout_session_read',
    params: RETRIEVE_PARAMS,
    type,
    handle: ({ world, id, params }) =>
      shown(world, found(world.tables.checkoutSessions, id), isAsked(params, 'line_items')),
  },
  {
    method: 'GET',
    path: `${path}/:id/line_items`,
    permission: 'checkout_session_read',
    params: PAGE_PARAMS,
    type: 'item',
    handle: listItems,
  },
];

function listSessions({ params, world }: Call): ListAnswer {
  const keep = (row: Stripe.Checkout.Session) =>
    matches(params, 'customer', idOf(row.customer)) && matches(params, 'status', row.status);
  const page = listPage(world.tables.checkoutSessions, path, params, keep);
  const withItems = isAsked(params, 'data.line_items');
  return { ...page, data: page.data.map((row) => shown(world, row as Stripe.Checkout.Session, withItems)) };
}

/** `line_items` is absent unless it is expanded. */
function shown(world: World, session: Stripe.Checkout.Session, withItems: boolean): Stripe.Checkout.Session {
  return withItems ? { ...session, line_items: itemsOf(world, session.id) } : session;
}

function isAsked({ expand }: Params, property: string): boolean {
  const paths = (expand ?? []) as readonly string[];
  return paths.some((wanted) => wanted === property || wanted.startsWith(`${property}.`));
}

const DEFAULT_LIMIT = 10;

/** In the order of the session, first to last. */
function listItems({ params, world, id }: Call): ListAnswer {
  found(world.tables.checkoutSessions, id);
  const items = world.checkoutItems.get(id) ?? [];
  const cursor = (params.starting_after ?? params.ending_before) as string | undefined;
  const place = cursor === undefined ? -1 : items.findIndex((item) => item.id === cursor);
  if (cursor !== undefined && place === -1) throw noSuch('item', cursor, 'starting_after');
  const limit = (params.limit as number | undefined) ?? DEFAULT_LIMIT;
  const isBackwards = params.ending_before !== undefined;
  const start = isBackwards ? Math.max(0, place - limit) : place + 1;
  const end = isBackwards ? place : start + limit;
  const hasMore = isBackwards ? start > 0 : end < items.length;
  return { object: 'list', data: items.slice(start, end), has_more: hasMore, url: `${path}/${id}/line_items` };
}
