// Queued requests carried out at once, without the rest of the night: the same lease, the same idempotency keys, the same
// results on the rows. The mirror of Stripe is the next night's.
import { randomBytes } from 'node:crypto';
import type { RequestResult } from '#lib/billing/plan-request-results.ts';
import { planRequestResults } from '#lib/billing/plan-request-results.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import type { JournalHead } from '#lib/changes/journal.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import type { NightPlan } from '#lib/night/plan-night.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import type { RowOf, WorkbookState } from '#lib/tables/tables.ts';
import { carryOutRequests } from './night/carry-out-requests.ts';
import { createLease } from './night/lease.ts';
import type { NightRun } from './night/night-run.ts';
import { startRun } from './night/start-run.ts';
import { writeNight } from './night/write-night.ts';
import type { NightDeps } from './run-night.ts';

export interface CarriedOut {
  readonly requests: readonly (RequestResult & Pick<RowOf<'requests'>, 'kind' | 'subscriptionId'>)[];
  readonly problems: readonly Problem[];
  readonly isDryRun: boolean;
}

export async function runRequests(deps: NightDeps): Promise<CarriedOut> {
  const { sheets, clock, words, progress } = deps;
  const startedMs = performance.now();
  const run = requestsRun(deps);
  const lease = createLease(run.id, clock, () => performance.now() - startedMs);
  const { prepared } = await startRun(deps, lease, run);
  const contextOf = (workbook: WorkbookState) => {
    const { settings } = parseSettings(workbook.settings);
    return { workbook, clock, settings, words };
  };
  progress({ step: 'requests' });
  const results = await carryOutRequests(deps, contextOf(prepared));
  const requests = results.flatMap((result) => {
    const row = prepared.requests.byId.get(result.requestId);
    return row === undefined ? [] : [{ ...result, kind: row.kind, subscriptionId: row.subscriptionId }];
  });
  if (deps.dryRun) return { requests, problems: [], isDryRun: true };
  const planOf = (workbook: WorkbookState): NightPlan => {
    const plan = planRequestResults(contextOf(workbook), results);
    const after = applyChanges(workbook, plan.changes, words);
    return { steps: [{ key: 'requests', plan }], after, problems: plan.problems };
  };
  progress({ step: 'write' });
  const written = await writeNight(sheets, prepared, lease, run, planOf, {}, words);
  return { requests, problems: [...written.problems, ...written.plan.problems], isDryRun: false };
}

function requestsRun({ clock, words, progress }: NightDeps): NightRun {
  const id = `demandes-${clock.now.replace(/[-:]/g, '')}-${randomBytes(3).toString('hex')}`;
  let piece = 0;
  return {
    id,
    journalHead(changes): JournalHead {
      piece += 1;
      const { action, summary } = words.night.requestsRun;
      return { actionId: `${id}/${piece}`, action, summary: summary({ changes }), who: words.night.who, at: clock.now };
    },
    progress: (done, total) => progress({ step: 'write', done, total }),
  };
}
