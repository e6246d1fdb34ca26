// Nothing that leaves the command line holds a secret or a person's address in full.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact } from '#sync/redact.ts';

test.each([
  ['a restricted key', 'clé rk_live_51H8abcDEF refusée', 'clé rk_live_… refusée'],
  ['a secret key', 'sk_test_4eC39HqLyjWDarjtT1zdp7dc', 'sk_test_…'],
  ['a key as Stripe masks it', "'rk_test_****************qs8Kgd'", "'rk_test_…'"],
  ['a webhook secret', 'whsec_abc123', 'whsec_…'],
  ['an address', 'écrivez à zoe.durand+test@example.com demain', 'écrivez à z…@example.com demain'],
  ['an address in brackets', '<Zoé.Durand@exemple.example.org>', '<Z…@exemple.example.org>'],
  [
    'a service account stays whole',
    'partagez avec ops@shop.iam.gserviceaccount.com',
    'partagez avec ops@shop.iam.gserviceaccount.com',
  ],
  ['a private key', 'a -----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY----- b', 'a [clé privée] b'],
  ['half a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIE', '[clé privée]'],
  ['a Google token', 'Bearer ya29.a0AfB_byC-123', 'Bearer ya29.…'],
  ['a signed token', 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJvcHMifQ.c2lnbg', '[jeton]'],
  ['plain text', 'facture in_1ABC de CLI-000012 : 18,00 €', 'facture in_1ABC de CLI-000012 : 18,00 €'],
])('%s', (_, text, expected) => {
  expect(redact(text)).toBe(expected);
});

test('a known secret is hidden whatever its shape', () => {
  expect(redact('mot-de-passe, encore mot-de-passe', ['mot-de-passe'])).toBe('[secret], encore [secret]');
});

test('hides any address and any key, wherever they stand', () => {
  const key = fc
    .tuple(fc.constantFrom('rk_live_', 'rk_test_', 'sk_live_'), fc.stringMatching(/^[A-Za-z0-9]{12,40}$/))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.emailAddress(), key, fc.constantFrom(' ', '\n', '"', '(', ':', ', '), (address, secret, around) => {
      const shown = redact(`a${around}${address}${around}${secret}${around}z`);
      expect(shown).not.toContain(secret);
      const local = address.slice(0, address.lastIndexOf('@'));
      if (/^[\w.+'-]{3,}$/.test(local)) expect(shown).not.toContain(local);
    }),
  );
});

test('hiding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      expect(redact(redact(address))).toBe(redact(address));
    }),
  );
});
