// The forms of stock actions: what they offer exists, what they start with can be chosen, every field has its words.
import { describe, expect, test } from 'vitest';
import type { Action, Selection } from '#lib/actions/action.ts';
import { actions } from '#lib/actions/registry.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import { actionText } from '#lib/text/fr/actions.ts';
import { stockActionTexts } from '#lib/text/fr/actions-stock.ts';
import { fr } from '#lib/text/fr.ts';
import { demoShop, demoWorkbook } from '../../demo/demo-workbook.ts';
import { clockAt } from '../../support/clock-at.ts';

const workbook = demoWorkbook(demoShop());
const context = {
  workbook,
  clock: clockAt('2026-11-22'),
  settings: parseSettings(workbook.settings).settings,
  words: fr,
};
const stockActions = actions.filter(({ id }) => id in stockActionTexts);

const selections = ({ startsFrom }: Action): (Selection | null)[] => [
  null,
  ...startsFrom.flatMap((table) => {
    const id = workbook[table].rows[0]?.id;
    return id === undefined ? [] : [{ table, id }];
  }),
];

test('every stock action with words stands in the registry', () => {
  expect(stockActions.map(({ id }) => id).sort()).toEqual(Object.keys(stockActionTexts).sort());
});

describe.each(stockActions.map((action) => [action.id, action] as const))('%s', (id, action) => {
  const { fields } = action;
  const names = Object.entries(fields).flatMap(([name, { type }]) =>
    type.kind === 'lines' ? [name, ...Object.keys(type.columns).map((column) => `${name}.${column}`)] : [name],
  );

  test('names its fields and nothing else', () => {
    expect(Object.keys(actionText(id)?.fields ?? {}).sort()).toEqual([...names].sort());
  });

  test.each(selections(action))('starts from %o with what can be chosen', (selection) => {
    const { initial = {}, options = {} } = action.prepare(context, selection, null);
    expect(Object.keys(options).filter((name) => !names.includes(name))).toEqual([]);
    for (const [name, offered] of Object.entries(options)) {
      expect(
        offered.every(({ label }) => label !== '' && !label.includes('undefined')),
        name,
      ).toBe(true);
    }
    for (const [name, { type }] of Object.entries(fields)) {
      const value = initial[name];
      if (type.kind === 'choice' && value !== undefined) {
        expect(options[name]?.map((option) => option.value)).toContain(value);
      }
      const startsHere = type.kind === 'row' && selection?.table === type.table;
      if (startsHere && action.startsFrom[0] === type.table) expect(value).toBe(selection.id);
    }
  });
});
