// What customers ask often and the FAQ does not answer: recent tickets of one subject that share a word, no entry used, none
// that speaks of it. It counts and shows; whether an entry is worth writing is for a person.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { by } from '#lib/kernel/compare.ts';
import { addDays } from '#lib/kernel/day.ts';
import type { FaqRow } from '#lib/tables/faq.ts';
import type { TicketsRow } from '#lib/tables/tickets.ts';
import { createFaqSearch, isAnswer, wordsOf } from './find-faq.ts';

export interface UnansweredQuestion {
  readonly category: NonNullable<TicketsRow['category']>;
  /** The tickets, newest first. */
  readonly tickets: readonly TicketsRow[];
  /** As most of them put it. */
  readonly example: string;
  /** The entry that comes nearest; null when none shares a word. */
  readonly nearest: FaqRow | null;
}

interface Asked {
  readonly ticket: TicketsRow;
  readonly text: string;
  readonly terms: ReadonlySet<string>;
  readonly nearest: FaqRow | null;
}

/** Most frequent first. */
export function findUnanswered(context: PlanContext): UnansweredQuestion[] {
  const least = context.settings['faq.frequentTickets'];
  const byCategory = new Map<UnansweredQuestion['category'], Asked[]>();
  for (const asked of unansweredTickets(context)) {
    const category = asked.ticket.category ?? 'other';
    const own = byCategory.get(category);
    if (own === undefined) byCategory.set(category, [asked]);
    else own.push(asked);
  }
  const found = [...byCategory].flatMap(([category, asked]) =>
    groupsOf(asked, least).map((group) => questionOf(category, group)),
  );
  return found.sort(
    by(
      ({ tickets }) => -tickets.length,
      ({ example }) => example,
    ),
  );
}

function unansweredTickets(context: PlanContext): Asked[] {
  const { workbook, settings, clock, words } = context;
  const from = addDays(clock.today, -settings['faq.lookBackDays']);
  const search = createFaqSearch(context);
  return workbook.tickets.rows.flatMap((ticket): Asked[] => {
    const text = (ticket.subject ?? ticket.message ?? '').trim();
    if (text === '' || ticket.faqId !== null || ticket.status === 'voided' || ticket.receivedAt < from) return [];
    const terms = new Set<string>();
    for (const word of wordsOf(text)) {
      const term = words.searchTerm(word);
      if (term !== null) terms.add(term);
    }
    const [best] = search(text);
    if (terms.size === 0 || (best !== undefined && isAnswer(best))) return [];
    return [{ ticket, text, terms, nearest: best?.entry ?? null }];
  });
}

/** The word that most share makes the first group, and so on among the rest, until no word is shared by enough. */
function groupsOf(all: readonly Asked[], least: number): (readonly Asked[])[] {
  const groups: (readonly Asked[])[] = [];
  let rest = all;
  for (;;) {
    const term = commonest(rest);
    const group = rest.filter(({ terms }) => terms.has(term));
    if (group.length < least) return groups;
    groups.push(group);
    rest = rest.filter(({ terms }) => !terms.has(term));
  }
}

function commonest(all: readonly Asked[]): string {
  const counts = new Map<string, number>();
  for (const { terms } of all) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const [first] = [...counts].sort(
    by(
      ([, count]) => -count,
      ([term]) => term,
    ),
  );
  return first?.[0] ?? '';
}

function questionOf(category: UnansweredQuestion['category'], group: readonly Asked[]): UnansweredQuestion {
  const counts = new Map<string, number>();
  for (const { text } of group) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [example] = [...counts].sort(
    by(
      ([, count]) => -count,
      ([text]) => text.length,
      ([text]) => text,
    ),
  );
  const newestFirst = group.map(({ ticket }) => ticket).sort(by(({ receivedAt }) => receivedAt));
  const nearest = group.find(({ text }) => text === example?.[0])?.nearest ?? null;
  return { category, tickets: newestFirst.reverse(), example: example?.[0] ?? '', nearest };
}
