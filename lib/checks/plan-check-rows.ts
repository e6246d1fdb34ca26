// Says each row's problems beside it, in the column « Contrôle » of the tabs that people fill, and clears it when they are
// cured. It changes nothing else.

import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import type { Cells, Table } from '#lib/tables/definition/table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { type TableKey, tables } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';

export function planCheckRows({ workbook, words }: PlanContext, problems: readonly Problem[]): ChangeSet {
  const draft = createDraft(workbook, words);
  const sentences = sentencesByRow(problems, words);
  for (const key of Object.keys(tables) as TableKey[]) {
    const state: TableState = workbook[key];
    if (!('check' in state.table.columns) || !state.usable) continue;
    for (const { id, rowIndex } of [...state.rows, ...state.setAside] as readonly { id: string; rowIndex: number }[]) {
      const check = sentences.get(`${state.title}!${rowIndex + 1}`) ?? null;
      draft.update(state, { id, rowIndex }, { check } as Partial<Cells<Table>>);
    }
  }
  return draft.changeSet();
}

function sentencesByRow(problems: readonly Problem[], words: Words): Map<string, string> {
  const sentences = new Map<string, string>();
  for (const { at, code, params } of problems) {
    const row = at === undefined ? null : /\d+$/.exec(at.cell);
    if (at === undefined || row === null) continue;
    const say = words.problems[code] as (params: Problem['params']) => string;
    const key = `${at.tab}!${row[0]}`;
    const known = sentences.get(key);
    const column = at.cell.slice(0, -row[0].length);
    const sentence = `${column} : ${say(params)}`;
    sentences.set(key, known === undefined ? sentence : `${known} · ${sentence}`);
  }
  return sentences;
}
