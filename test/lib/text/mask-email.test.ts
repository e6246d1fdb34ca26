// Personal data in texts: enough to recognise, never in full.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskEmail, maskEmailsIn, maskName } from '#lib/text/mask-email.ts';

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

test('a name keeps its initials', () => {
  expect(maskName('  Marie  Dupont ')).toBe('M… D…');
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
