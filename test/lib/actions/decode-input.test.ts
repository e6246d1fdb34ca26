// What people type into forms, French and otherwise, and what becomes of it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeInput } from '#lib/actions/decode-input.ts';
import { rawInput } from '#lib/actions/describe-form.ts';
import {
  choiceField,
  dayField,
  flagField,
  integerField,
  linesField,
  moneyField,
  rowField,
  textField,
} from '#lib/actions/field.ts';
import type { RawInput } from '#lib/actions/screen.ts';
import { addDays } from '#lib/kernel/day.ts';
import { fr } from '#lib/text/fr.ts';
import { workbookOf } from '#test/support/workbook-of.ts';

const fields = {
  note: textField(),
  count: integerField({ min: 0, max: 1000 }),
  price: moneyField(),
  on: dayField(),
  isGift: flagField(),
  kind: choiceField(),
  hub: rowField('hubs'),
  lines: linesField({ hub: rowField('hubs', { required: true }), count: integerField() }),
};
const options = { kind: [{ value: 'waste', label: 'Perte' }] };
const workbook = workbookOf({ hubs: [{ id: 'HUB-000001', name: 'Hub' }] });
const decode = (raw: RawInput) => decodeInput(fields, raw, { options, workbook, words: fr });

describe('accepted', () => {
  test.each([
    ['note', ' deux  mots ', 'deux  mots'],
    ['count', '12', 12],
    ['count', '1 000', 1000],
    ['price', '12,50', 1250],
    ['price', '1 234,5 €', 123_450],
    ['price', '0.1', 10],
    ['price', '-3', -300],
    ['on', '2026-11-25', '2026-11-25'],
    ['on', '5/3/2026', '2026-03-05'],
    ['isGift', true, true],
    ['kind', 'waste', 'waste'],
    ['hub', 'hub-000001', 'HUB-000001'],
    ['count', '', null],
    ['note', '   ', null],
  ])('%s: « %s » is %j', (name, raw, value) => {
    expect(decode({ [name]: raw })).toMatchObject({ ok: true, input: { [name]: value } });
  });
});

describe('refused, with the field', () => {
  test.each([
    ['count', '1,5', fr.addon.fieldInteger],
    ['count', 'douze', fr.addon.fieldInteger],
    ['count', '-1', fr.addon.fieldTooSmall({ min: 0 })],
    ['count', '1001', fr.addon.fieldTooLarge({ max: 1000 })],
    ['price', '12,50,3', fr.addon.fieldMoney],
    ['on', '31/02/2026', fr.addon.fieldDay],
    ['kind', 'vol', fr.addon.fieldChoice],
    ['hub', 'HUB-9', fr.addon.fieldRow({ value: 'HUB-9', tab: 'Hubs' })],
    ['note', 'x'.repeat(50_001), fr.addon.fieldTooLong],
  ])('%s: « %.20s »', (field, raw, message) => {
    expect(decode({ [field]: raw })).toEqual({ ok: false, problems: [{ field, message }] });
  });
});

test('empty lines are left out; a mistake names its line as the form counts them', () => {
  const empty = { hub: '', count: '' };
  expect(decode({ lines: [empty, { hub: 'HUB-000001', count: '' }, empty] })).toMatchObject({
    ok: true,
    input: { lines: [{ hub: 'HUB-000001', count: null }] },
  });
  expect(decode({ lines: [empty, { hub: '', count: '2' }] })).toEqual({
    ok: false,
    problems: [{ field: 'lines.1.hub', message: fr.addon.fieldRequired }],
  });
});

test('law: what a form is filled with is read back as it was', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
  const input = fc.record({
    note: fc.option(fc.stringMatching(/^[a-zé]{1,9}$/)),
    count: fc.option(fc.integer({ min: 0, max: 1000 })),
    price: fc.option(fc.integer({ min: -9_999_999, max: 9_999_999 })),
    on: fc.option(day),
    isGift: fc.boolean(),
    kind: fc.option(fc.constant('waste')),
    hub: fc.option(fc.constant('HUB-000001')),
    lines: fc.array(fc.record({ hub: fc.constant('HUB-000001'), count: fc.option(fc.integer()) })),
  });
  fc.assert(
    fc.property(input, (typed) => {
      expect(decode(rawInput(fields, typed))).toEqual({ ok: true, input: typed });
    }),
  );
});
