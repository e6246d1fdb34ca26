// The form that changes a template's texts, tried at once on a real row. What was typed is only replaced when another template
// is chosen, or when a colleague changed the same one meanwhile.
import { defineAction } from '#lib/actions/action.ts';
import { choiceField, flagField, textField } from '#lib/actions/field.ts';
import type { RawInput } from '#lib/actions/screen.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import { checkTemplate } from './check-template.ts';
import { exampleFor, planEditTemplate, versionOf } from './plan-edit-template.ts';
import { renderReply } from './render-reply.ts';
import { replyReads } from './reply-reads.ts';
import { findReplyTarget } from './reply-target.ts';

export const editTemplateAction = defineAction({
  id: 'edit-template',
  menu: 'customers',
  startsFrom: ['replyTemplates'],
  reads: replyReads,
  appends: [],
  fields: {
    templateId: choiceField({ required: true, refreshes: true }),
    subject: textField({ refreshes: true }),
    body: textField({ required: true, long: true, refreshes: true }),
    active: flagField(),
    example: textField({ refreshes: true }),
    version: textField(),
  },
  prepare: (context, selection, filled) => {
    const { workbook, words } = context;
    const { rows, byId } = workbook.replyTemplates;
    const wanted = filled === null ? selection?.id : text(filled, 'templateId');
    const template = byId.get(wanted ?? '') ?? rows[0];
    if (template === undefined) return { hints: [words.replies.noTemplate] };
    const isFresh = filled === null || text(filled, 'version') !== versionOf(template);
    const example = isFresh ? exampleFor(context, template) : text(filled, 'example');
    const texts = isFresh ? template : { subject: text(filled, 'subject') || null, body: text(filled, 'body') };
    const faults = checkTemplate(texts, words, { kind: template.appliesTo });
    const rendered = renderReply(
      context,
      { ...texts, appliesTo: template.appliesTo },
      findReplyTarget(workbook, example).about,
    );
    const problems = faults.length > 0 ? faults : rendered.problems;
    return {
      initial: {
        templateId: template.id,
        ...(isFresh
          ? {
              subject: template.subject,
              body: template.body,
              active: template.active !== false,
              example,
              version: versionOf(template),
            }
          : {}),
      },
      options: { templateId: rows.map(({ id, name }) => ({ value: id, label: name })) },
      hints: [
        ...problems.map((found) => messageOf(found, words)),
        ...(faults.length > 0
          ? []
          : [words.replies.triedOn({ rows: example, subject: rendered.subject ?? '', body: rendered.body })]),
      ],
    };
  },
  plan: planEditTemplate,
});

function text(filled: RawInput, field: string): string {
  const value = filled[field];
  return typeof value === 'string' ? value.trim() : '';
}
