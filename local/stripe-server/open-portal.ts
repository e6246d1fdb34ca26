/**
 * The customer portal: its one default configuration and its sessions. A session cannot be read again; its event is the
 * only trace it leaves.
 */
import type Stripe from 'stripe';
import { emitEvent } from './emit-event.ts';
import { nextId, type World } from './world.ts';

export interface PortalRequest {
  readonly customer: string;
  readonly configuration: string | null;
  readonly returnUrl: string | null;
  readonly locale: string | null;
}

export function openPortal(world: World, request: PortalRequest): Stripe.BillingPortal.Session {
  const id = nextId(world, 'bps');
  const session: Stripe.BillingPortal.Session = {
    id,
    object: 'billing_portal.session',
    after_expiration: null,
    configuration: request.configuration ?? defaultConfiguration(world).id,
    created: world.nowSeconds,
    customer: request.customer,
    customer_account: null,
    flow: null,
    livemode: world.settings.livemode,
    locale: request.locale,
    on_behalf_of: null,
    return_url: request.returnUrl,
    url: `https://billing.stripe.com/p/session/${world.settings.livemode ? 'live' : 'test'}_${id.slice(4)}`,
  };
  emitEvent(world, 'billing_portal.session.created', session);
  return session;
}

/** The account's default configuration, made when it is first needed. */
export function defaultConfiguration(world: World): Stripe.BillingPortal.Configuration {
  const existing = world.tables.portalConfigurations.all()[0];
  if (existing !== undefined) return existing;
  const configuration = buildConfiguration(world);
  world.tables.portalConfigurations.insert(configuration);
  return configuration;
}

function buildConfiguration(world: World): Stripe.BillingPortal.Configuration {
  const { portalLoginUrl } = world.settings;
  return {
    id: nextId(world, 'bpc'),
    object: 'billing_portal.configuration',
    active: true,
    application: null,
    business_profile: { headline: null, privacy_policy_url: null, terms_of_service_url: null },
    created: world.nowSeconds,
    default_return_url: null,
    features: {
      customer_update: { allowed_updates: ['email', 'address'], enabled: true },
      invoice_history: { enabled: true },
      payment_method_update: { enabled: true, payment_method_configuration: null },
      subscription_cancel: {
        cancellation_reason: { enabled: true, feedback_options: null, options: ['too_expensive', 'unused', 'other'] },
        enabled: true,
        mode: 'at_period_end',
        proration_behavior: 'none',
      },
      subscription_pause: { duration: { interval_options: [], type: 'indefinite' }, enabled: false },
      subscription_update: {
        billing_cycle_anchor: null,
        default_allowed_updates: ['price'],
        enabled: true,
        products: null,
        proration_behavior: 'create_prorations',
        schedule_at_period_end: { conditions: [] },
        trial_update_behavior: 'end_trial',
      },
    },
    is_default: true,
    livemode: world.settings.livemode,
    login_page: { enabled: portalLoginUrl !== null, url: portalLoginUrl },
    metadata: {},
    name: null,
    updated: world.nowSeconds,
  };
}
