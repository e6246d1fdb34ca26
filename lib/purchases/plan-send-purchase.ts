// A purchase is sent: its draft and the drafts of the same bundle become « sent », with the day they are expected, and the
// message to the partner is made ready. Sending nothing by itself, it needs nobody's right.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import { plannedAction, refusedPlan } from '#lib/actions/action-plan.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { laterDay } from '#lib/kernel/working-days.ts';
import { firstHub } from '#lib/stock/first-hub.ts';
import { workingDaysOfPartner } from '#lib/stock/reorder/purchase-offers.ts';
import type { PartnersRow } from '#lib/tables/partners.ts';
import type { PurchasesRow } from '#lib/tables/purchases.ts';
import { type OpenPurchase, openPurchase } from './open-purchase.ts';
import { messageEffects, messageFacts, totalCentsOf } from './purchase-message.ts';

export interface SendPurchaseInput {
  readonly purchaseId: string;
  /** null: after the partner's lead time. */
  readonly expectedOn: Day | null;
  readonly mailDraft: boolean;
}

export function planSendPurchase(context: PlanContext, input: SendPurchaseInput, meta: ActionMeta): ActionPlan {
  const { workbook, clock, words } = context;
  const found = openPurchase(context, input.purchaseId, ['draft']);
  if ('refusals' in found) return refusedPlan(...found.refusals);
  const checked = checkPartner(context, found, input);
  if ('refusals' in checked) return refusedPlan(...checked.refusals);
  const { partner } = checked;
  const draft = createDraft(workbook, words);
  const bundle = found.purchase.bundle ?? found.purchase.id;
  const expected = found.bundle.map((row) => input.expectedOn ?? usualDay(context, row, partner));
  const hubId = firstHub(workbook);
  found.bundle.forEach((row, index) => {
    draft.update(workbook.purchases, row, {
      status: 'sent',
      bundle,
      hubId: row.hubId ?? hubId,
      sentOn: clock.today,
      expectedOn: expected[index] ?? null,
      actionId: meta.actionId,
    });
  });
  const expectedOn = expected.reduce(laterDay);
  const facts = { purchases: found.bundle.map(({ id }) => id), partner: partner.name };
  return plannedAction(draft, {
    summary: words.purchases.sent({ ...facts, expectedOn: words.formatDay(expectedOn) }),
    warnings: warningsOf(context, found.bundle, partner, input),
    effects: messageEffects(context, {
      ...messageOf(context, found.bundle, partner, bundle, expectedOn),
      mailDraft: input.mailDraft,
      partner,
    }),
  });
}

function checkPartner(
  { workbook, clock, words }: PlanContext,
  { purchase, partner }: OpenPurchase,
  { expectedOn }: SendPurchaseInput,
): { readonly partner: PartnersRow } | { readonly refusals: readonly Problem[] } {
  if (partner === undefined) {
    return { refusals: [problem('stockRowUnknown', { id: purchase.partnerId, tab: workbook.partners.title })] };
  }
  const refusals: Problem[] = [];
  if (partner.status !== 'active') {
    const status = words.choiceLabel(partner.status);
    refusals.push(problem('purchasePartnerInactive', { partner: partner.name, status }));
  }
  if (expectedOn !== null && expectedOn < clock.today) {
    refusals.push(problem('purchaseDayPast', { on: words.formatDay(expectedOn) }));
  }
  return refusals.length > 0 ? { refusals } : { partner };
}

/** The day that the partner's lead time leads to, from today. */
function usualDay({ workbook, clock, settings }: PlanContext, { productId }: PurchasesRow, partner: PartnersRow): Day {
  const offer = workbook.partnerProducts.rows.find(
    (row) => row.productId === productId && row.partnerId === partner.id,
  );
  const leadTime = offer?.leadTimeDays ?? partner.leadTimeDays ?? settings['stock.leadTimeDays'];
  return workingDaysOfPartner(workbook.closedDays.rows, partner).add(clock.today, leadTime);
}

function messageOf(
  context: PlanContext,
  rows: readonly PurchasesRow[],
  partner: PartnersRow,
  bundle: string,
  expectedOn: Day,
): { readonly subject: string; readonly text: string } {
  const { words, settings, workbook, clock } = context;
  const urgent = rows.some((row) => row.urgent === true);
  const days = workingDaysOfPartner(workbook.closedDays.rows, undefined);
  const urgentBy = days.openFrom(addDays(clock.today, Math.ceil(settings['stock.urgentHours'] / 24)));
  const total = totalCentsOf(rows);
  const facts = messageFacts(
    context,
    partner,
    rows.map((purchase) => ({ purchase, quantity: purchase.quantity })),
  );
  return {
    subject: words.purchases.orderSubject({ shop: facts.shop, bundle, urgent }),
    text: words.purchases.orderMessage({
      ...facts,
      total: total === null ? null : words.formatEuros(total),
      urgent,
      wantedOn: words.formatDay(urgent ? urgentBy : expectedOn),
      address: addressOf(context, rows[0]?.hubId ?? firstHub(workbook)),
    }),
  };
}

function addressOf({ workbook }: PlanContext, hubId: string | null): string | null {
  const hub = workbook.hubs.byId.get(hubId ?? '');
  if (hub === undefined) return null;
  const town = [hub.postalCode, hub.city].filter((part) => part !== null).join(' ');
  return [hub.name, hub.address, town].filter((part) => part !== null && part !== '').join(', ');
}

function warningsOf(
  { workbook, words }: PlanContext,
  rows: readonly PurchasesRow[],
  partner: PartnersRow,
  { mailDraft }: SendPurchaseInput,
): Problem[] {
  const warnings: Problem[] = [];
  for (const { productId, unitCostCents } of rows) {
    const product = workbook.products.byId.get(productId)?.name ?? productId;
    if (unitCostCents === null) warnings.push(problem('purchaseNoPrice', { product, partner: partner.name }));
  }
  const total = totalCentsOf(rows);
  const minimum = partner.minimumOrderCents ?? 0;
  if (total !== null && total < minimum) {
    const amounts = { total: words.formatEuros(total), minimum: words.formatEuros(minimum) };
    warnings.push(problem('purchaseBelowMinimum', { partner: partner.name, ...amounts }));
  }
  if (mailDraft && partner.email === null) warnings.push(problem('purchaseNoEmail', { partner: partner.name }));
  return warnings;
}
