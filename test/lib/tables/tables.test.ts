// Laws that hold for every table of the workbook, so that a new table cannot break what plans and hosts rely on.
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '#lib/tables/default-settings.ts';
import { ownerOf, type Table } from '#lib/tables/definition/table.ts';
import { tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';

const all: readonly Table[] = Object.values(tables);
const columns = all.flatMap((table) =>
  Object.entries(table.columns).map(([name, column]) => ({ table, name, column, label: `${table.key}.${name}` })),
);
const folded = (label: string) => label.toLowerCase().normalize('NFD').replace(/[̀-ͯ]/g, '').trim();
const repeated = (items: readonly (string | number)[]) => items.filter((item, index) => items.indexOf(item) !== index);

describe('every table', () => {
  test('is registered under its own key', () => {
    expect(Object.entries(tables).filter(([key, table]) => key !== table.key)).toEqual([]);
  });

  test('has a sheetId of its own, never 0', () => {
    const ids = all.map((table) => table.sheetId);
    expect(repeated(ids)).toEqual([]);
    expect(ids.filter((id) => id <= 0)).toEqual([]);
  });

  test('gives ids with a prefix of its own', () => {
    expect(repeated(all.flatMap((table) => table.prefix ?? []))).toEqual([]);
  });

  test('has a French title of its own', () => {
    const titles = all.map((table) => fr.tabTitle(table.key));
    expect(titles.filter((title) => !title)).toEqual([]);
    expect(repeated(titles.map(folded))).toEqual([]);
  });

  test('starts with its id column', () => {
    expect(all.filter((table) => Object.keys(table.columns)[0] !== 'id').map((table) => table.key)).toEqual([]);
  });

  test('carries the action id when it is a ledger that actions write', () => {
    const ledgers = all.filter((table) => table.role === 'ledger' && table.key !== 'facts');
    expect(ledgers.length).toBeGreaterThan(3);
    expect(ledgers.filter((table) => !('actionId' in table.columns)).map((table) => table.key)).toEqual([]);
  });

  test('ends with the job’s check column when the team types in it', () => {
    const typed = all.filter((table) => table.role === 'data' && table.owner === 'team');
    expect(typed.length).toBeGreaterThan(10);
    for (const table of typed) {
      expect(Object.keys(table.columns).at(-1), table.key).toBe('check');
      expect(ownerOf(table, 'check'), table.key).toBe('job');
    }
  });
});

describe('every column', () => {
  test.each(all.map((table) => [table.key, table] as const))('of %s has a key of its own', (_, table) => {
    const keys = Object.values(table.keyOf);
    expect(repeated(keys)).toEqual([]);
    expect(keys.filter((key) => !/^[a-z][a-z0-9_]*$/.test(key))).toEqual([]);
  });

  test.each(all.map((table) => [table.key, table] as const))('of %s has a French header of its own', (_, table) => {
    const headers = Object.keys(table.columns).map((name) => fr.header(table.key, name));
    expect(headers.filter((header) => header.trim() === '')).toEqual([]);
    expect(repeated(headers.map(folded))).toEqual([]);
    // A header that falls back to the property's name has been forgotten in lib/text.
    const untranslated = Object.keys(table.columns).filter((name) => fr.header(table.key, name) === name);
    expect(untranslated).toEqual([]);
  });

  test('that names a row of another table names one that exists', () => {
    const refs = columns.flatMap(({ column, label }) =>
      column.type.kind === 'ref' ? [{ label, to: column.type.table }] : [],
    );
    expect(refs.length).toBeGreaterThan(60);
    expect(refs.filter(({ to }) => !(to in tables))).toEqual([]);
  });

  test('with choices offers labels that cannot be taken for one another', () => {
    const choices = columns.flatMap(({ column, label }) =>
      column.type.kind === 'choice' ? [{ label, codes: column.type.codes }] : [],
    );
    expect(choices.length).toBeGreaterThan(40);
    for (const { label, codes } of choices) {
      const labels = fr.choiceLabels(codes);
      expect(
        labels.filter((text) => !text),
        label,
      ).toEqual([]);
      expect(repeated(labels.map(folded)), label).toEqual([]);
      expect(
        codes.map((code) => fr.choiceCode(codes, fr.choiceLabel(code))),
        label,
      ).toEqual(codes);
    }
  });

  test('in cents is money and money is in cents', () => {
    const wrong = columns.filter(({ name, column }) => name.endsWith('Cents') !== (column.type.kind === 'money'));
    expect(wrong.map(({ label }) => label)).toEqual([]);
  });

  test('is adopted with a value of its own kind', () => {
    const wrong = columns.filter(({ column: { adoptAs, type } }) => {
      if (adoptAs === null) return false;
      if (type.kind === 'choice') return !(type.codes as readonly unknown[]).includes(adoptAs);
      const kinds: Record<string, string> = { flag: 'boolean', integer: 'number', rate: 'number' };
      if (type.kind === 'day') return adoptAs !== 'today';
      if (type.kind === 'wallTime') return adoptAs !== 'now';
      return typeof adoptAs !== kinds[type.kind];
    });
    expect(wrong.map(({ label }) => label)).toEqual([]);
  });

  test('with a note belongs to a table that has the column', () => {
    const notes = columns.flatMap(({ table, name, label }) => (fr.note(table.key, name) === null ? [] : [label]));
    expect(notes.length).toBeGreaterThan(20);
  });
});

test('every setting has a French name of its own', () => {
  const labels = Object.keys(defaultSettings).map(fr.settingLabel);
  expect(repeated(labels.map(folded))).toEqual([]);
  expect(Object.keys(defaultSettings).filter((key) => fr.settingLabel(key) === key)).toEqual([]);
});
