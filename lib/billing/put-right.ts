// A cell that belongs to the night and that a person changed is put right, and the Rapprochement tells it in the same
// group of writes: a night that is cut short neither loses the notice nor gives it twice.
import type { Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { decodeCell } from '#lib/tables/definition/cell-codec.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import type { Table } from '#lib/tables/definition/table.ts';
import { maskEmailsIn } from '#lib/text/mask-email.ts';
import { sayObject } from './reconciliation/say-object.ts';
import { sayCell, sayValue } from './say-value.ts';

export interface ChangedByHand {
  readonly table: Table;
  readonly name: string;
  readonly before: CellValue;
  /** The right value, decoded. */
  readonly value: unknown;
}

/**
 * Certainly by hand: a cell that cannot be read, a required cell that is empty, or (`fixed`) another value where Stripe
 * never changes one. Any other difference is Stripe's news.
 */
export function wasChangedByHand(
  { words }: PlanContext,
  table: Table,
  name: string,
  before: CellValue,
  fixed: boolean,
): boolean {
  const column = table.columns[name];
  if (column === undefined) return false;
  if (before === null) return column.required;
  return fixed || !decodeCell(column.type, before, words).ok;
}

/** A row of Rapprochement that is settled the day it is opened. @param object `table/row id`, which is also the group. */
export function notePutRight(context: PlanContext, draft: Draft, object: string, found: ChangedByHand): void {
  const { workbook, words, clock } = context;
  const says = words.reconciliation;
  const header = words.header(found.table.key, found.name);
  const rowId = object.slice(object.indexOf('/') + 1);
  draft.append(
    workbook.reconciliation,
    {
      id: draft.nextId(workbook.reconciliation),
      kind: 'put_right',
      subject: `put_right|${object}/${found.name}`,
      about: sayObject(context, `${object}/${found.name}`),
      what: says.putRight({ tab: workbook[found.table.key as 'invoices'].title, id: rowId, header }),
      workbookSays: maskEmailsIn(sayCell(found.table, found.name, found.before, words)),
      stripeSays: sayValue(found.table, found.name, found.value, words),
      rightSide: 'stripe',
      done: says.putRightDone,
      since: clock.today,
      status: 'settled',
      settledOn: clock.today,
    },
    object,
  );
}
