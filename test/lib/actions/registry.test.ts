// Every action says all it must: words for itself and each of its fields, a name that makes a function, tables it may touch.
import { describe, expect, test } from 'vitest';
import type { Fields } from '#lib/actions/field.ts';
import { menuFunctionName } from '#lib/actions/menu-function-name.ts';
import { actions } from '#lib/actions/registry.ts';
import { undoRules } from '#lib/changes/undo-rules.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';

test('ids are unique, and so are the functions of the menu', () => {
  expect(actions.length).toBeGreaterThan(20);
  expect(new Set(actions.map(({ id }) => menuFunctionName(id))).size).toBe(actions.length);
});

test.each([
  ['receive-purchase', 'openAction_receivePurchase'],
  ['undo', 'openAction_undo'],
])('%s is opened by %s', (id, name) => {
  expect(menuFunctionName(id)).toBe(name);
});

describe.each(actions.map((action) => [action.id, action] as const))('%s', (_, action) => {
  test('has words for itself and for every field, and no others', () => {
    const text = fr.actionText(action.id);
    expect(text?.label).toMatch(/^\p{Lu}/u);
    expect(Object.keys(text?.fields ?? {}).sort()).toEqual(placesOf(action.fields).sort());
  });

  test('appends only to tables that an undo can take back', () => {
    const ledgers: readonly TableKey[] = action.appends;
    expect(ledgers.filter((key) => undoRules[key] === undefined)).toEqual([]);
    expect(ledgers.filter((key) => action.reads.includes(key))).toEqual([]);
  });
});

function placesOf(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, { type }]) =>
    type.kind === 'lines' ? [name, ...Object.keys(type.columns).map((column) => `${name}.${column}`)] : [name],
  );
}
