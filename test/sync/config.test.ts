// The job's settings: what is accepted, every error at once, and never a value of the environment in an error.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Environment, loadConfig, readConfig } from '#sync/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'ops-config-'));
const fileOf = (name: string, content: string) => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};
const keyFile = fileOf(
  'key.json',
  JSON.stringify({
    type: 'service_account',
    client_email: 'ops@shop.iam.gserviceaccount.com',
    private_key: '-----BEGIN PRIVATE KEY-----\nMIIHunter2Hunter2\n-----END PRIVATE KEY-----\n',
  }),
);
const goodFederation = {
  type: 'external_account',
  audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/github',
  subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
  token_url: 'https://sts.googleapis.com/v1/token',
  credential_source: { url: 'https://token.actions.example.com', headers: {} },
  service_account_impersonation_url:
    'https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/ops@shop.iam.gserviceaccount.com:generateAccessToken',
};
const federationFile = fileOf('federation.json', JSON.stringify(goodFederation));
const SPREADSHEET_ID = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-abcde';
const STRIPE_KEY = 'rk_test_51Hunter2Hunter2Hunter2';
const real: Environment = { SPREADSHEET_ID, STRIPE_KEY, GOOGLE_APPLICATION_CREDENTIALS: keyFile };
const local: Environment = {
  SPREADSHEET_ID: 'demo',
  STRIPE_KEY,
  GOOGLE_SHEETS_URL: 'http://127.0.0.1:4010',
  STRIPE_API_URL: 'http://localhost:4020',
};

const federation = (changes: { readonly [name: string]: unknown }): Environment => {
  const name = `${Object.keys(changes).join()}.json`;
  return { ...real, GOOGLE_APPLICATION_CREDENTIALS: fileOf(name, JSON.stringify({ ...goodFederation, ...changes })) };
};

function configOf(environment: Environment) {
  const result = readConfig(environment);
  if (!result.ok) throw new Error(result.errors.join('\n'));
  return result.config;
}

describe('accepted', () => {
  test('a key file, with defaults for what is not secret', () => {
    expect(configOf(real)).toEqual({
      spreadsheetId: SPREADSHEET_ID,
      google: {
        kind: 'credentials',
        file: keyFile,
        form: 'key-file',
        account: 'ops@shop.iam.gserviceaccount.com',
      },
      stripe: { key: STRIPE_KEY, mode: 'test', url: null },
      timeZone: 'Europe/Paris',
      now: null,
      stripeCallsPerSecond: 20,
      sheetsCallsPerMinute: 55,
      faqFolder: null,
      reviewFolder: null,
      secrets: [STRIPE_KEY],
    });
  });

  test('identity federation, with the account it stands for', () => {
    expect(configOf({ ...real, GOOGLE_APPLICATION_CREDENTIALS: federationFile }).google).toEqual({
      kind: 'credentials',
      file: federationFile,
      form: 'identity-federation',
      account: 'ops@shop.iam.gserviceaccount.com',
    });
  });

  test('the local world, without credentials, at a moment of its own', () => {
    const config = configOf({ ...local, OPS_NOW: '2026-11-22T03:00:00.250Z', OPS_TIME_ZONE: 'America/Guadeloupe' });
    expect(config).toMatchObject({
      spreadsheetId: 'demo',
      google: { kind: 'loopback' },
      now: '2026-11-22T03:00:00Z',
      timeZone: 'America/Guadeloupe',
    });
    expect(config.stripe.url?.href).toBe('http://localhost:4020/');
  });

  test.each([
    ['an address as copied', `https://docs.google.com/spreadsheets/d/${SPREADSHEET_ID}/edit?gid=0#gid=0`],
    ['blanks around it', `  ${SPREADSHEET_ID} `],
  ])('the spreadsheet as %s', (_, text) => {
    expect(configOf({ ...real, SPREADSHEET_ID: text }).spreadsheetId).toBe(SPREADSHEET_ID);
  });

  test.each([
    ['rk_live_51Hunter2', 'live', 0],
    ['sk_live_51Hunter2', 'live', 1],
    ['sk_test_51Hunter2', 'test', 0],
  ])('%s is of the %s account, warnings: %i', (key, mode, warnings) => {
    const result = readConfig({ ...real, STRIPE_KEY: key });
    expect(result.ok && result.config.stripe.mode).toBe(mode);
    expect(result.warnings).toHaveLength(warnings);
  });

  test('every spelling of a loopback address', () => {
    for (const url of ['http://127.0.0.1:1', 'http://127.1:1', 'http://localhost:1', 'http://[::1]:1']) {
      expect(readConfig({ ...local, STRIPE_API_URL: url }).ok, url).toBe(true);
    }
  });
});

describe('refused, with the name and the cure', () => {
  const missingFile = join(folder, 'absent.json');
  test.each<[string, Environment, readonly string[]]>([
    ['nothing at all', {}, ['SPREADSHEET_ID manque', 'GOOGLE_APPLICATION_CREDENTIALS manque', 'STRIPE_KEY manque']],
    ['empty values', { ...real, SPREADSHEET_ID: '  ', STRIPE_KEY: '' }, ['SPREADSHEET_ID manque', 'STRIPE_KEY manque']],
    ['not a spreadsheet', { ...real, SPREADSHEET_ID: 'mon classeur' }, ['SPREADSHEET_ID n’est ni']],
    ['too short an id', { ...real, SPREADSHEET_ID: 'demo' }, ['SPREADSHEET_ID n’est ni']],
    ['a publishable key', { ...real, STRIPE_KEY: 'pk_test_51Hunter2' }, ['publiable']],
    ['a webhook secret', { ...real, STRIPE_KEY: 'whsec_51Hunter2' }, ['webhook']],
    ['something else', { ...real, STRIPE_KEY: 'hunter2' }, ['STRIPE_KEY n’a pas la forme']],
    ['a live key in the local world', { ...local, STRIPE_KEY: 'rk_live_51Hunter2' }, ['compte réel']],
    ['no file', { ...real, GOOGLE_APPLICATION_CREDENTIALS: missingFile }, ['qui n’existe pas']],
    [
      'a file that is no JSON',
      { ...real, GOOGLE_APPLICATION_CREDENTIALS: fileOf('text.json', 'Hunter2 text') },
      ['n’est pas du JSON'],
    ],
    [
      'JSON of something else',
      {
        ...real,
        GOOGLE_APPLICATION_CREDENTIALS: fileOf('user.json', '{"type":"authorized_user","refresh_token":"Hunter2"}'),
      },
      ['ni une clé de compte de service'],
    ],
    [
      'a federation that sends its token elsewhere',
      federation({ token_url: 'https://hunter2.example.com/token' }),
      ['ni une clé'],
    ],
    [
      'a federation that runs a command',
      federation({ credential_source: { executable: { command: 'hunter2' } } }),
      ['ni une clé'],
    ],
    ['a zone that does not exist', { ...real, OPS_TIME_ZONE: 'Europe/Lutèce' }, ['OPS_TIME_ZONE']],
    ['an address elsewhere', { ...local, STRIPE_API_URL: 'http://Hunter2.example.com' }, ['STRIPE_API_URL n’est pas']],
    [
      'an address that only begins alike',
      { ...local, STRIPE_API_URL: 'http://127.0.0.1.Hunter2.com' },
      ['STRIPE_API_URL'],
    ],
    ['https on loopback', { ...local, GOOGLE_SHEETS_URL: 'https://127.0.0.1:1' }, ['GOOGLE_SHEETS_URL n’est pas']],
    ['a password in an address', { ...local, STRIPE_API_URL: 'http://me:Hunter2@localhost:1' }, ['STRIPE_API_URL']],
    ['half a local world', { ...real, GOOGLE_SHEETS_URL: 'http://127.0.0.1:1' }, ['ne se mélangent pas']],
    ['the other half', { ...real, STRIPE_API_URL: 'http://127.0.0.1:1' }, ['ne se mélangent pas']],
    ['a moment with real accounts', { ...real, OPS_NOW: '2026-11-22T03:00:00Z' }, ['OPS_NOW n’est accepté']],
    ['a moment without zone', { ...local, OPS_NOW: '2026-11-22T03:00:00' }, ['OPS_NOW n’est pas un instant']],
    ['a day that does not exist', { ...local, OPS_NOW: '2026-13-41T03:00:00Z' }, ['OPS_NOW n’est pas un instant']],
    ['too fast', { ...real, OPS_STRIPE_CALLS_PER_SECOND: '500' }, ['OPS_STRIPE_CALLS_PER_SECOND', '1 à 25']],
    ['not a number', { ...real, OPS_SHEETS_CALLS_PER_MINUTE: 'vite' }, ['OPS_SHEETS_CALLS_PER_MINUTE']],
    [
      'four errors at once',
      { SPREADSHEET_ID: 'x y', STRIPE_KEY: 'pk_live_Hunter2', OPS_TIME_ZONE: 'Nulle/Part' },
      ['SPREADSHEET_ID', 'GOOGLE_APPLICATION_CREDENTIALS', 'STRIPE_KEY', 'OPS_TIME_ZONE'],
    ],
  ])('%s', (_, environment, expected) => {
    const result = readConfig(environment);
    expect(result.ok).toBe(false);
    const errors = result.ok ? [] : result.errors;
    for (const text of expected) expect(errors.join('\n')).toContain(text);
    expect(errors.join('\n')).not.toMatch(/hunter2/i);
    for (const error of errors) expect(error).toMatch(/\. .+\.$/);
  });
});

describe('the file', () => {
  test('gives what the environment does not, which wins', () => {
    const file = fileOf('a.env', `SPREADSHEET_ID=${SPREADSHEET_ID}\nSTRIPE_KEY=rk_test_fromfile\n`);
    const result = loadConfig({ STRIPE_KEY, GOOGLE_APPLICATION_CREDENTIALS: keyFile }, file);
    expect(result.ok && result.config.stripe.key).toBe(STRIPE_KEY);
  });

  test('may be missing', () => {
    expect(loadConfig(real, join(folder, 'absent.env')).ok).toBe(true);
  });

  test('has its unknown names told, not their values', () => {
    const file = fileOf('b.env', 'STRIPE_KEYS=rk_test_Hunter2\n');
    expect(loadConfig(real, file).warnings).toEqual([expect.stringContaining('STRIPE_KEYS')]);
    expect(loadConfig(real, file).warnings.join()).not.toContain('Hunter2');
  });

  test('that cannot be read is an error', () => {
    expect(loadConfig(real, folder)).toMatchObject({ ok: false, errors: [expect.stringContaining(folder)] });
  });
});
