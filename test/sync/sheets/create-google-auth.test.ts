// The identity towards Google from both forms of file, without a warning of the library and without a call.
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createGoogleAuth } from '#sync/sheets/create-google-auth.ts';

const folder = mkdtempSync(join(tmpdir(), 'ops-auth-'));
const account = 'ops@shop.iam.gserviceaccount.com';
const accessTo = (name: string, content: object) => {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return { kind: 'credentials', file, form: 'key-file', account } as const;
};

test('a key file signs for its account, for Sheets alone', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const private_key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const client = createGoogleAuth(
    accessTo('key.json', { type: 'service_account', client_email: account, private_key }),
  );
  expect(client).toMatchObject({ email: account, scopes: ['https://www.googleapis.com/auth/spreadsheets'] });
});

test('identity federation stands for its account', () => {
  const client = createGoogleAuth(
    accessTo('federation.json', {
      type: 'external_account',
      audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/github',
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      token_url: 'https://sts.googleapis.com/v1/token',
      credential_source: { file: join(folder, 'token') },
      service_account_impersonation_url: `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${account}:generateAccessToken`,
    }),
  );
  expect((client as unknown as { getServiceAccountEmail(): string | null }).getServiceAccountEmail()).toBe(account);
});

test('a file that changed since it was checked is not used', () => {
  const access = accessTo('changed.json', { type: 'authorized_user' });
  expect(() => createGoogleAuth(access)).toThrow('Bug');
});
