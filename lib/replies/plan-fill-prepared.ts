// Writes the texts of replies that were prepared without one: by the night, or typed into Envois by hand. A text that lacks a
// value stays unwritten, and the row says which cell to fill; it is tried again each night. A text once written is the
// team's: it is never replaced.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import { messageOf, problem } from '#lib/kernel/problem.ts';
import { placeOf } from '#lib/tables/definition/place-of.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { renderReply } from './render-reply.ts';
import { wasBonusGiven } from './reply-bonus.ts';
import { aboutOfReply } from './reply-target.ts';

type Reply = RowOf<'repliesSent'>;

export interface FillOptions {
  /** The night knows that the mirror of Stripe is of today. */
  readonly mirrorOn?: Day;
  /** null: every prepared reply. */
  readonly only?: ReadonlySet<string>;
}

export function planFillPrepared(context: PlanContext, options: FillOptions = {}): ChangeSet {
  const { workbook, words } = context;
  const { repliesSent, replyTemplates } = workbook;
  const draft = createDraft(workbook, words);
  if (!repliesSent.usable || !replyTemplates.usable) return draft.changeSet();
  const { mirrorOn, only } = options;
  for (const reply of repliesSent.rows.filter(isUnwritten)) {
    const template = replyTemplates.byId.get(reply.templateId ?? '');
    if (template === undefined || only?.has(reply.id) === false) continue;
    const about = aboutOfReply(reply, workbook);
    const isBonusGiven = wasBonusGiven(workbook, template.sideEffect, reply);
    const { subject, body, problems } = renderReply(context, template, about, {
      isBonusGiven,
      ...(mirrorOn === undefined ? {} : { mirrorOn }),
    });
    if (problems.length === 0) {
      draft.update(repliesSent, reply, { subject, body, templateVersion: template.version });
      continue;
    }
    const why = problems.map((lacking) => messageOf(lacking, words)).join(' ');
    draft.report(problem('replyNotFilled', { why }, placeOf(repliesSent, reply, 'body')));
  }
  return draft.changeSet();
}

function isUnwritten({ status, body }: Reply): boolean {
  return status === 'prepared' && body === null;
}
