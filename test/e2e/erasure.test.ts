// A person erased between two nights of the demo shop: afterwards no cell of the workbook, however old its Journal row, holds
// anything of theirs, and the mirror of Stripe, which still knows them, brings nothing back.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actionById } from '#lib/actions/registry.ts';
import { planAction, planContextOf } from '#lib/actions/run-action.ts';
import type { RowChange } from '#lib/changes/change-set.ts';
import { createDraft } from '#lib/changes/draft.ts';
import type { CustomersRow } from '#lib/tables/customers.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import type { World } from '#local/world/start-world.ts';
import { commitChanges } from '#sync/sheets/commit.ts';
import { readWorkbook } from '#sync/sheets/read-workbook.ts';
import { buildShopFolder, night, nightDeps, openCopy } from '#test/support/shop-world.ts';

let folder: string;
let world: World;
beforeAll(async () => {
  folder = await buildShopFolder();
  world = await openCopy(folder);
  await night(world);
}, 300_000);
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const read = async () => (await readWorkbook(nightDeps(world).sheets, fr)).workbook;

async function commit(
  workbook: WorkbookState,
  changes: readonly RowChange[],
  actionId: string,
): Promise<WorkbookState> {
  const { sheets, clock } = nightDeps(world);
  const head = { actionId, action: actionId, summary: '', who: 'Léa', at: clock.now } as const;
  const outcome = await commitChanges(sheets, workbook, changes, { head }, fr);
  if (outcome.kind !== 'written') throw new Error(`${actionId}: ${outcome.kind}`);
  return outcome.workbook;
}

function planErasure(workbook: WorkbookState, customerId: string) {
  const action = actionById.get('erase-person');
  if (action === undefined) throw new Error('no such action');
  const raw = { customerId, confirmation: customerId };
  const context = planContextOf(workbook, nightDeps(world).clock, fr);
  const plan = planAction(action, context, raw, null, { actionId: 'a-erase', who: 'Léa' });
  if (plan.kind === 'invalid') throw new Error(JSON.stringify(plan.problems));
  return plan;
}

function erasable(workbook: WorkbookState): CustomersRow {
  const found = workbook.customers.rows.find(
    ({ id, stripeCustomer, email, name }) =>
      stripeCustomer !== null && email !== null && name !== null && planErasure(workbook, id).refusals.length === 0,
  );
  if (found === undefined) throw new Error('nobody in the demo shop can be erased');
  return found;
}

/** More rows than the tail that a night usually reads. */
const JOURNAL_ROWS_SINCE = 90;

test('nothing is left in any cell, and nothing comes back', async () => {
  const before = await read();
  const { id, name, email, rowIndex } = erasable(before);
  const draft = createDraft(before, fr);
  draft.update(before.customers, { id, rowIndex }, { note: `${name} <${email}>` });
  let now = await commit(before, draft.changeSet().changes, 'a-note');
  for (let count = 0; count < JOURNAL_ROWS_SINCE; count += 1) {
    const other = now.customers.rows.find((row) => row.id !== id);
    if (other === undefined) throw new Error('the shop has one customer only');
    const filler = createDraft(now, fr);
    filler.update(now.customers, other, { country: `Pays ${count}` });
    now = await commit(now, filler.changeSet().changes, `a-filler-${count}`);
  }
  await commit(now, planErasure(now, id).changes, 'a-erase');
  expect(cellsWith(email)).toEqual([expect.stringContaining('Journal')]);

  await night(world);
  expect(cellsWith(email)).toEqual([]);
  expect((await read()).customers.byId.get(id)).toMatchObject({ name: 'Client effacé', email: null });
  await night(world);
  expect(cellsWith(email)).toEqual([]);
  expect((await read()).customers.byId.get(id)).toMatchObject({ name: 'Client effacé', email: null });
});

/** Tab and row of every cell that holds the text. */
function cellsWith(text: string | null): string[] {
  return world.sheets
    .snapshot()
    .sheets.flatMap(({ properties, cells }) =>
      cells
        .filter(({ input }) => JSON.stringify(input).toLowerCase().includes(String(text).toLowerCase()))
        .map(({ row }) => `${properties.title} ${row + 1}`),
    );
}
