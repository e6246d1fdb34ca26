// Answers the sidebar: opens the form of a run, previews it, commits it. Each is one read; a commit is one read and one
// write, planned again with the moment of the preview and compared with what the person saw.
import type { Action, ActionMeta } from '#lib/actions/action.ts';
import { ACTION_ID_PREFIX, planUndoRun } from '#lib/actions/plan-undo-run.ts';
import { actionById } from '#lib/actions/registry.ts';
import {
  openActionForm,
  type PlannedRun,
  planAction,
  planContextOf,
  previewRun,
  type RunPlan,
} from '#lib/actions/run-action.ts';
import {
  type CommitAnswer,
  type CommitRequest,
  type FormDescription,
  type OpenAnswer,
  type OpenRequest,
  type PreviewAnswer,
  type PreviewRequest,
  type RefreshRequest,
  UNDO,
} from '#lib/actions/screen.ts';
import { sameChanges } from '#lib/changes/compare-change-sets.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { recentActions } from '#lib/changes/system-state.ts';
import { type Instant, msFromInstant } from '#lib/kernel/day.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { createClock } from './apps-script-clock.ts';
import { commitChanges } from './commit.ts';
import { Failure } from './failure.ts';
import { withFormulas } from './find-formulas.ts';
import { type ReadRequest, readWorkbook } from './read-workbook.ts';
import { openUndoForm } from './undo-form.ts';
import { whoActed } from './who-acted.ts';
import { words } from './words.ts';

/** A preview older than this is planned again at the moment of the click, and shown again. */
const PREVIEW_LIVES_MS = 3_600_000;
const COMMIT_TRIES = 3;
/** Of the Journal's end, for an undo: what people did lately. */
const UNDO_REQUEST = { whole: [], keysOnly: [], journalRows: 200, selected: null } as const;

export function openForm({ action: id, target }: OpenRequest): OpenAnswer {
  const actionId = `${ACTION_ID_PREFIX}${Utilities.getUuid()}`;
  const who = whoActed();
  if (id === UNDO) {
    const request = { ...UNDO_REQUEST, purpose: 'form' } as const;
    const { form, undoable } = openUndoForm(contextOf(readWorkbook(request).workbook, null), target);
    return { run: { action: id, actionId, selection: null, undoable }, form, who };
  }
  const action = knownAction(id);
  const range = SpreadsheetApp.getActiveSpreadsheet().getActiveRange();
  const selected = range === null ? null : { sheetId: range.getSheet().getSheetId(), rowIndex: range.getRow() - 1 };
  const { workbook, selection } = readWorkbook({ ...requestOf(action), purpose: 'form', selected });
  return {
    run: { action: id, actionId, selection },
    form: openActionForm(action, contextOf(workbook, null), selection),
    who,
  };
}

/** The form again, prepared with what is filled in so far. */
export function refreshForm({ run, raw }: RefreshRequest): FormDescription {
  const action = knownAction(run.action);
  return openActionForm(
    action,
    contextOf(readWorkbook({ ...requestOf(action), purpose: 'form' }).workbook, null),
    run.selection,
    raw,
  );
}

export function previewForm(request: PreviewRequest): PreviewAnswer {
  const { workbook } = readWorkbook(readRequest(request));
  const context = contextOf(workbook, null);
  const plan = planWatchful(context, request);
  return plan.kind === 'invalid' ? plan : { kind: 'preview', preview: previewRun(plan, context) };
}

export function commitForm(request: CommitRequest): CommitAnswer {
  const { seen, run } = request;
  let notice: string = words.addon.changedMeanwhile;
  const age = Date.now() - msFromInstant(seen.now);
  const isOld = age > PREVIEW_LIVES_MS || age < -PREVIEW_LIVES_MS;
  if (isOld) notice = words.addon.newerClock;
  let refusal: string | null = null;
  for (let attempt = 1; attempt <= COMMIT_TRIES; attempt += 1) {
    const asked = { ...readRequest(request), purpose: 'commit' } as const;
    const read = readWorkbook(asked);
    if (recentActions(read.workbook.system).includes(run.actionId)) return doneAlready(seen.summary);
    const context = contextOf(read.workbook, isOld ? null : seen.now);
    const plan = planWatchful(context, request);
    if (plan.kind === 'invalid') return plan;
    if (plan.refusals.length > 0 || !sameChanges(plan.changes, seen.changes)) {
      return { kind: 'changed', notice, preview: previewRun(plan, context) };
    }
    if (plan.changes.length === 0) return done(plan, []);
    const outcome = commitChanges(read, asked, plan.changes, headOf(plan, run.actionId, context));
    if (outcome.kind === 'written') {
      const notes = outcome.problems.map((found) => messageOf(found, words));
      return done(plan, outcome.repaired ? [words.addon.repaired, ...notes] : notes);
    }
    refusal = outcome.refusal;
  }
  throw new Failure(refusal === null ? words.addon.tooManyConflicts : words.addon.refused({ message: refusal }));
}

/** Planned, then planned again when a cell to be changed turns out to hold a person's formula. */
function planWatchful(context: PlanContext, request: PreviewRequest): RunPlan {
  const plan = planOf(context, request);
  if (plan.kind === 'invalid') return plan;
  const watched = withFormulas(context.workbook, plan.changes);
  return watched === context.workbook ? plan : planOf({ ...context, workbook: watched }, request);
}

function planOf(context: PlanContext, { run, raw }: PreviewRequest): RunPlan {
  const meta: ActionMeta = { actionId: run.actionId, who: whoActed() };
  if (run.action === UNDO) return planUndoRun(context, String(raw.target ?? ''), meta);
  return planAction(knownAction(run.action), context, raw, run.selection, meta);
}

function contextOf(workbook: WorkbookState, now: Instant | null): PlanContext {
  return planContextOf(
    workbook,
    createClock(now, SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone()),
    words,
  );
}

function readRequest({ run, raw }: PreviewRequest): ReadRequest {
  if (run.action !== UNDO) return requestOf(knownAction(run.action));
  const whole = run.undoable?.find(({ actionId }) => actionId === raw.target)?.tables ?? [];
  return { ...UNDO_REQUEST, whole, purpose: 'plan' };
}

function requestOf({ reads, appends }: Action): ReadRequest {
  return { whole: reads, keysOnly: appends, journalRows: 0, purpose: 'plan', selected: null };
}

function headOf(plan: PlannedRun, actionId: string, { clock }: PlanContext) {
  const { label, summary, undoes } = plan;
  const head = { actionId, action: label, summary, who: whoActed(), at: clock.now };
  return undoes === undefined ? head : { ...head, undoes };
}

function done({ summary, effects, changes }: PlannedRun, notes: readonly string[]): CommitAnswer {
  SpreadsheetApp.getActiveSpreadsheet().toast(summary, words.addon.menu, TOAST_SECONDS);
  return { kind: 'done', summary, notes, effects, isWritten: changes.length > 0 };
}

const TOAST_SECONDS = 5;

function doneAlready(summary: string): CommitAnswer {
  return { kind: 'done', summary, notes: [words.addon.doneAlready], effects: [], isWritten: true };
}

function knownAction(id: string): Action {
  const action = actionById.get(id);
  if (action === undefined) throw new Failure(words.addon.actionUnknown);
  return action;
}
