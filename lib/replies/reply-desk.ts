// What the form of a reply and its plan both need to know: whom it is to, which template, what the text would be now. Both
// ask here, so that what a person is shown is what is judged when they confirm.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { type RenderedReply, renderReply } from './render-reply.ts';
import { type BonusCause, bonusOf, wasBonusGiven } from './reply-bonus.ts';
import { findReplyFacts, type ReplyFacts } from './reply-facts.ts';
import { findKnownReply, type KnownReply, replyKey } from './reply-key.ts';
import { findReplyTarget, type ReplyTarget } from './reply-target.ts';

export interface ReplyDesk {
  readonly target: ReplyTarget;
  readonly facts: ReplyFacts;
  readonly customer: RowOf<'customers'> | null;
}

export interface ChosenReply {
  readonly template: RowOf<'replyTemplates'>;
  readonly rendered: RenderedReply;
  /** What the texts were filled for: written in the form, so that they never go to somebody else. */
  readonly textFor: string;
  readonly cause: BonusCause;
  readonly bonusPoints: number;
  /** For templates that speak of a subscription. */
  readonly subscriptionId: string | null;
  readonly known: KnownReply;
}

export function openReplyDesk(context: PlanContext, about: string): ReplyDesk {
  const target = findReplyTarget(context.workbook, about);
  const facts = findReplyFacts(context, target.about);
  return { target, facts, customer: facts.rowOf('customers').row };
}

export function chooseTemplate(desk: ReplyDesk, template: RowOf<'replyTemplates'>): ChosenReply {
  const { target, customer } = desk;
  const { context } = desk.facts;
  const { reply } = target;
  const facts = findReplyFacts(context, target.about, { kind: template.appliesTo });
  const cause: BonusCause = {
    customerId: customer?.id ?? null,
    ticketId: facts.rowOf('tickets').row?.id ?? null,
    orderId: isAboutOrder(template) ? (facts.rowOf('orders').row?.id ?? null) : namedOrder(target),
    incidentId: facts.rowOf('incidents').row?.id ?? null,
  };
  const isBonusGiven = wasBonusGiven(context.workbook, template.sideEffect, cause);
  const rendered = renderReply(context, template, target.about, { isBonusGiven });
  const own = reply !== null && reply.templateId === template.id ? reply : null;
  const known = findKnownReply(context.workbook, replyKey(facts, template));
  return {
    template,
    rendered,
    textFor: [...target.ids, template.id].join(' · '),
    cause,
    subscriptionId:
      template.appliesTo === 'about_subscription' || template.appliesTo === 'about_invoice'
        ? (facts.rowOf('subscriptions').row?.id ?? null)
        : null,
    bonusPoints: bonusOf(context, template.sideEffect, cause),
    known: own === null || own.status === 'sent' || own.status === 'voided' ? known : { ...known, open: own },
  };
}

function isAboutOrder({ appliesTo }: RowOf<'replyTemplates'>): boolean {
  return appliesTo === 'about_order' || appliesTo === 'about_incident';
}

/** A letter about something else is only tied to an order that was named for it. */
function namedOrder({ about }: ReplyTarget): string | null {
  return about.orders ?? null;
}
