// Système as people may leave it: rows deleted, pasted twice, cells typed over.
import { describe, expect, test } from 'vitest';
import {
  planSystemRows,
  recentActions,
  systemNumber,
  systemText,
  withRecentAction,
} from '#lib/changes/system-state.ts';
import { type TestRows, workbookOf } from '#test/support/workbook-of.ts';

const systemOf = (rows: TestRows['system'] & object) => workbookOf({ system: rows }).system;

describe('a number', () => {
  test.each([
    ['12', 12],
    [' 12 ', 12],
    ['douze', null],
    ['-1', null],
    ['1.5', null],
    ['', null],
    ['9'.repeat(16), null],
  ])('%j reads as %s', (value, number) => {
    expect(systemNumber(systemOf([{ id: 'revision', value }]), 'revision')).toBe(number);
  });

  test('is read where it stands first, when a person pasted its row', () => {
    const state = systemOf([
      { id: 'revision', value: '4' },
      { id: 'revision', value: '9' },
    ]);
    expect(systemNumber(state, 'revision')).toBe(4);
    expect(planSystemRows(state, { revision: '5' })).toMatchObject([{ kind: 'update', rowIndex: 2 }]);
  });
});

test('rows that are gone are appended, rows that hold the value already are left', () => {
  const state = systemOf([
    { id: 'a', value: '1' },
    { id: 'b', value: '2' },
    { id: 'c', value: '3' },
  ]);
  expect(planSystemRows(state, { a: '1', b: '9', c: null, d: 'x' })).toEqual([
    {
      kind: 'update',
      table: 'system',
      id: 'b',
      rowIndex: 3,
      group: 'system',
      cells: { value: { before: '2', after: '9' } },
    },
    {
      kind: 'update',
      table: 'system',
      id: 'c',
      rowIndex: 4,
      group: 'system',
      cells: { value: { before: '3', after: null } },
    },
    { kind: 'append', table: 'system', id: 'd', group: 'system', cells: { id: 'd', value: 'x' } },
  ]);
});

test('the last 60 actions are kept, the newest last', () => {
  let state = systemOf([]);
  for (let index = 1; index <= 70; index += 1) {
    state = systemOf([{ id: 'recent_actions', value: withRecentAction(state, `a${index}`) }]);
  }
  expect(recentActions(state)).toHaveLength(60);
  expect(recentActions(state).at(0)).toBe('a11');
  expect(recentActions(state).at(-1)).toBe('a70');
  expect(systemText(state, 'nothing')).toBeNull();
});
