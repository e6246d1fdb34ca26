// How a run of the job begins: the workbook read, nobody else at work on it, the lease taken with the rows typed by hand
// adopted. What follows may then ask Stripe for changes: no other run does so meanwhile.
import { applyChanges } from '#lib/changes/apply.ts';
import { SCHEMA_VERSION, systemKeys, systemNumber } from '#lib/changes/system-state.ts';
import { messageOf, problem } from '#lib/kernel/problem.ts';
import { planPreparation } from '#lib/night/plan-preparation.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import { Failure } from '#sync/failure.ts';
import type { NightDeps } from '#sync/run-night.ts';
import { commitChanges } from '#sync/sheets/commit.ts';
import { type ReadWorkbook, readWorkbook } from '#sync/sheets/read-workbook.ts';
import { sheetsWords } from '#sync/sheets/sheets-words.ts';
import type { Lease } from './lease.ts';
import type { NightRun } from './night-run.ts';

export interface StartedRun {
  readonly read: ReadWorkbook;
  /** With the rows adopted; in a dry run in memory only, and without the lease. */
  readonly prepared: WorkbookState;
}

export async function startRun(deps: NightDeps, lease: Lease, run: NightRun): Promise<StartedRun> {
  deps.progress({ step: 'read' });
  const read = await readWorkbook(deps.sheets, deps.words);
  assertKnownSchema(read, deps.words);
  if (!deps.takeOver) lease.assertFree(read.workbook);
  const prepared = deps.dryRun
    ? prepareInMemory(read.workbook, deps)
    : await takeLease(deps, read.workbook, lease, run);
  return { read, prepared };
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
