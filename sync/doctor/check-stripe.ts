// What `ops doctor` checks of Stripe: the key, each right the job needs, the clock, the retries promised to customers. Each
// right is probed by the smallest call that needs it; the one that writes names a subscription that cannot exist.
import Stripe from 'stripe';
import type { Clock } from '#lib/kernel/clock.ts';
import { daysBetween, instantFromMs } from '#lib/kernel/day.ts';
import type { StripeClient } from '#sync/stripe/create-stripe-client.ts';
import { isMissing, missingPermission, stripeFailure } from '#sync/stripe/stripe-failure.ts';
import type { Check } from './check.ts';
import { doctorWords } from './doctor-words.ts';

interface Probe {
  readonly what: keyof typeof doctorWords.permission.names;
  /** As docs.stripe.com/keys/permissions-reference calls it. */
  readonly permission: string;
  readonly call: (api: Stripe) => Promise<unknown>;
}

const PROBE_ID = 'sub_opsdoctorprobe';

const probes: readonly Probe[] = [
  { what: 'customers', permission: 'customer_read', call: (api) => api.customers.list({ limit: 1 }) },
  { what: 'subscriptions', permission: 'subscription_read', call: (api) => api.subscriptions.list({ limit: 1 }) },
  {
    what: 'invoices',
    permission: 'invoice_read',
    call: (api) => api.invoices.list({ limit: 1, expand: ['data.payments'] }),
  },
  { what: 'refunds', permission: 'charge_read', call: (api) => api.refunds.list({ limit: 1 }) },
  { what: 'creditNotes', permission: 'credit_note_read', call: (api) => api.creditNotes.list({ limit: 1 }) },
  { what: 'disputes', permission: 'dispute_read', call: (api) => api.disputes.list({ limit: 1 }) },
  {
    what: 'checkout',
    permission: 'checkout_session_read',
    call: (api) => api.checkout.sessions.list({ limit: 1 }),
  },
  { what: 'events', permission: 'event_read', call: (api) => api.events.list({ limit: 1 }) },
  {
    // Without it, Stripe leaves the visits of the portal out of the events.
    what: 'portal',
    permission: 'customer_portal_read',
    call: (api) => api.billingPortal.configurations.list({ limit: 1 }),
  },
  {
    what: 'changes',
    permission: 'subscription_write',
    call: (api) => api.subscriptions.update(PROBE_ID, { metadata: { ops: 'doctor' } }),
  },
];

export interface StripeCheckOptions {
  readonly clock: Clock;
  /** What Réglages promises, in days; null when the workbook could not be read. */
  readonly retryDays: number | null;
  /** Milliseconds since 1970 by this machine; null in the local world, which has its own time. */
  readonly machineTimeMs: (() => number) | null;
  readonly isRestrictedKey: boolean;
}

export async function checkStripe(client: StripeClient, options: StripeCheckOptions): Promise<readonly Check[]> {
  const { stripeKey, permission } = doctorWords;
  const checks: Check[] = [];
  for (const probe of probes) {
    const error = await errorOf(() => probe.call(client.api));
    if (
      error instanceof Stripe.errors.StripeAuthenticationError ||
      error instanceof Stripe.errors.StripeConnectionError
    ) {
      return [failed(stripeKey.label, stripeKey.refused, textOf(error))];
    }
    const label = permission.label({ what: permission.names[probe.what] });
    const missing = missingPermission(error);
    if (missing !== null) {
      const cure = permission.cure({ permission: /_/.test(missing) ? missing : probe.permission });
      const isNeeded = probe.what !== 'changes';
      const state = isNeeded ? 'failed' : 'warning';
      const text = isNeeded ? cure : `${permission.requestsOnly} ${cure}`;
      checks.push({ group: 'stripe', label, state, found: permission.missing, cure: text });
    } else if (error !== null && !isMissing(error)) checks.push(failed(label, permission.missing, textOf(error)));
    else checks.push(good(label, permission.good({ permission: probe.permission })));
  }
  return [checkKey(client, options), checkClock(client, options), ...checks, await checkDunning(client, options)];
}

function checkKey({ mode }: StripeClient, { isRestrictedKey }: StripeCheckOptions): Check {
  const { label, modes, forms, fullCure } = doctorWords.stripeKey;
  const found = `${modes[mode]}, ${isRestrictedKey ? forms.restricted : forms.full}`;
  return {
    group: 'stripe',
    label,
    state: isRestrictedKey ? 'ok' : 'warning',
    found,
    cure: isRestrictedKey ? null : fullCure,
  };
}

const LONGEST_SKEW_SECONDS = 60;

function checkClock({ traffic }: StripeClient, { machineTimeMs }: StripeCheckOptions): Check {
  const { label, found, cure, local } = doctorWords.clock;
  if (machineTimeMs === null || traffic.stripeTimeMs === null) {
    return { group: 'stripe', label, state: 'skipped', found: local, cure: null };
  }
  const seconds = Math.round(Math.abs(machineTimeMs() - traffic.stripeTimeMs) / 1000);
  const text = found({ seconds: String(seconds) });
  return seconds > LONGEST_SKEW_SECONDS ? failed(label, text, cure) : good(label, text);
}

/** Stripe does not tell its retry settings: a first failure and the next attempt of open invoices do. */
async function checkDunning(client: StripeClient, { clock, retryDays }: StripeCheckOptions): Promise<Check> {
  const { label, good: asPromised, noFailure, drift, cure } = doctorWords.dunning;
  const skipped: Check = { group: 'stripe', label, state: 'skipped', found: noFailure, cure: null };
  if (retryDays === null) return skipped;
  const dayOf = (seconds: number) => clock.dayOf(instantFromMs(seconds * 1000));
  let open: readonly Stripe.Invoice[];
  try {
    ({ data: open } = await client.api.invoices.list({ status: 'open', limit: 100 }));
  } catch {
    return skipped; // The missing right is a check of its own.
  }
  const gaps = open.flatMap((invoice) => {
    const failedAt = invoice.status_transitions.finalized_at;
    const isFirstFailure = invoice.attempt_count === 1 && failedAt !== null && invoice.next_payment_attempt !== null;
    return isFirstFailure ? [daysBetween(dayOf(failedAt), dayOf(invoice.next_payment_attempt ?? failedAt))] : [];
  });
  // A draft is finalized about an hour before its first attempt, which may fall on the next day.
  const drifting = gaps.filter((days) => Math.abs(days - retryDays) > 1);
  const promised = String(retryDays);
  if (gaps.length === 0) return skipped;
  if (drifting.length === 0) return good(label, asPromised({ days: promised }));
  const found = drift({ found: [...new Set(drifting)].join(', '), promised, count: String(drifting.length) });
  return { group: 'stripe', label, state: 'warning', found, cure: cure({ promised }) };
}

async function errorOf(act: () => Promise<unknown>): Promise<unknown> {
  try {
    await act();
    return null;
  } catch (error) {
    return error;
  }
}

function textOf(error: unknown): string {
  const failure = stripeFailure(error);
  return failure instanceof Error ? failure.message : String(failure);
}

function good(label: string, found: string): Check {
  return { group: 'stripe', label, state: 'ok', found, cure: null };
}

function failed(label: string, found: string, cure: string): Check {
  return { group: 'stripe', label, state: 'failed', found, cure };
}
