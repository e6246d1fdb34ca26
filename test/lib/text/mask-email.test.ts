// Personal data in texts: enough to recognise, never in full.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskAllButDifference, maskEmail, maskEmailsButDifference, maskEmailsIn } from '#lib/text/mask-email.ts';

test.each([
  ['marie.dupont@example.com', 'm…@example.com'],
  ['é@example.org', 'é…@example.org'],
  ['pas une adresse', 'p…'],
  ['@example.org', '@…'],
  ['', '…'],
])('%j is shown as %j', (email, shown) => {
  expect(maskEmail(email)).toBe(shown);
});

test('every address inside a text is masked', () => {
  expect(maskEmailsIn('De marie@example.com (ou <luc@example.org>), pas d’adresse : a @ b')).toBe(
    'De m…@example.com (ou <l…@example.org>), pas d’adresse : a @ b',
  );
});

test.each([
  ['Marie Dupont', 'Marie Durand', 'M…pon…', 'M…ran…'],
  ['Marie Dupont', 'Jean Dupont', 'M…', 'J…'],
  ['Marie Dupont', 'marie  Dupond', 'M…t', 'm…d'],
  ['Paul', 'Paula', 'P…', 'P…a'],
  ['Zoé Petit', 'Zoé Le Petit', 'Z…', 'Z…Le …'],
])('%j and %j are told apart as %j and %j', (one, other, shown, otherShown) => {
  expect(maskAllButDifference(one, other)).toEqual([shown, otherShown]);
});

test.each([
  ['marie.dupont@example.com', 'marie.dupond@example.com', 'm…t@example.com', 'm…d@example.com'],
  ['marie@example.com', 'marie@example.org', 'm…@example.com', 'm…@example.org'],
  ['zoe@a.test', 'luc@b.test', 'z…@a.test', 'l…@b.test'],
  ['zoe.petit', 'zoe.petit@a.test', 'z…', 'z…@a.test'],
])('addresses %j and %j are told apart as %j and %j', (one, other, shown, otherShown) => {
  expect(maskEmailsButDifference(one, other)).toEqual([shown, otherShown]);
});

test('law: two names that differ are shown differently, and a long one never whole', () => {
  const letter = fc.constantFrom('a', 'b', 'é', ' ', 'A');
  const folded = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();
  let met = 0;
  fc.assert(
    fc.property(
      fc.string({ unit: letter, maxLength: 12 }),
      fc.string({ unit: letter, maxLength: 12 }),
      (one, other) => {
        fc.pre(folded(one) !== folded(other) && folded(one) !== '' && folded(other) !== '');
        const [shown, otherShown] = maskAllButDifference(one, other);
        expect(shown.toLowerCase()).not.toBe(otherShown.toLowerCase());
        if (folded(one).length > 4) expect(shown.length).toBeLessThanOrEqual(6);
        met++;
      },
    ),
  );
  expect(met).toBeGreaterThan(50);
});

test('law: no address of more than one letter survives inside a text, and masking twice is masking once', () => {
  const address = fc.emailAddress().filter((email) => !/^[^@]*[=|]/.test(email) && email.indexOf('@') > 1);
  fc.assert(
    fc.property(address, fc.lorem(), (email, text) => {
      const masked = maskEmailsIn(`${text} <${email}>, ${text}`);
      expect(masked.includes(email)).toBe(false);
      expect(maskEmailsIn(masked)).toBe(masked);
    }),
  );
});
