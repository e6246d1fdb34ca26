// When the time « À traiter avant » of a ticket turns amber and red: the rules compare it with the time itself, so the colour
// is right at any moment, whatever word the last action or night left beside it. NOW stands in these rules only: a live
// formula would be computed again at every edit.
import type { Tone } from './state-tones.ts';

export interface DueRule {
  readonly name: string;
  readonly tone: Tone;
  /** @param cell gives the row's cell of a column. */
  readonly test: (cell: (name: string) => string) => string;
}

export const dueRules: readonly DueRule[] = [
  {
    name: 'dueAt',
    tone: 'bad',
    test: (cell) => `AND(${cell('dueAt')}<>"";NOW()>${cell('dueAt')})`,
  },
  {
    name: 'dueAt',
    tone: 'attention',
    test: (cell) => {
      const [due, soon] = [cell('dueAt'), cell('dueSoonAt')];
      return `AND(${due}<>"";${soon}<>"";NOW()>=${soon};NOW()<=${due})`;
    },
  },
];
