// A question and its answer as they are read: the shop's figures and links filled in. What has no value is named with its
// cell; such a text is never shown to a customer.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import { renderReply } from '#lib/replies/render-reply.ts';
import type { FaqRow } from '#lib/tables/faq.ts';

export interface RenderedEntry {
  readonly question: string;
  readonly answer: string;
  /** What is missing; empty when the texts are whole. */
  readonly problems: readonly Problem[];
}

/** A FAQ speaks of nobody in particular: only the shop's own variables have a value. */
export function renderEntry(
  context: PlanContext,
  { question, answer }: Pick<FaqRow, 'question' | 'answer'>,
): RenderedEntry {
  const { subject, body, problems } = renderReply(context, { subject: question, body: answer }, {});
  return { question: subject ?? question, answer: body, problems };
}
