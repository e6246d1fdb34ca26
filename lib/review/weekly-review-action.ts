// The week's review on demand: its rows brought up to date, a page to print, an e-mail for the team.
import { type ActionPlan, defineAction, type Effect } from '#lib/actions/action.ts';
import { plannedAction, refusedPlan } from '#lib/actions/action-plan.ts';
import { flagField } from '#lib/actions/field.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { unitsWithin } from './near-lots.ts';
import { draftReview } from './plan-weekly-review.ts';
import { reviewPage } from './review-page.ts';
import { type ReviewedProduct, reviewSources, reviewWeek, type WeeklyReview } from './weekly-review.ts';

export interface WeeklyReviewInput {
  readonly mailDraft: boolean;
}

export const weeklyReviewAction = defineAction({
  id: 'weekly-review',
  menu: 'figures',
  startsFrom: ['weeklyReview'],
  reads: ['weeklyReview', 'hubs', ...reviewSources],
  appends: [],
  fields: { mailDraft: flagField() },
  prepare: ({ settings }) => ({ initial: { mailDraft: settings['shop.email'] !== '' } }),
  plan: planReview,
});

export function planReview(context: PlanContext, { mailDraft }: WeeklyReviewInput): ActionPlan {
  const { workbook, words, settings } = context;
  const broken = [workbook.weeklyReview, ...reviewSources.map((key) => workbook[key])].filter(({ usable }) => !usable);
  const review = broken.length > 0 ? null : reviewWeek(context);
  if (review === null) return refusedPlan(...broken.map(({ title }) => problem('stockTabUnusable', { tab: title })));
  if (review.products.length === 0) return refusedPlan(problem('reviewNoHero', {}));
  const draft = createDraft(workbook, words);
  draftReview(context, draft, review);
  const hasAddress = settings['shop.email'] !== '';
  const warnings: Problem[] = mailDraft && !hasAddress ? [problem('reviewNoEmail', {})] : [];
  const effects = effectsOf(context, review, mailDraft && hasAddress);
  return plannedAction(draft, { summary: summaryOf(context, review), warnings, effects });
}

function summaryOf({ words, settings }: PlanContext, { weekOn, products, totalValueCents }: WeeklyReview): string {
  return words.review.summary({
    weekOn,
    products: products.length,
    toOrder: products.filter(({ suggestedUnits }) => suggestedUnits !== null).length,
    nearUnits: products.reduce((sum, { near }) => sum + unitsWithin(near, settings['stock.nearDays']), 0),
    valueCents: totalValueCents,
  });
}

function effectsOf(context: PlanContext, review: WeeklyReview, isMailed: boolean): Effect[] {
  const { words, settings } = context;
  const html = reviewPage(context, review);
  const text = words.review.mail({
    ...review.period,
    valueCents: review.totalValueCents,
    products: review.products.map((reviewed) => productText(context, reviewed)),
    signature: settings['shop.signature'],
  });
  const subject = words.review.subject({ weekOn: review.weekOn, shop: settings['shop.name'] });
  const mail = {
    kind: 'mail-draft',
    to: settings['shop.email'],
    subject,
    text,
    html,
    replyId: null,
    send: false,
  } as const;
  return [
    { kind: 'print', title: words.review.title(review.weekOn), html },
    ...(isMailed ? [mail] : []),
    { kind: 'copy', label: words.review.copyLabel, text },
  ];
}

function productText({ words, workbook }: PlanContext, reviewed: ReviewedProduct) {
  const { product, stock, near, soldUnits, stockOutDays, suggestedUnits, suggestion } = reviewed;
  const state = stock.state ?? 'enough';
  return {
    name: product.name,
    state,
    stateLabel: words.choiceLabel(state),
    available: stock.available ?? 0,
    coverWeeks: stock.coverWeeks,
    soldUnits,
    stockOutDays,
    near: near.map(({ lot, lastGoodOn, daysLeft }) => ({
      lot: lot.id,
      hub: workbook.hubs.byId.get(lot.hubId)?.name ?? lot.hubId,
      units: lot.onHand,
      lastGoodOn,
      daysLeft,
    })),
    suggestedUnits,
    suggestion,
  };
}
