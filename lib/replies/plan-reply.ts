// A reply from a template, as the person left it: kept in Envois and handed over, to copy, as a Gmail draft, or at once. What
// it brings (points, the ticket's answer) comes when it is sent, here or later; a text with a mark in it goes nowhere.
import type { ActionMeta, ActionPlan } from '#lib/actions/action.ts';
import { plannedAction, refusedPlan } from '#lib/actions/action-plan.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { WallTime } from '#lib/kernel/day.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import { findToneHints } from './find-tone-hints.ts';
import { copyOf, mailDraftOf } from './hand-over.ts';
import { type ChosenReply, chooseTemplate, openReplyDesk, type ReplyDesk } from './reply-desk.ts';
import { type AfterAnswer, sendReply } from './send-reply.ts';

export type Handover = 'copy' | 'draft' | 'send';

export interface ReplyInput {
  readonly about: string;
  readonly templateId: string;
  readonly textFor: string | null;
  readonly channel: RowOf<'repliesSent'>['channel'];
  readonly recipient: string | null;
  readonly subject: string | null;
  readonly body: string;
  readonly handover: Handover;
  readonly isSentNow: boolean;
  /** What it means for the ticket, when it is sent now; null without a ticket. */
  readonly after: AfterAnswer | null;
}

export function planReply(context: PlanContext, input: ReplyInput, meta: ActionMeta): ActionPlan {
  const { workbook, clock, words } = context;
  const { repliesSent } = workbook;
  if (!repliesSent.usable) return refusedPlan(problem('replyTabUnusable', { tab: repliesSent.title }));
  const desk = openReplyDesk(context, input.about);
  const template = workbook.replyTemplates.byId.get(input.templateId);
  if (template === undefined) {
    const { title } = workbook.replyTemplates;
    return refusedPlan(problem('replyRowUnknown', { id: input.templateId, tab: title }));
  }
  const unreachable = refusalsOfTarget(desk);
  if (unreachable.length > 0) return refusedPlan(...unreachable);
  const chosen = chooseTemplate(desk, template);
  const refusals = [...refusalsOfText(input, chosen, words), ...refusalsOfHandover(input)];
  if (refusals.length > 0) return refusedPlan(...refusals);
  const draft = createDraft(workbook, words);
  const { open, nextKey } = chosen.known;
  const id = open?.id ?? draft.nextId(repliesSent);
  const isSentNow = input.handover === 'copy' && input.isSentNow;
  const subject = input.subject === null ? null : input.subject.replace(/\s+/g, ' ').trim();
  const leaving = { ...chosen.cause, id, templateId: template.id, bonusPoints: chosen.bonusPoints };
  const cells = {
    templateId: template.id,
    templateVersion: template.version,
    ...chosen.cause,
    subscriptionId: chosen.subscriptionId,
    channel: input.channel,
    status: 'prepared' as const,
    recipient: input.recipient,
    subject,
    body: input.body,
    bonusPoints: chosen.bonusPoints,
    who: meta.who,
    actionId: meta.actionId,
    ...(isSentNow ? sendReply(context, draft, leaving, input.after ?? 'answered_waiting', meta) : {}),
  };
  if (open === null) {
    draft.append(repliesSent, { id, key: nextKey, preparedAt: clock.wallTimeOf(clock.now), ...cells });
  } else draft.update(repliesSent, open, { ...cells, draftId: null });
  return plannedAction(draft, {
    summary: summaryOf({ ...cells, id }, desk, context),
    warnings: warningsOf(input, desk, chosen, context),
    effects: [
      input.handover === 'copy'
        ? copyOf({ ...cells, id }, context)
        : mailDraftOf({ ...cells, id }, input.handover === 'send'),
    ],
  });
}

interface Written {
  readonly id: string;
  readonly status: RowOf<'repliesSent'>['status'];
  readonly bonusPoints: number | null;
}

function summaryOf({ id, status, bonusPoints }: Written, { customer }: ReplyDesk, { words }: PlanContext): string {
  const params = { reply: id, customer: customer?.name ?? customer?.id ?? '' };
  if (status !== 'sent') return words.replies.prepared(params);
  return words.replies.sent({ ...params, points: words.formatNumber(bonusPoints ?? 0), hasPoints: bonusPoints !== 0 });
}

/** Somebody it is to, who may be written to, and nothing typed that is not there. */
function refusalsOfTarget({ target, facts, customer }: ReplyDesk): readonly Problem[] {
  const unknown = target.unknown.map((value) => problem('replyAboutUnknown', { value }));
  if (unknown.length > 0) return unknown;
  if (customer === null) {
    const { lacks } = facts.rowOf('customers');
    return [target.ids.length === 0 || lacks === undefined ? problem('replyAboutNothing', {}) : lacks];
  }
  return customer.erasedOn === null ? [] : [problem('replyCustomerErased', { customer: customer.id })];
}

/** A mark left in the text says what it lacks; a text filled for another row would reach the wrong person. */
function refusalsOfText(input: ReplyInput, { rendered, textFor }: ChosenReply, words: Words): readonly Problem[] {
  if (input.textFor !== textFor)
    return [problem('replyTextForOther', { filled: input.textFor ?? '', wanted: textFor })];
  const text = `${input.subject ?? ''}\n${input.body}`;
  if (/\{\{|\}\}/.test(text)) {
    return rendered.problems.length > 0 ? rendered.problems : [problem('replyRawTag', {})];
  }
  if (!text.includes(words.replies.markStart)) return [];
  return rendered.problems.length > 0 ? rendered.problems : [problem('replyMarkLeft', {})];
}

const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;

function refusalsOfHandover({ handover, recipient, subject, channel }: ReplyInput): readonly Problem[] {
  if (handover === 'copy') return [];
  if (channel !== 'email') return [problem('replyNotByMail', {})];
  if (recipient === null || !ADDRESS.test(recipient)) return [problem('replyAddressBad', { value: recipient ?? '' })];
  return subject === null ? [problem('replySubjectMissing', {})] : [];
}

/** Said beforehand, never in the way: what the text leaves out, who gets it, what was sent before, how it sounds. */
function warningsOf(input: ReplyInput, desk: ReplyDesk, chosen: ChosenReply, context: PlanContext): Problem[] {
  const { words } = context;
  const { template, rendered, known } = chosen;
  const found: Problem[] = [...rendered.problems];
  const email = desk.customer?.email ?? null;
  if (input.recipient !== null && input.recipient !== email) {
    found.push(problem('replyOtherAddress', { recipient: input.recipient, email: email ?? '–' }));
  }
  if (input.isSentNow && input.handover !== 'copy') found.push(problem('replyTickWaits', {}));
  if (known.sent !== null) {
    found.push(problem('replySentBefore', { reply: known.sent.id, on: sayTime(known.sent.sentAt, words) }));
  }
  if (known.open?.status === 'drafted') found.push(problem('replyDraftStands', { reply: known.open.id }));
  const templateBody = rendered.problems.length > 0 ? null : rendered.body;
  const toned = { body: input.body, templateBody, channel: input.channel, category: template.category };
  const hints = findToneHints(toned, context).map((hint) => problem('replyTone', { hint }));
  return [...found, ...hints];
}

function sayTime(time: WallTime | null, words: Words): string {
  return time === null ? '?' : words.formatWallTime(time);
}
