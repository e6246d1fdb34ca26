// What is asked often and has no entry in the FAQ, by subject, each line leading to the newest ticket. It writes nothing.
import { type ActionPlan, defineAction } from '#lib/actions/action.ts';
import { refusedPlan } from '#lib/actions/action-plan.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { problem } from '#lib/kernel/problem.ts';
import { findUnanswered, type UnansweredQuestion } from './find-unanswered.ts';

export const unansweredQuestionsAction = defineAction({
  id: 'unanswered-questions',
  menu: 'customers',
  startsFrom: ['faq'],
  reads: ['tickets', 'faq'],
  appends: [],
  fields: {},
  isReading: true,
  prepare: () => ({}),
  plan: planUnansweredQuestions,
});

function planUnansweredQuestions(context: PlanContext): ActionPlan {
  const { workbook, words, settings } = context;
  const unusable = [workbook.tickets, workbook.faq].find(({ usable }) => !usable);
  if (unusable !== undefined) return refusedPlan(problem('ticketTabUnusable', { tab: unusable.title }));
  const questions = findUnanswered(context);
  const { unanswered } = words.faq;
  const summary = unanswered.summary({
    groups: questions.length,
    tickets: questions.reduce((sum, { tickets }) => sum + tickets.length, 0),
    days: settings['faq.lookBackDays'],
  });
  const categories = [...new Set(questions.map(({ category }) => category))];
  const sections =
    categories.length === 0
      ? [{ title: unanswered.title, items: [], empty: unanswered.none }]
      : categories.map((category) => ({
          title: words.choiceLabel(category),
          items: questions
            .filter((question) => question.category === category)
            .map((question) => itemOf(context, question)),
          empty: unanswered.none,
        }));
  return {
    changes: [],
    problems: [],
    refusals: [],
    summary,
    effects: [{ kind: 'card', title: unanswered.title, sections }],
  };
}

function itemOf({ words }: PlanContext, { example, tickets, nearest }: UnansweredQuestion) {
  const [newest] = tickets;
  return {
    label: words.faq.unanswered.question(example),
    value: words.faq.unanswered.value({ tickets: tickets.length, nearest: nearest?.question ?? null }),
    ...(newest === undefined ? {} : { row: { table: 'tickets', id: newest.id } as const }),
  };
}
