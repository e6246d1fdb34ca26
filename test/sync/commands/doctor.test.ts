// Which versions of Node run the sources as they are.
import { expect, test } from 'vitest';
import { checkNode } from '#sync/commands/doctor.ts';

test.each([
  ['20.20.2', 'failed'],
  ['22.17.1', 'failed'],
  ['22.18.0', 'ok'],
  ['23.0.0', 'ok'],
  ['24.21.0', 'ok'],
])('%s is %s', (version, state) => {
  const check = checkNode(version);
  expect(check).toMatchObject({ state, found: version });
  expect(check.cure === null).toBe(state === 'ok');
});
