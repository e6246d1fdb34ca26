// What Apps Script would refuse is refused here: syntax younger than ES2019, globals it lacks, names it cannot call, a bundle
// too heavy to start fast, a service nobody listed, a file clasp would not push.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';
import { describe, expect, test } from 'vitest';
import { writeAddon } from '#addon/build/build-addon.ts';
import { LEFT_OUT, NOTES_NAME } from '#addon/build/leave-out-texts.ts';
import { menuFunctionName } from '#lib/actions/menu-function-name.ts';
import { actions } from '#lib/actions/registry.ts';
import { createWorldClock } from '#local/clock.ts';
import { bareContext } from '#test/support/bare-context.ts';
import { built } from '#test/support/built-add-on.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** Just above what all actions need; docs/deploy-addon.md says what it is made of and what loading it costs. */
const LARGEST_CODE_BYTES = 600_000;
const LARGEST_CODE_GZIP_BYTES = 200_000;
/** What a person waits for before the first field shows. */
const LARGEST_PAGE_BYTES = 60_000;

const scriptsOf = (page: string) =>
  [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script]) => script ?? '');

describe('the server bundle', () => {
  const program = parse(built.code, { ecmaVersion: 2019, sourceType: 'script' });

  test('is plain ES2019', () => {
    expect(program.body.length).toBeGreaterThan(1);
    expect(() => parse('class A { #b = 1 }', { ecmaVersion: 2019 })).toThrow();
  });

  test('loads where there is nothing but the language', () => {
    const context = bareContext(createWorldClock(0), {});
    runInContext(built.code, context);
    const types = built.functionNames.map((name) => runInContext(`typeof ${name}`, context));
    expect(new Set(types)).toEqual(new Set(['function']));
  });

  test('has a top-level function for every trigger, menu item and call of the sidebar, none of them private', () => {
    const declared = program.body.flatMap((node) => (node.type === 'FunctionDeclaration' ? [node.id.name] : []));
    const calls = ['openForm', 'refreshForm', 'previewForm', 'commitForm', 'goToRow', 'deliverMail', 'saveIdentity'];
    const called = ['onOpen', 'openUndo', 'openIdentity', ...calls, ...actions.map(({ id }) => menuFunctionName(id))];
    expect(called.filter((name) => !declared.includes(name))).toEqual([]);
    expect(declared.filter((name) => name.endsWith('_'))).toEqual([]);
    expect([...built.functionNames].sort()).toEqual([...declared].sort());
  });

  test('asks only for services that SERVICES.md lists', () => {
    const listed = readFileSync(join(ROOT, 'apps-script', 'SERVICES.md'), 'utf8');
    const services =
      /\b(\w+App|\w+Service|Session|Utilities|Sheets|Gmail|Drive|Logger|Browser|ScriptApp|UrlFetchApp)\.(?=[a-zA-Z])/g;
    const used = new Set([...built.code.matchAll(services)].map(([, name]) => name ?? ''));
    expect([...used].filter((name) => !listed.includes(`\`${name}\``))).toEqual([]);
    expect(used).toContain('SpreadsheetApp');
  });

  test('reads no text that was left out of it', () => {
    const names = [...Object.values(LEFT_OUT).flat(), NOTES_NAME].join('|');
    const reading = new RegExp(`\\b(words|fr)\\.(${names})\\b|\\b(${names})\\b[^;\\n]*\\} = [\\w.]*words\\b`);
    const sources = built.modules.filter((path) => /^(lib|apps-script)\//.test(path) && !path.startsWith('lib/text/'));
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.filter((path) => reading.test(readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
  });
});

describe('the sidebar', () => {
  test('is one file of ES2019 with everything inside', () => {
    const scripts = scriptsOf(built.sidebar);
    expect(scripts).toHaveLength(2);
    for (const script of scripts) parse(script, { ecmaVersion: 2019, sourceType: 'script' });
    expect(built.sidebar).not.toMatch(/<(link|script|img)[^>]+(src|href)=/);
    expect(built.sidebar.split('"__START__"')).toHaveLength(2);
  });
});

test('both stay within their budgets', () => {
  expect(Buffer.byteLength(built.code)).toBeLessThanOrEqual(LARGEST_CODE_BYTES);
  expect(gzipSync(built.code).length).toBeLessThanOrEqual(LARGEST_CODE_GZIP_BYTES);
  expect(Buffer.byteLength(built.sidebar)).toBeLessThanOrEqual(LARGEST_PAGE_BYTES);
});

test('the manifest asks for four rights and two services', () => {
  const manifest = JSON.parse(built.manifest);
  const scopes: readonly string[] = manifest.oauthScopes;
  expect(scopes.map((scope) => scope.split('/').at(-1))).toEqual([
    'spreadsheets',
    'script.container.ui',
    'userinfo.email',
    'gmail.compose',
  ]);
  expect(manifest.dependencies.enabledAdvancedServices).toEqual([
    { userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' },
    { userSymbol: 'Gmail', serviceId: 'gmail', version: 'v1' },
  ]);
});

test('clasp would push exactly the three built files', () => {
  const home = mkdtempSync(join(tmpdir(), 'ops-clasp-'));
  try {
    writeAddon(built, join(home, 'dist'));
    writeFileSync(join(home, '.clasp.json'), JSON.stringify({ scriptId: 'a'.repeat(57), rootDir: 'dist' }));
    const clasp = join(ROOT, 'node_modules', '.bin', 'clasp');
    const env = { PATH: process.env.PATH ?? '', HOME: home };
    const { stdout, stderr, status } = spawnSync(clasp, ['show-file-status', '--json'], {
      cwd: home,
      env,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const { filesToPush } = JSON.parse(stdout) as { readonly filesToPush: readonly string[] };
    expect([...filesToPush].sort()).toEqual(['dist/Code.js', 'dist/Sidebar.html', 'dist/appsscript.json']);
  } finally {
    rmSync(home, { recursive: true });
  }
});
