// The night's look at Réponses: which variables each template uses is written beside it, and what is wrong with its texts is
// reported with the cell. It changes no text.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { placeOf } from '#lib/tables/definition/place-of.ts';
import { checkTemplate, variablesIn } from './check-template.ts';

export function planCheckTemplates({ workbook, words }: PlanContext): ChangeSet {
  const { replyTemplates } = workbook;
  const draft = createDraft(workbook, words);
  for (const template of replyTemplates.rows) {
    const names = variablesIn(template);
    draft.update(replyTemplates, template, { variables: names.length === 0 ? null : names.join(', ') });
    const place = (column: 'subject' | 'body') => placeOf(replyTemplates, template, column);
    draft.report(...checkTemplate(template, words, { kind: template.appliesTo, placeOf: place }));
  }
  return draft.changeSet();
}
