/**
 * « Machine à remonter… avancer le temps » : moves the world's clock one night after the other and runs the real nightly
 * job after each, as the timer would have done.
 */
import { runCli } from '../world/run-cli.ts';
import { nightOf } from '../world/seed-demo.ts';
import type { World } from '../world/start-world.ts';

export type TimeStep = 'day' | 'week' | 'month-end';

export interface TimeProgress {
  readonly kind: 'time';
  readonly text: string;
  readonly done: number;
  readonly total: number;
  readonly state: 'running' | 'ended' | 'failed';
  readonly nowMs: number;
}

const MS_PER_DAY = 86_400_000;
const DAYS = { day: 1, week: 7 } as const;

/** The instants of the nights that a step passes through; the end of the month is its last day's night. */
export function nightsOfStep(nowMs: number, step: TimeStep): number[] {
  const today = nightOf(dayOf(nowMs));
  const first = today > nowMs ? today : nightOf(dayOf(nowMs + MS_PER_DAY));
  const count = step === 'month-end' ? nightsToMonthEnd(first) : DAYS[step];
  return Array.from({ length: count }, (_, index) => nightOf(dayOf(first + index * MS_PER_DAY)));
}

/** When the month is already over with the next night, the step goes to the end of the month that begins. */
function nightsToMonthEnd(first: number): number {
  const date = new Date(first);
  const last = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0);
  return Math.round((nightOf(dayOf(last)) - first) / MS_PER_DAY) + 1;
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** What the job said last; of a crash the error itself, not where it happened. */
function lastWord(stderr: string): string {
  return /^\w*Error: .*$/m.exec(stderr)?.[0] ?? stderr.trim().split('\n').at(-1) ?? '';
}

/** Runs every night of the step; stops at the first that fails. */
export async function advanceTime(world: World, step: TimeStep, tell: (progress: TimeProgress) => void): Promise<void> {
  const nights = nightsOfStep(world.clock.now(), step);
  const total = nights.length;
  for (const [done, night] of nights.entries()) {
    const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'Europe/Paris' }).format(night);
    tell({ kind: 'time', text: `Nuit du ${day}…`, done, total, state: 'running', nowMs: world.clock.now() });
    world.advanceTo(night);
    const { code, stderr } = await runCli(['night', '--json'], world.environment());
    if (code !== 0) {
      const text = `La nuit du ${day} s’est arrêtée : ${lastWord(stderr)}`;
      tell({ kind: 'time', text, done, total, state: 'failed', nowMs: world.clock.now() });
      return;
    }
  }
  const text = total === 1 ? 'Une nuit est passée.' : `${total} nuits sont passées.`;
  tell({ kind: 'time', text, done: total, total, state: 'ended', nowMs: world.clock.now() });
}
