// An action from the menu to the journal, through the built bundle: how often it calls Google, what it writes, and what
// happens when people, other programs and Google get in its way.
import { describe, expect, test } from 'vitest';
import { tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { googleError } from '#test/support/add-on-host.ts';
import { useSmallShop, waste } from '#test/support/small-shop.ts';

const { host, clock, call, previewOf, commitWaste, rows, onHand, cellOf, type, typeSystem } = useSmallShop();

test('the menu opens a sidebar told what to open', () => {
  host().run('onOpen');
  expect(host().menu.some((item) => item.endsWith('= openAction_removeStock'))).toBe(true);
  expect(host().menu.at(-2)).toBe('Opérations › Annuler la dernière action = openUndo');
  host().run('openAction_removeStock');
  expect(host().sidebars[0]).toContain('{"action":"remove-stock"}');
});

test('one read opens, one read previews; the marks, one read and one write commit', () => {
  const open = call('openForm', { action: 'remove-stock' });
  expect(host().calls.splice(0)).toEqual(['batchGetByDataFilter']);
  const preview = previewOf(open, waste);
  expect(host().calls.splice(0)).toEqual(['batchGetByDataFilter']);
  expect(preview.refusals).toEqual([]);
  expect(preview.lines.map(({ tab, kind, id }) => [tab, kind, id])).toContainEqual(['Lots', 'update', 'LOT-000001']);
  const done = call('commitForm', { run: open.run, raw: waste, seen: preview });
  expect(host().calls.splice(0)).toEqual(['get', 'batchGetByDataFilter', 'batchUpdate']);
  expect(done).toMatchObject({ kind: 'done', summary: preview.summary, notes: [] });
  expect(host().toasts).toEqual([preview.summary]);
  expect(onHand()).toEqual([7, 10]);
  const [movement] = rows('movements');
  expect(movement).toMatchObject({
    lot_id: 'LOT-000001',
    quantity: -3,
    who: 'lea@maison.test',
    action_id: open.run.actionId,
  });
  expect(rows('journal')[0]).toMatchObject({
    action: 'Perte, cadeau ou date courte',
    action_id: open.run.actionId,
  });
});

test('a second click writes nothing and says so', () => {
  const open = call('openForm', { action: 'remove-stock' });
  const request = { run: open.run, raw: waste, seen: previewOf(open, waste) };
  call('commitForm', request);
  host().forgetCalls();
  expect(call('commitForm', request)).toMatchObject({ kind: 'done', notes: [fr.addon.doneAlready] });
  expect(host().calls).toEqual(['get', 'batchGetByDataFilter']);
  expect(onHand()).toEqual([7, 10]);
});

test('the selected row fills the form', () => {
  host().select(tables.lots.sheetId, 3);
  expect(call('openForm', { action: 'remove-stock' }).form.initial.lotId).toBe('LOT-000002');
  host().select(tables.lots.sheetId, 1);
  expect(call('openForm', { action: 'remove-stock' }).run.selection).toBeNull();
});

test('every mistake of the form at once, with its field', () => {
  const open = call('openForm', { action: 'remove-stock' });
  const raw = { kind: 'perte', lotId: 'LOT-000009', quantity: 'trois', reason: ' ' };
  expect(call('previewForm', { run: open.run, raw })).toEqual({
    kind: 'invalid',
    problems: [
      { field: 'kind', message: fr.addon.fieldChoice },
      { field: 'lotId', message: fr.addon.fieldRow({ value: 'LOT-000009', tab: 'Lots' }) },
      { field: 'quantity', message: fr.addon.fieldInteger },
      { field: 'reason', message: fr.addon.fieldRequired },
    ],
  });
});

describe('between the preview and the click', () => {
  test('a change of what was shown is shown again, and nothing is written', () => {
    const open = call('openForm', { action: 'remove-stock' });
    const seen = previewOf(open, waste);
    type(cellOf('lots', 2, 'onHand'), { numberValue: 8 });
    const again = call('commitForm', { run: open.run, raw: waste, seen });
    if (again.kind !== 'changed') throw new Error(again.kind);
    expect(again.notice).toBe(fr.addon.changedMeanwhile);
    expect(onHand()).toEqual([8, 10]);
    expect(call('commitForm', { run: open.run, raw: waste, seen: again.preview }).kind).toBe('done');
    expect(onHand()).toEqual([5, 10]);
  });

  test('a formula typed by a person is refused, not overwritten', () => {
    const open = call('openForm', { action: 'remove-stock' });
    const seen = previewOf(open, waste);
    type(cellOf('lots', 2, 'onHand'), { formulaValue: '=5+5' });
    const again = call('commitForm', { run: open.run, raw: waste, seen });
    if (again.kind !== 'changed') throw new Error(again.kind);
    expect(again.preview.refusals.join()).toContain('formule');
    expect(rows('movements')).toEqual([]);
  });

  test('a preview of hours ago is planned again at the moment of the click', () => {
    const open = call('openForm', { action: 'remove-stock' });
    const seen = previewOf(open, waste);
    clock().advance(2 * 3_600_000);
    expect(call('commitForm', { run: open.run, raw: waste, seen })).toMatchObject({
      kind: 'changed',
      notice: fr.addon.newerClock,
    });
  });
});

describe('while it writes', () => {
  test('another program that comes first makes it plan again', () => {
    const open = call('openForm', { action: 'remove-stock' });
    const other = call('openForm', { action: 'remove-stock' });
    const seen = previewOf(open, waste);
    const second = { ...waste, lotId: 'LOT-000002' };
    const otherSeen = previewOf(other, second);
    host().beforeNext('batchUpdate', () => call('commitForm', { run: other.run, raw: second, seen: otherSeen }));
    // The movement's id that the person saw is taken now, so it is shown again.
    expect(call('commitForm', { run: open.run, raw: waste, seen }).kind).toBe('changed');
    expect(onHand()).toEqual([10, 7]);
    expect(commitWaste(open).kind).toBe('done');
    expect(onHand()).toEqual([7, 7]);
    expect(rows('movements').map((row) => row.id)).toEqual(['MVT-000001', 'MVT-000002']);
  });

  test('a revision typed over by a person is told by the marks and costs no try', () => {
    commitWaste(call('openForm', { action: 'remove-stock' }));
    typeSystem('revision', '0');
    const open = call('openForm', { action: 'remove-stock' });
    const seen = previewOf(open, waste);
    host().forgetCalls();
    expect(call('commitForm', { run: open.run, raw: waste, seen }).kind).toBe('done');
    expect(host().calls).toEqual(['get', 'batchGetByDataFilter', 'batchUpdate']);
    expect(onHand()).toEqual([4, 10]);
    expect(rows('system').find((row) => row.id === 'revision')?.value).toBe('2');
  });

  test('a revision typed over between two programs lets only one of them win', () => {
    const open = call('openForm', { action: 'remove-stock' });
    const other = call('openForm', { action: 'remove-stock' });
    const [seen, otherSeen] = [previewOf(open, waste), previewOf(other, waste)];
    host().beforeNext('batchUpdate', () => {
      typeSystem('revision', '5000');
      call('commitForm', { run: other.run, raw: waste, seen: otherSeen });
    });
    // Both would write 7: the one that comes second is shown what the first left.
    expect(call('commitForm', { run: open.run, raw: waste, seen }).kind).toBe('changed');
    expect(onHand()).toEqual([7, 10]);
  });

  test('a counter that a person emptied gives no id a second time', () => {
    commitWaste(call('openForm', { action: 'remove-stock' }));
    typeSystem('counter.MVT', '');
    typeSystem('counter.JRN', '');
    expect(commitWaste(call('openForm', { action: 'remove-stock' })).kind).toBe('done');
    expect(rows('movements').map((row) => row.id)).toEqual(['MVT-000001', 'MVT-000002']);
    expect(rows('journal').map((row) => row.id)).toEqual(['JRN-000001', 'JRN-000002']);
    expect(call('openForm', { action: 'undo' }).form.fields[0]?.options).toHaveLength(2);
  });

  test.each([['answered with 429 twice', 429, 2]])('%s, it waits and sends again', (_, code, times) => {
    let left = times;
    const refuse = () => {
      if (left === 0) return;
      left -= 1;
      host().beforeNext('batchUpdate', refuse);
      throw googleError('batchUpdate', code, 'Quota exceeded for quota metric');
    };
    host().beforeNext('batchUpdate', refuse);
    expect(commitWaste(call('openForm', { action: 'remove-stock' })).kind).toBe('done');
    expect(host().sleeps.length).toBe(times);
    expect(onHand()).toEqual([7, 10]);
  });

  test('an answer that is lost is looked up, not written twice', () => {
    host().afterNext('batchUpdate', () => {
      throw googleError('batchUpdate', 503, 'The service is currently unavailable.');
    });
    expect(commitWaste(call('openForm', { action: 'remove-stock' })).kind).toBe('done');
    expect(onHand()).toEqual([7, 10]);
    expect(rows('movements')).toHaveLength(1);
  });

  test('a row inserted above is noticed and put right', () => {
    host().beforeNext('batchUpdate', () => {
      const range = { sheetId: tables.lots.sheetId, dimension: 'ROWS', startIndex: 2, endIndex: 3 };
      host().api('POST', ':batchUpdate', { requests: [{ insertDimension: { range, inheritFromBefore: false } }] });
    });
    const done = commitWaste(call('openForm', { action: 'remove-stock' }));
    expect(done).toMatchObject({ kind: 'done', notes: [fr.addon.repaired] });
    const hands = rows('lots').filter((row) => row.id !== null);
    expect(hands.map((row) => [row.id, row.on_hand])).toEqual([
      ['LOT-000001', 7],
      ['LOT-000002', 10],
    ]);
  });
});

test('who acted: asked once when Google hides the address', () => {
  host().setEmail('');
  expect(call('openForm', { action: 'remove-stock' }).who).toBe('');
  expect(call('saveIdentity', { name: ' Léa ' })).toEqual({ who: 'Léa' });
  commitWaste(call('openForm', { action: 'remove-stock' }));
  expect(rows('journal')[0]?.who).toBe('Léa');
});

test('a failure is a sentence, never an exception', () => {
  expect(host().call('openForm', { action: 'fly' })).toEqual({ ok: false, message: fr.addon.actionUnknown });
  host().beforeNext('batchGetByDataFilter', () => {
    throw googleError('values.batchGetByDataFilter', 403, 'The caller does not have permission');
  });
  expect(host().call('openForm', { action: 'remove-stock' })).toEqual({ ok: false, message: fr.addon.notAllowed });
  host().beforeNext('batchGetByDataFilter', () => {
    throw new Error(
      'Specified permissions are not sufficient to call sheets.spreadsheets.values.batchGetByDataFilter.',
    );
  });
  expect(host().call('openForm', { action: 'remove-stock' })).toEqual({ ok: false, message: fr.addon.rightMissing });
});
