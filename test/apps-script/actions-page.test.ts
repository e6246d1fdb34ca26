// The page about the actions says what the registry has.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { actionsPage } from '#addon/build/actions-page.ts';
import { actions } from '#lib/actions/registry.ts';

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'actions.md');

test('docs/actions.md is up to date: npm run docs:actions', () => {
  const page = actionsPage();
  expect(page.split('\n').filter((line) => line.startsWith('| ')).length).toBeGreaterThan(actions.length);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});
