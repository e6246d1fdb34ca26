// Undo from the sidebar, through the built bundle: which action is offered, what comes back, what is no longer offered.
import { expect, test } from 'vitest';
import { fr } from '#lib/text/fr.ts';
import { useSmallShop, waste } from '#test/support/small-shop.ts';

const { host, call, previewOf, commitWaste, rows, onHand } = useSmallShop();

test('an undo brings everything back, and is not offered twice', () => {
  const open = call('openForm', { action: 'remove-stock' });
  commitWaste(open);
  host().forgetCalls();
  const undo = call('openForm', { action: 'undo' });
  expect(undo.form.initial).toEqual({ target: open.run.actionId });
  const seen = previewOf(undo, undo.form.initial);
  expect(seen.refusals).toEqual([]);
  expect(host().calls.splice(0)).toEqual(['batchGetByDataFilter', 'batchGetByDataFilter']);
  expect(call('commitForm', { run: undo.run, raw: undo.form.initial, seen })).toMatchObject({
    kind: 'done',
    summary: seen.summary,
  });
  expect(host().calls).toEqual(['get', 'batchGetByDataFilter', 'batchUpdate']);
  expect(onHand()).toEqual([10, 10]);
  expect(rows('movements').reduce((sum, row) => sum + Number(row.quantity), 0)).toBe(0);
  expect(call('openForm', { action: 'undo' }).form.hints).toEqual([fr.addon.undoNothing]);
});

test('an undo asked for an action takes that one, whoever did another since', () => {
  const mine = call('openForm', { action: 'remove-stock' });
  commitWaste(mine);
  commitWaste(call('openForm', { action: 'remove-stock' }), { ...waste, lotId: 'LOT-000002' });
  const undo = call('openForm', { action: 'undo', target: mine.run.actionId });
  expect(undo.form.initial).toEqual({ target: mine.run.actionId });
  call('commitForm', { run: undo.run, raw: undo.form.initial, seen: previewOf(undo, undo.form.initial) });
  expect(onHand()).toEqual([10, 7]);
  const again = call('openForm', { action: 'undo', target: mine.run.actionId });
  expect(again.form).toMatchObject({ initial: { target: '' }, hints: [fr.addon.undoGone] });
});

test('an action that wrote nothing says that there is nothing to undo', () => {
  expect(commitWaste(call('openForm', { action: 'remove-stock' }))).toMatchObject({ isWritten: true });
  const open = call('openForm', { action: 'compare-reorder-policies' });
  expect(commitWaste(open, open.form.initial)).toMatchObject({ kind: 'done', isWritten: false });
});
