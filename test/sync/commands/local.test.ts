// The file of a running local world: read for `--local` and `ops local --env`, and never trusted.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { localEnvironmentText } from '#sync/commands/local.ts';
import { Failure } from '#sync/failure.ts';

const folder = mkdtempSync(join(tmpdir(), 'ops-world-'));
const fileOf = (name: string, content: string) => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};
const env = {
  SPREADSHEET_ID: 'demo',
  STRIPE_KEY: 'rk_test_local',
  GOOGLE_SHEETS_URL: 'http://127.0.0.1:1',
  STRIPE_API_URL: 'http://127.0.0.1:2',
};

test('prints the variables, key included, for a shell', () => {
  expect(localEnvironmentText(fileOf('good.json', JSON.stringify({ env, more: 1 })))).toBe(
    'SPREADSHEET_ID=demo\nSTRIPE_KEY=rk_test_local\nGOOGLE_SHEETS_URL=http://127.0.0.1:1\nSTRIPE_API_URL=http://127.0.0.1:2\n',
  );
});

test.each([
  ['is not there', join(folder, 'absent.json'), 'Aucun monde local'],
  ['is no JSON', fileOf('text.json', 'env'), 'n’est pas celui'],
  ['says something else', fileOf('other.json', '{"environment":{}}'), 'n’est pas celui'],
  [
    'names another machine',
    fileOf('far.json', JSON.stringify({ env: { ...env, STRIPE_API_URL: 'https://api.stripe.com' } })),
    'n’est pas celui',
  ],
  [
    'names a live key',
    fileOf('live.json', JSON.stringify({ env: { ...env, STRIPE_KEY: 'rk_live_12345' } })),
    'n’est pas celui',
  ],
  [
    'misses an address',
    fileOf('half.json', JSON.stringify({ env: { ...env, GOOGLE_SHEETS_URL: '' } })),
    'n’est pas celui',
  ],
])('a file that %s is a failure of the settings', (_, file, text) => {
  const read = () => localEnvironmentText(file);
  expect(read).toThrow(Failure);
  expect(read).toThrow(text);
});
