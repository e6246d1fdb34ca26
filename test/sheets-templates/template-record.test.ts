// What the template remembers of what it wrote: the one thing that tells our old text from a person's own.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from '#templates/fingerprint.ts';
import { openTemplateRecord } from '#templates/template-record.ts';

test('a piece is new, then the same, then changed', () => {
  const first = openTemplateRecord('');
  expect(first.note('h.sku', 'SKU')).toBe('new');
  expect(first.last('h.sku')).toBeNull();
  const second = openTemplateRecord(first.text());
  expect(second.last('h.sku')).toBe(fingerprint('SKU'));
  expect([second.note('h.sku', 'SKU'), second.note('h.sku', 'Référence')]).toEqual(['same', 'changed']);
  expect(openTemplateRecord(second.text()).note('h.sku', 'Référence', true)).toBe('new');
});

test('a damaged record makes pieces new; it never fails', () => {
  fc.assert(
    fc.property(fc.string(), (stored) => {
      const record = openTemplateRecord(stored);
      expect(['new', 'changed']).toContain(record.note('h.sku', 'SKU'));
    }),
  );
});

test('a record read back is the same record, whatever the order of its pieces', () => {
  const piece = fc.stringMatching(/^[a-z]\.[a-z_=]{1,12}$/);
  fc.assert(
    fc.property(fc.uniqueArray(piece, { minLength: 1 }), fc.jsonValue(), (pieces, spec) => {
      const record = openTemplateRecord('');
      for (const name of pieces) record.note(name, spec);
      const again = openTemplateRecord(record.text());
      expect(pieces.map((name) => again.note(name, spec))).toEqual(pieces.map(() => 'same'));
      expect(again.text()).toBe(record.text());
      expect(record.text().length).toBeLessThan(50_000);
    }),
  );
});
