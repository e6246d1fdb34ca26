// Who is told that points are about to expire: once when the first term is reached, once when the last one is, by the next
// day on which points of theirs expire. Points earned monthly expire monthly: a first notice is left out when another was
// prepared less than a term ago, so nobody is written to week after week.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { addDays, type Day, daysBetween, isDay } from '#lib/kernel/day.ts';
import {
  canBeWrittenTo,
  type DueReply,
  dropOutdatedReplies,
  prepareReplies,
} from '#lib/replies/plan-prepare-replies.ts';
import type { RowOf } from '#lib/tables/tables.ts';

type Customer = RowOf<'customers'>;
type Stage = 'first' | 'last';

const TEMPLATE = 'REP-EXPIRATION';
/** In keys, so it must never change. */
const STAGE_NAMES: Readonly<Record<Stage, string>> = { first: '1', last: '2' };

/** @param actionId null in the night. */
export function planExpiryNotices(context: PlanContext, actionId: string | null = null): ChangeSet {
  const { workbook, words } = context;
  const draft = createDraft(workbook, words);
  if (!workbook.customers.usable || !workbook.repliesSent.usable) return draft.changeSet();
  prepareReplies(context, draft, TEMPLATE, findDueNotices(context), actionId);
  dropOutdatedReplies(context, draft, TEMPLATE, (reply) => isStillTrue(context, reply));
  return draft.changeSet();
}

/** Whether they were prepared already or not. */
export function findDueNotices(context: PlanContext): readonly DueReply[] {
  const lastNotice = lastNoticeByCustomer(context);
  return context.workbook.customers.rows.flatMap((customer) => {
    const stage = stageOf(context, customer);
    if (stage === null || !canBeWrittenTo(customer)) return [];
    if (stage === 'first' && isTooSoon(context, lastNotice.get(customer.id) ?? null)) return [];
    const key = [customer.id, TEMPLATE, customer.nextExpiryOn, STAGE_NAMES[stage]].join('/');
    return [{ key, customer, subscriptionId: null }];
  });
}

function stageOf({ clock, settings }: PlanContext, { nextExpiryOn, nextExpiryPoints }: Customer): Stage | null {
  if (nextExpiryOn === null || (nextExpiryPoints ?? 0) <= 0) return null;
  const days = daysBetween(clock.today, nextExpiryOn);
  if (days <= 0 || days > settings['points.noticeFirstDays']) return null;
  return days <= settings['points.noticeLastDays'] ? 'last' : 'first';
}

/** A notice that is put out of use unsent told nobody anything. */
function lastNoticeByCustomer(context: PlanContext): ReadonlyMap<string, Day> {
  const latest = new Map<string, Day>();
  for (const reply of context.workbook.repliesSent.rows) {
    const { templateId, customerId, preparedAt, status } = reply;
    if (templateId !== TEMPLATE || customerId === null || status === 'voided') continue;
    if (status === 'prepared' && !isStillTrue(context, reply)) continue;
    const on = preparedAt.slice(0, 10) as Day;
    if (on > (latest.get(customerId) ?? '')) latest.set(customerId, on);
  }
  return latest;
}

function isTooSoon({ clock, settings }: PlanContext, lastOn: Day | null): boolean {
  if (lastOn === null) return false;
  const term = Math.max(0, settings['points.noticeFirstDays'] - settings['points.noticeLastDays']);
  return clock.today <= addDays(lastOn, term);
}

/** The day its key names is to come, and points of the customer expire on it. A key that a person changed is left alone. */
function isStillTrue({ workbook, clock }: PlanContext, { key, customerId }: RowOf<'repliesSent'>): boolean {
  const day = key.split('/')[2] ?? '';
  const customer = workbook.customers.byId.get(customerId ?? '');
  if (!isDay(day) || customer === undefined) return true;
  return day > clock.today && customer.erasedOn === null && customer.nextExpiryOn === day;
}
