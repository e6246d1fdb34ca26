// The nightly job, host side: read the workbook, take the lease, ask Stripe, carry out requests, let lib plan everything,
// write it in pieces, report. It decides nothing of the shop's: every decision is a plan in lib.
import { randomBytes } from 'node:crypto';
import { applyChanges } from '#lib/changes/apply.ts';
import { previewOf } from '#lib/changes/preview.ts';
import { SCHEMA_VERSION, systemKeys, systemNumber } from '#lib/changes/system-state.ts';
import type { Clock } from '#lib/kernel/clock.ts';
import { messageOf, problem } from '#lib/kernel/problem.ts';
import { type NightInput, type NightPlan, planNight } from '#lib/night/plan-night.ts';
import { planPreparation } from '#lib/night/plan-preparation.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import { Failure } from './failure.ts';
import { carryOutRequests } from './night/carry-out-requests.ts';
import { createLease, type Lease } from './night/lease.ts';
import { gatherReport, type NightProgress } from './night/gather-report.ts';
import { createNightRun, type NightRun } from './night/night-run.ts';
import { writeNight } from './night/write-night.ts';
import type { NightReport } from './report/night-report.ts';
import { commitChanges } from './sheets/commit.ts';
import { type ReadWorkbook, readWorkbook } from './sheets/read-workbook.ts';
import type { SheetsClient } from './sheets/sheets-client.ts';
import { sheetsWords } from './sheets/sheets-words.ts';
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
}

export async function runNight(deps: NightDeps): Promise<NightReport> {
  const { sheets, stripe, clock, words, progress } = deps;
  const startedMs = performance.now();
  const elapsedMs = () => performance.now() - startedMs;
  const run = createNightRun(clock, randomBytes(3).toString('hex'), words, (piece, pieces) =>
    progress({ step: 'write', done: piece, total: pieces }),
  );
  const lease = createLease(run.id, clock, elapsedMs);

  progress({ step: 'read' });
  const read = await readWorkbook(sheets, words);
  assertKnownSchema(read, words);
  if (!deps.takeOver) lease.assertFree(read.workbook);
  const prepared = deps.dryRun
    ? prepareInMemory(read.workbook, deps)
    : await takeLease(deps, read.workbook, lease, run);

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
  const problems = [...written.problems, ...written.plan.problems];
  return gatherReport({ ...parts, plan: written.plan, committed: written.committed, problems, preview: [] });
}

function assertKnownSchema({ workbook }: ReadWorkbook, words: Words): void {
  const found = systemNumber(workbook.system, systemKeys.schemaVersion);
  if (!workbook.system.usable || found === null) throw new Failure('config', sheetsWords.notAWorkbook);
  if (found <= SCHEMA_VERSION) return;
  throw new Failure('config', messageOf(problem('schemaNewer', { found, known: SCHEMA_VERSION }), words));
}

function prepareInMemory(workbook: WorkbookState, { clock, words }: NightDeps): WorkbookState {
  const { settings } = parseSettings(workbook.settings);
  return applyChanges(workbook, planPreparation({ workbook, clock, settings, words }).changes, words);
}

const LEASE_TRIES = 10;

/** The first write: the lease, and with it the rows adopted, whose ids name requests to Stripe from now on. */
async function takeLease(deps: NightDeps, start: WorkbookState, lease: Lease, run: NightRun): Promise<WorkbookState> {
  const { sheets, clock, words } = deps;
  let workbook = start;
  for (let attempt = 1; attempt <= LEASE_TRIES; attempt += 1) {
    const { settings } = parseSettings(workbook.settings);
    const { changes } = planPreparation({ workbook, clock, settings, words });
    const head = run.journalHead(changes.length, null);
    const options = { head, system: lease.hold(), journal: changes.length > 0 };
    const outcome = await commitChanges(sheets, workbook, changes, options, words);
    if (outcome.kind === 'written') return outcome.workbook;
    if (outcome.kind === 'conflict') {
      if (outcome.refusal !== null && attempt > 1)
        throw new Failure('outside', sheetsWords.refused({ message: outcome.refusal }));
    }
    workbook = (await readWorkbook(sheets, words)).workbook;
    if (outcome.kind === 'stale') {
      lease.assertHeld(workbook);
      return workbook;
    }
    if (!deps.takeOver) lease.assertFree(workbook);
  }
  throw new Failure('outside', sheetsWords.tooManyConflicts);
}

function previewLines(plan: NightPlan, workbook: WorkbookState, words: Words): string[] {
  const changes = plan.steps.flatMap((step) => step.plan.changes);
  return previewOf(changes, workbook, words).map((line) => words.night.previewLine(line));
}
