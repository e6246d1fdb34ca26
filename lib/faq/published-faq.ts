// The FAQ as the public reads it: published entries by topic, the shop's figures filled in. An entry that lacks a figure or a
// link is left out and named: a page never shows a blank, nor our own marks.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import type { FaqRow } from '#lib/tables/faq.ts';
import { renderEntry } from './render-entry.ts';
import { byPosition } from './use-faq-action.ts';

export interface PublishedEntry {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  /** Searched besides the texts; not shown. */
  readonly keywords: string;
}

export interface FaqTopic {
  readonly category: NonNullable<FaqRow['category']>;
  readonly entries: readonly PublishedEntry[];
}

export interface PublishedFaq {
  readonly topics: readonly FaqTopic[];
  /** The newest review among the entries shown; null when none is dated. */
  readonly updatedOn: Day | null;
  readonly leftOut: readonly { readonly id: string; readonly problems: readonly Problem[] }[];
}

export function publishedFaq(context: PlanContext): PublishedFaq {
  const topics = new Map<FaqTopic['category'], PublishedEntry[]>();
  const leftOut: { id: string; problems: readonly Problem[] }[] = [];
  let updatedOn: Day | null = null;
  for (const entry of [...context.workbook.faq.rows].sort(byPosition)) {
    if (entry.published !== true) continue;
    const { question, answer, problems } = renderEntry(context, entry);
    if (problems.length > 0) {
      leftOut.push({ id: entry.id, problems });
      continue;
    }
    const category = entry.category ?? 'other';
    const shown = { id: entry.id, question, answer, keywords: entry.keywords ?? '' };
    const topic = topics.get(category);
    if (topic === undefined) topics.set(category, [shown]);
    else topic.push(shown);
    if (entry.updatedOn !== null && entry.updatedOn > (updatedOn ?? '')) updatedOn = entry.updatedOn;
  }
  const ordered = [...topics].map(([category, entries]) => ({ category, entries }));
  return { topics: ordered, updatedOn, leftOut };
}
