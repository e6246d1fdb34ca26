// Google's refusals as one French line with the cure, whatever copy of its client made them.
import { expect, test } from 'vitest';
import { Failure } from '#sync/failure.ts';
import type { GoogleAccess } from '#sync/google-access.ts';
import { googleTrouble, withGoogleFailures } from '#sync/sheets/google-failure.ts';
import { RefusedWrite, UnknownWrite } from '#sync/sheets/sheets-client.ts';

const access: GoogleAccess = {
  kind: 'credentials',
  file: 'key.json',
  form: 'key-file',
  account: 'ops@shop.iam.gserviceaccount.com',
};

/** As gaxios throws: the request rides along, its token included. */
const refusal = (status: number | null, message: string) =>
  Object.assign(new Error(message), {
    config: { headers: { authorization: 'Bearer ya29.hunter2' } },
    response: status === null ? undefined : { status },
  });
const answer = (message: string) => `{"error":{"code":403,"message":"${message}","status":"PERMISSION_DENIED"}}`;

test.each([
  ['an identity refused', refusal(400, 'invalid_grant: Invalid JWT Signature.'), 'l’identité', 'à l’heure'],
  [
    'the API switched off',
    refusal(403, answer('Google Sheets API has not been used in project 1')),
    'n’est pas activée',
    'Bibliothèque',
  ],
  [
    'a scope missing',
    refusal(403, answer('Request had insufficient authentication scopes.')),
    'portée',
    'fichier de clé',
  ],
  ['not shared', refusal(403, answer('The caller does not have permission')), 'refuse l’accès', 'ops@shop.iam'],
  ['not found', refusal(404, answer('Requested entity was not found.')), 'ne trouve pas', 'SPREADSHEET_ID'],
  [
    'no connection',
    refusal(null, 'connect ECONNREFUSED 127.0.0.1:9'),
    'injoignable (connect ECONNREFUSED',
    'connexion',
  ],
  ['trouble of its own', refusal(500, answer('Internal error')), 'Internal error', 'Relancez'],
  [
    'a write refused',
    new RefusedWrite(403, answer('The caller does not have permission'), null),
    'refuse l’accès',
    'Éditeur',
  ],
  ['a write without answer', new UnknownWrite('socket hang up'), 'injoignable (socket hang up', 'connexion'],
])('%s', async (_, error, found, cure) => {
  expect(googleTrouble(error, access)).toEqual({
    found: expect.stringContaining(found),
    cure: expect.stringContaining(cure),
  });
  const failing = withGoogleFailures(access, () => Promise.reject(error));
  await expect(failing).rejects.toBeInstanceOf(Failure);
  await expect(failing).rejects.toThrow(found);
  await expect(failing).rejects.not.toThrow('hunter2');
});

test('what is not Google’s passes as it is', async () => {
  const bug = new TypeError('x is not a function');
  expect(googleTrouble(bug, access)).toBeNull();
  await expect(withGoogleFailures(access, () => Promise.reject(bug))).rejects.toBe(bug);
  await expect(withGoogleFailures(access, async () => 7)).resolves.toBe(7);
});
