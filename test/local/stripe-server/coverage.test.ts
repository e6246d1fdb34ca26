/**
 * COVERAGE.md says what the server answers; its list of endpoints is what the routes say, line by line.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROUTES } from '#local/stripe-server/answer-request.ts';

const file = readFileSync(new URL('../../../local/stripe-server/COVERAGE.md', import.meta.url), 'utf8');

const paging = ['limit', 'starting_after', 'ending_before'];

/** `- `GET /v1/x` · x_read · paging, created · not: plan`; nested parameters by their outer name. */
const lines = ROUTES.map(({ method, path, permission, params }) => {
  const names = Object.keys(params);
  const pages = names.includes('starting_after') ? ['paging'] : [];
  const taken = names.filter((name) => params[name] !== 'unsupported' && !paging.includes(name));
  const refused = names.filter((name) => params[name] === 'unsupported');
  const not = refused.length === 0 ? '' : ` · not: ${refused.join(', ')}`;
  return `- \`${method} ${path}\` · ${permission} · ${[...pages, ...taken].join(', ') || 'nothing'}${not}`;
});

test('the list of endpoints is the list of routes', () => {
  const listed = file.split('\n').filter((line) => /^- `(GET|POST|DELETE) /.test(line));
  expect(listed).toEqual(lines);
});
