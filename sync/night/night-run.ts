// The identity of one run of the night: its id, its pieces' action ids and the head of its journal rows.
import type { JournalHead } from '#lib/changes/journal.ts';
import type { Clock } from '#lib/kernel/clock.ts';
import type { NightPlan } from '#lib/night/plan-night.ts';
import type { Words } from '#lib/text/words.ts';

export interface NightRun {
  readonly id: string;
  /** @param plan of the piece that ends the night; null for the others. Each call names a new piece. */
  readonly journalHead: (changes: number, plan: NightPlan | null) => JournalHead;
  readonly progress: (piece: number, pieces: number) => void;
}

/** @param suffix random text: two nights started in the same second must not look alike. */
export function createNightRun(
  clock: Clock,
  suffix: string,
  words: Words,
  progress: (piece: number, pieces: number) => void = () => {},
): NightRun {
  const id = `nuit-${clock.now.replace(/[-:]/g, '')}-${suffix}`;
  let piece = 0;
  return {
    id,
    journalHead(changes, plan) {
      piece += 1;
      const summary =
        plan === null
          ? words.night.piece({ piece, changes })
          : words.night.summary({ changes, problems: plan.problems.length });
      return { actionId: `${id}/${piece}`, action: words.night.action, summary, who: words.night.who, at: clock.now };
    },
    progress,
  };
}
