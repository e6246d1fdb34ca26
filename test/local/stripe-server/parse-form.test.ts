/**
 * Stripe's form encoding, against the client's own encoder.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseForm } from '#local/stripe-server/parse-form.ts';

test.each([
  ['', {}],
  ['limit=3&status=all', { limit: '3', status: 'all' }],
  ['expand[]=data.customer&expand[]=data.schedule', { expand: ['data.customer', 'data.schedule'] }],
  ['expand[0]=a&expand[1]=b', { expand: ['a', 'b'] }],
  ['created[gte]=5&created[lt]=9', { created: { gte: '5', lt: '9' } }],
  ['items[0][id]=si_1&items[0][price]=p&items[1][id]=si_2', { items: [{ id: 'si_1', price: 'p' }, { id: 'si_2' }] }],
  ['pause_collection=', { pause_collection: '' }],
  ['metadata[a%20b]=c%26d+e', { metadata: { 'a b': 'c&d e' } }],
  ['created%5Bgte%5D=5', { created: { gte: '5' } }],
])('%s', (form, value) => {
  expect(parseForm(form)).toEqual(value);
});

test('what a client encodes is read back', () => {
  const word = fc.string({ minLength: 1 });
  const name = fc.stringMatching(/^[a-z_]{1,8}$/);
  fc.assert(
    fc.property(fc.dictionary(name, word), fc.array(word, { minLength: 1 }), (metadata, expand) => {
      const pairs = [
        ...Object.entries(metadata).map(([key, value]) => `metadata[${key}]=${encodeURIComponent(value)}`),
        ...expand.map((value, index) => `expand[${index}]=${encodeURIComponent(value)}`),
      ];
      const expected = Object.keys(metadata).length === 0 ? { expand } : { metadata: { ...metadata }, expand };
      expect(parseForm(pairs.join('&'))).toEqual(expected);
    }),
  );
});
