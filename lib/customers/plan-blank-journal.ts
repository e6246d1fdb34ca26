// The part of an erasure that the night does: the Journal keeps what personal cells held before each action, and only the
// night reads it whole. What concerns erased people goes out of these cells; what concerns others stays, so that their
// actions can still be undone.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import { withoutPersonal } from '#lib/changes/journal.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { systemKeys, systemText } from '#lib/changes/system-state.ts';
import type { RowOf, WorkbookState } from '#lib/tables/tables.ts';
import { findRowsOfPerson } from './find-rows-of-person.ts';

/** Whom no whole night has seen erased: erased since the day of the last one. */
export function erasedSinceLastNight({ customers, system }: WorkbookState): ReadonlySet<string> {
  const last = systemText(system, systemKeys.lastNightOn);
  const erased = customers.rows.filter(({ erasedOn }) => erasedOn !== null && (last === null || erasedOn >= last));
  return new Set(erased.map(({ id }) => id));
}

/** As far as the Journal was read. */
export function planBlankJournal({ workbook, words }: PlanContext): ChangeSet {
  const draft = createDraft(workbook, words);
  const erased = erasedSinceLastNight(workbook);
  if (erased.size === 0 || !workbook.journal.usable) return draft.changeSet();
  const rowsOfErased = findRowsOfPerson(workbook, erased);
  const ids = new Set([...rowsOfErased].flatMap(([key, rows]) => rows.map(({ id }) => `${key}/${id}`)));
  for (const [actionId, parts] of partsByAction(workbook)) {
    const texts = withoutPersonal(parts, (table, id) => ids.has(`${table}/${id}`));
    if (texts === null) continue;
    for (const [index, part] of parts.entries())
      draft.update(workbook.journal, part, { personal: texts[index] ?? null }, `journal/${actionId}`);
  }
  return draft.changeSet();
}

type Part = RowOf<'journal'>;

function partsByAction({ journal }: WorkbookState): ReadonlyMap<string, readonly Part[]> {
  const byAction = new Map<string, Part[]>();
  for (const row of journal.rows) {
    const parts = byAction.get(row.actionId);
    if (parts === undefined) byAction.set(row.actionId, [row]);
    else parts.push(row);
  }
  for (const parts of byAction.values()) parts.sort((a, b) => a.part - b.part);
  return byAction;
}
