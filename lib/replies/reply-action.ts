// The form of a reply: whom it is about, the templates that fit first, and the text filled from the workbook, to be edited.
// Choosing another row or template fills the text again; any other change leaves it as the person wrote it.
import { defineAction } from '#lib/actions/action.ts';
import { choiceField, type FieldOption, flagField, textField } from '#lib/actions/field.ts';
import type { RawInput } from '#lib/actions/screen.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import { repliesSent } from '#lib/tables/replies-sent.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { findFittingTemplates } from './fitting-templates.ts';
import { type Handover, planReply, type ReplyInput } from './plan-reply.ts';
import { type ChosenReply, chooseTemplate, openReplyDesk, type ReplyDesk } from './reply-desk.ts';
import { replyReads } from './reply-reads.ts';
import type { AfterAnswer } from './send-reply.ts';

type Channel = RowOf<'repliesSent'>['channel'];
const channels = repliesSent.columns.channel.type;
const AFTER: readonly AfterAnswer[] = ['answered_waiting', 'answered', 'answered_resolved'];
const required = { required: true } as const;

export const replyAction = defineAction({
  id: 'reply',
  menu: 'customers',
  startsFrom: [
    ...(['tickets', 'orders', 'lines', 'customers', 'subscriptions', 'invoices'] as const),
    ...(['incidents', 'repliesSent'] as const),
  ],
  reads: [...replyReads, 'pointLots'],
  appends: ['points'],
  fields: {
    about: textField({ required: true, refreshes: true }),
    templateId: choiceField({ required: true, refreshes: true }),
    channel: choiceField<Channel, typeof required>(required),
    recipient: textField(),
    subject: textField(),
    body: textField({ required: true, long: true }),
    handover: choiceField<Handover, typeof required>(required),
    isSentNow: flagField(),
    after: choiceField<AfterAnswer>(),
    textFor: textField(),
  },
  prepare: (context, selection, filled) => {
    const about = filled === null ? (selection?.id ?? '') : text(filled, 'about');
    const desk = openReplyDesk(context, about);
    const fitting = findFittingTemplates(desk.facts, desk.target);
    const wanted = fitting.find(({ template }) => template.id === text(filled, 'templateId')) ?? fitting[0];
    const chosen = wanted === undefined || desk.target.ids.length === 0 ? null : chooseTemplate(desk, wanted.template);
    const ticket = desk.facts.rowOf('tickets').row;
    return {
      initial: {
        ...(filled === null ? { about } : {}),
        ...(wanted === undefined ? {} : { templateId: wanted.template.id }),
        ...(chosen === null || chosen.textFor === text(filled, 'textFor') ? {} : initialTexts(desk, chosen)),
        ...(ticket === null ? { after: null } : filled === null ? { after: 'answered_waiting' } : {}),
      },
      options: {
        templateId: fitting.map(({ template, fits }) => ({
          value: template.id,
          label: fits ? context.words.replies.fitting(template.name) : template.name,
        })),
        channel: channels.kind === 'choice' ? choices(context, channels.codes) : [],
        handover: handovers(context),
        after: AFTER.map((value) => ({ value, label: context.words.tickets.steps[value] })),
      },
      hints: hintsOf(context, desk, chosen),
    };
  },
  plan: planReply,
});

function text(filled: RawInput | null, field: string): string {
  const value = filled?.[field];
  return typeof value === 'string' ? value.trim() : '';
}

function choices({ words }: PlanContext, codes: readonly string[]): FieldOption[] {
  return codes.map((value) => ({ value, label: words.choiceLabel(value) }));
}

function handovers({ settings, words }: PlanContext): FieldOption[] {
  const offered: readonly Handover[] = settings['support.sendFromGmail']
    ? ['draft', 'send', 'copy']
    : ['draft', 'copy'];
  return offered.map((value) => ({ value, label: words.replies.handovers[value] }));
}

/** The channel the person wrote on; a letter nobody asked for goes by mail. */
function initialTexts(desk: ReplyDesk, chosen: ChosenReply): Partial<ReplyInput> {
  const { template, rendered } = chosen;
  const asked = desk.target.reply?.channel ?? desk.facts.rowOf('tickets').row?.channel ?? 'email';
  const channel = template.channel === 'any_channel' ? asked : template.channel;
  const isMail = channel === 'email' && (desk.customer?.email ?? null) !== null;
  return {
    channel,
    recipient: channel === 'email' ? (desk.customer?.email ?? null) : null,
    subject: rendered.subject,
    body: rendered.body,
    handover: isMail ? 'draft' : 'copy',
    textFor: chosen.textFor,
  };
}

/** Whom it is to, then what is missing, each with its cell; what was sent before. */
function hintsOf(context: PlanContext, desk: ReplyDesk, chosen: ChosenReply | null): string[] {
  const { words } = context;
  const { customer, facts, target } = desk;
  if (chosen === null) return [words.replies.chooseSomebody];
  const order = facts.rowOf('orders').row;
  const who = words.replies.isTo({
    customer: customer === null ? '' : (customer.name ?? customer.id),
    rows: target.ids.join(', '),
    order:
      order === null
        ? ''
        : words.orders.trackingSummary({
            order: order.id,
            progress: order.progress ?? words.choiceLabel(order.status),
          }),
  });
  const sent = chosen.known.sent;
  return [
    ...(who === '' ? [] : [who]),
    ...chosen.rendered.problems.map((found) => words.replies.lacking(messageOf(found, words))),
    ...(sent === null
      ? []
      : [
          words.replies.sentBefore({
            reply: sent.id,
            on: sent.sentAt === null ? '?' : words.formatWallTime(sent.sentAt),
          }),
        ]),
    ...(chosen.bonusPoints > 0 ? [words.replies.willGive(words.formatNumber(chosen.bonusPoints))] : []),
  ];
}
