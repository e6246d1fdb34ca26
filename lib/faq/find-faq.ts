// The entries of the FAQ that may answer a text, best first: by the words they share, rare words and key words counting more,
// small slips of the keyboard forgiven. It says how much of the text an entry speaks of; whether that is an answer is for
// a person.
// biome-ignore lint/style/noRestrictedImports: a search library of one file, pure computation, that runs in the bare vm.
import MiniSearch from 'minisearch';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { FaqRow } from '#lib/tables/faq.ts';

export interface FoundEntry {
  readonly entry: FaqRow;
  /** Part of the text's words that the entry holds, 0 to 1. */
  readonly coverage: number;
}

type Indexed = Pick<FaqRow, 'id' | 'question' | 'answer' | 'keywords'>;

/** Slips are forgiven from this length on: shorter words become others too easily. */
const FORGIVING_LETTERS = 6;
const SLIPS = 0.2;

/** Indexes the FAQ once; each call searches it. @returns entries, best first, none for a text without a known word. */
export function createFaqSearch({ workbook, words }: Pick<PlanContext, 'workbook' | 'words'>) {
  const index = new MiniSearch<Indexed>({
    fields: ['question', 'answer', 'keywords'],
    processTerm: (word) => words.searchTerm(word),
    searchOptions: {
      boost: { keywords: 3, question: 2 },
      fuzzy: (term: string) => (term.length >= FORGIVING_LETTERS ? SLIPS : false),
      prefix: (term: string) => term.length >= FORGIVING_LETTERS,
    },
  });
  index.addAll(workbook.faq.rows.map(({ id, question, answer, keywords }) => ({ id, question, answer, keywords })));
  return (text: string): FoundEntry[] => {
    const asked = new Set(wordsOf(text).map((word) => words.searchTerm(word)));
    asked.delete(null);
    if (asked.size === 0) return [];
    return index.search([...asked].join(' '), { processTerm: (term) => term }).flatMap(({ id, queryTerms }) => {
      const entry = workbook.faq.byId.get(String(id));
      return entry === undefined ? [] : [{ entry, coverage: new Set(queryTerms).size / asked.size }];
    });
  };
}

/** Entries that may answer the text, best first. */
export function suggestFaq(context: Pick<PlanContext, 'workbook' | 'words'>, text: string): FoundEntry[] {
  return createFaqSearch(context)(text);
}

/** An entry that holds no more than half of what is asked is about something else. */
export function isAnswer({ coverage }: FoundEntry): boolean {
  return coverage > 0.5;
}

export function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
