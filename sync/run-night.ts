// The nightly job, host side: read the workbook, take the lease, ask Stripe, carry out requests, let lib plan everything,
// write it in pieces, report. It decides nothing of the shop's: every decision is a plan in lib.
import { randomBytes } from 'node:crypto';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { previewOf } from '#lib/changes/preview.ts';
import { systemKeys } from '#lib/changes/system-state.ts';
import type { Clock } from '#lib/kernel/clock.ts';
import { type NightInput, type NightPlan, planNight } from '#lib/night/plan-night.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import { carryOutRequests } from './night/carry-out-requests.ts';
import { gatherReport, type NightProgress } from './night/gather-report.ts';
import { createLease } from './night/lease.ts';
import { createNightRun } from './night/night-run.ts';
import { startRun } from './night/start-run.ts';
import { writeNight } from './night/write-night.ts';
import type { NightReport } from './report/night-report.ts';
import type { SheetsClient } from './sheets/sheets-client.ts';
import type { StripeClient } from './stripe/create-stripe-client.ts';
import { fetchStripeFacts } from './stripe/fetch-stripe-facts.ts';
import { knownFacts } from './stripe/known-facts.ts';

export interface NightDeps {
  readonly sheets: SheetsClient;
  readonly stripe: StripeClient;
  readonly clock: Clock;
  readonly words: Words;
  /** Plan and show, write nothing, ask nothing of Stripe but reads. */
  readonly dryRun: boolean;
  /** Ignore a lease that another night left. */
  readonly takeOver: boolean;
  readonly progress: NightProgress;
  /** Called once the night is written, with the workbook as it then stands; not on a dry run. */
  readonly publish?: (context: PlanContext) => Promise<void>;
}

export async function runNight(deps: NightDeps): Promise<NightReport> {
  const { sheets, stripe, clock, words, progress } = deps;
  const startedMs = performance.now();
  const elapsedMs = () => performance.now() - startedMs;
  const run = createNightRun(clock, randomBytes(3).toString('hex'), words, (piece, pieces) =>
    progress({ step: 'write', done: piece, total: pieces }),
  );
  const lease = createLease(run.id, clock, elapsedMs);

  const { read, prepared } = await startRun(deps, lease, run);
  const { settings } = parseSettings(prepared.settings);
  progress({ step: 'requests' });
  const requests = await carryOutRequests(deps, { workbook: prepared, clock, settings, words });
  progress({ step: 'stripe' });
  const fetched = await fetchStripeFacts(stripe, knownFacts(prepared, settings, clock), clock, (kind, count) =>
    progress({ step: 'stripe', kind, done: count }),
  );
  const input: NightInput = { facts: fetched.facts, factProblems: fetched.problems, requestResults: requests };

  progress({ step: 'plan' });
  const planOf = (workbook: WorkbookState) => planNight(workbook, input, clock, words);
  const parts = { deps, read, requests, elapsedMs };
  if (deps.dryRun) {
    const plan = planOf(prepared);
    return gatherReport({
      ...parts,
      plan,
      committed: new Map(),
      problems: plan.problems,
      preview: previewLines(plan, prepared, words),
    });
  }
  const finish = { [systemKeys.eventCursor]: input.facts.lastEventId, [systemKeys.lastNightOn]: clock.today };
  progress({ step: 'write' });
  const written = await writeNight(sheets, prepared, lease, run, planOf, finish, words);
  const { after } = written.plan;
  await deps.publish?.({ workbook: after, clock, settings: parseSettings(after.settings).settings, words });
  const problems = [...written.problems, ...written.plan.problems];
  return gatherReport({ ...parts, plan: written.plan, committed: written.committed, problems, preview: [] });
}

function previewLines(plan: NightPlan, workbook: WorkbookState, words: Words): string[] {
  const changes = plan.steps.flatMap((step) => step.plan.changes);
  return previewOf(changes, workbook, words).map((line) => words.night.previewLine(line));
}
