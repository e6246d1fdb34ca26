// The forms of a subscription's changes: asked for and queued, or withdrawn while they still wait. The Stripe key lives with
// the night, so nothing is done here but the row of Demandes.
import { type ActionMeta, type ActionPlan, defineAction, type Selection } from '#lib/actions/action.ts';
import { plannedAction, refusedPlan } from '#lib/actions/action-plan.ts';
import { choiceField, type FieldOption, rowField } from '#lib/actions/field.ts';
import type { RawInput } from '#lib/actions/screen.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { nameOf, selectedCustomerId } from '#lib/customers/chosen-customer.ts';
import { by } from '#lib/kernel/compare.ts';
import { messageOf, problem } from '#lib/kernel/problem.ts';
import type { RequestsRow } from '#lib/tables/requests.ts';
import type { SubscriptionsRow } from '#lib/tables/subscriptions.ts';
import { foreseeRequest, type RequestKind } from './foresee-request.ts';
import { isEnded } from './subscription-state.ts';

const KINDS: readonly RequestKind[] = ['pause', 'resume', 'to_yearly', 'to_monthly', 'cancel'];

export const requestChangeAction = defineAction({
  id: 'request-change',
  menu: 'subscriptions',
  startsFrom: ['subscriptions', 'customers', 'invoices', 'tickets'],
  reads: ['customers', 'subscriptions', 'plans', 'requests'],
  appends: [],
  fields: {
    subscriptionId: rowField('subscriptions', { required: true, refreshes: true }),
    kind: choiceField<RequestKind, { readonly required: true; readonly refreshes: true }>({
      required: true,
      refreshes: true,
    }),
  },
  prepare: (context, selection, filled) => {
    const { workbook, words } = context;
    const id = chosenSubscriptionId(context, selection, filled);
    const subscription = workbook.subscriptions.byId.get(id ?? '');
    const kind = KINDS.find((known) => known === filled?.kind);
    return {
      initial: filled === null && id !== null ? { subscriptionId: id } : {},
      options: {
        subscriptionId: subscriptionOptions(context),
        kind: KINDS.map((value) => ({ value, label: words.choiceLabel(value) })),
      },
      hints:
        subscription === undefined ? [] : [describe(context, subscription), ...foresee(context, subscription, kind)],
    };
  },
  plan: planRequestChange,
});

interface RequestChangeInput {
  readonly subscriptionId: string;
  readonly kind: RequestKind;
}

function planRequestChange(context: PlanContext, input: RequestChangeInput, { actionId, who }: ActionMeta): ActionPlan {
  const { workbook, words, clock } = context;
  const { subscriptionId, kind } = input;
  const subscription = workbook.subscriptions.byId.get(subscriptionId);
  if (subscription === undefined)
    return refusedPlan(problem('stockRowUnknown', { id: subscriptionId, tab: workbook.subscriptions.title }));
  const foreseen = foreseeRequest(context, subscription, kind);
  if (foreseen.kind === 'refused') return refusedPlan(foreseen.refusal);
  const draft = createDraft(workbook, words);
  draft.append(workbook.requests, {
    ...{ id: draft.nextId(workbook.requests), customerId: subscription.customerId, subscriptionId, kind },
    ...{ requestedOn: clock.today, requestedBy: who, status: 'queued', actionId },
  });
  return plannedAction(draft, { summary: foreseen.sentences.join(' '), warnings: foreseen.warnings });
}

export const withdrawRequestAction = defineAction({
  id: 'withdraw-request',
  menu: 'subscriptions',
  startsFrom: ['requests', 'subscriptions'],
  reads: ['customers', 'subscriptions', 'plans', 'requests'],
  appends: [],
  fields: { requestId: rowField('requests', { required: true }) },
  prepare: (context, selection) => {
    const queued = context.workbook.requests.rows.filter(({ status }) => status === 'queued');
    const own = queued.find((row) => row.id === selection?.id || row.subscriptionId === selection?.id);
    return {
      initial: own === undefined ? {} : { requestId: own.id },
      options: { requestId: queued.map((row) => ({ value: row.id, label: requestLabel(context, row) })) },
    };
  },
  plan: (context, { requestId }, { who }) => {
    const { workbook, words } = context;
    const request = workbook.requests.byId.get(requestId);
    if (request === undefined)
      return refusedPlan(problem('stockRowUnknown', { id: requestId, tab: workbook.requests.title }));
    if (request.status !== 'queued') {
      const params = { request: requestId, status: words.choiceLabel(request.status) };
      return refusedPlan(problem('requestNotQueued', params));
    }
    const draft = createDraft(workbook, words);
    const result = words.customers.withdrawnBy(who);
    draft.update(workbook.requests, request, { status: 'withdrawn', result, effectiveOn: null });
    const params = { request: requestId, kind: words.choiceLabel(request.kind), subscription: request.subscriptionId };
    return plannedAction(draft, { summary: words.customers.withdrawn(params) });
  },
});

/** Stripe's ids are not all capitals: they are taken as typed. */
function chosenSubscriptionId(context: PlanContext, selection: Selection | null, filled: RawInput | null) {
  if (filled !== null) return typeof filled.subscriptionId === 'string' ? filled.subscriptionId.trim() : null;
  if (selection === null) return null;
  if (selection.table === 'subscriptions') return selection.id;
  const { subscriptions, invoices, tickets } = context.workbook;
  const named = invoices.byId.get(selection.id)?.subscriptionId ?? tickets.byId.get(selection.id)?.subscriptionId;
  if (named !== undefined && named !== null) return named;
  const customerId = selectedCustomerId(context, selection);
  const own = subscriptions.rows.filter((row) => row.customerId === customerId && !isEnded(row.status));
  return own.length === 1 ? (own[0]?.id ?? null) : null;
}

const OFFERED = 1000;
const newestFirst = by<SubscriptionsRow>((row) => row.startedOn);

function subscriptionOptions(context: PlanContext): FieldOption[] {
  return context.workbook.subscriptions.rows
    .filter(({ status }) => !isEnded(status))
    .sort(newestFirst)
    .reverse()
    .slice(0, OFFERED)
    .map((row) => ({ value: row.id, label: subscriptionLabel(context, row) }));
}

function subscriptionLabel({ workbook, words }: PlanContext, { id, customerId, planId, status }: SubscriptionsRow) {
  const customer = workbook.customers.byId.get(customerId);
  const name = customer === undefined ? customerId : nameOf(customer);
  const plan = workbook.plans.byId.get(planId ?? '')?.name ?? words.choiceLabel('unknown');
  return words.customers.subscriptionOption({ name, plan, status: words.choiceLabel(status), id });
}

function requestLabel(context: PlanContext, { id, kind, customerId, subscriptionId }: RequestsRow): string {
  const { workbook, words } = context;
  const ownerId = customerId ?? workbook.subscriptions.byId.get(subscriptionId)?.customerId ?? '';
  const customer = workbook.customers.byId.get(ownerId);
  const name = customer === undefined ? subscriptionId : nameOf(customer);
  return words.customers.requestOption({ id, kind: words.choiceLabel(kind), name });
}

/** The subscription as the mirror has it. */
function describe(context: PlanContext, subscription: SubscriptionsRow): string {
  const { words } = context;
  const { priceCents, interval, periodEndOn } = subscription;
  const price =
    priceCents === null ? '' : `${words.formatEuros(priceCents)} (${words.choiceLabel(interval ?? 'unknown')})`;
  const day = periodEndOn === null ? words.customers.foreseen.noDay : words.formatDay(periodEndOn);
  return words.customers.subscriptionState({ label: subscriptionLabel(context, subscription), price, day });
}

function foresee(context: PlanContext, subscription: SubscriptionsRow, kind: RequestKind | undefined): string[] {
  if (kind === undefined) return [];
  const foreseen = foreseeRequest(context, subscription, kind);
  return foreseen.kind === 'refused' ? [messageOf(foreseen.refusal, context.words)] : [...foreseen.sentences];
}
