// Rules of the house that no linter of ours knows: every module opens with prose, keeps to its folder's imports, and carries
// no name that says nothing. lib reads no clock, no chance, no locale.
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const folders = ['lib', 'sheets-templates', 'demo', 'sync', 'local', 'apps-script', 'bench', 'test'];
const files = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: ROOT })).sort();
const sources = files.map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
const inFolder = (folder: string) => sources.filter(({ path }) => path.startsWith(`${folder}/`));

/** `path:line text` of every line that matches. */
function linesMatching(pattern: RegExp, candidates: typeof sources): string[] {
  return candidates.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  );
}

describe('every module', () => {
  it('there are modules to look at', () => {
    for (const folder of folders.filter((name) => name !== 'bench')) expect(inFolder(folder).length).toBeGreaterThan(1);
  });

  it('opens with prose that says what it is for', () => {
    const without = sources.filter(({ text }) => !/^(#!.*\n)?(\/\/ \S|\/\*\*)/.test(text)).map(({ path }) => path);
    expect(without).toEqual([]);
  });

  it('has a name that says something', () => {
    const vague = /(^|-)(utils?|helpers?|common|managers?|services?|misc|shared)(-|\.|$)|^index\./;
    expect(files.filter((path) => vague.test(basename(path)))).toEqual([]);
  });

  it('reaches other folders through # imports only', () => {
    const leaving = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/from '(\.\.?\/[^']+)'/g)]
        .map((match) => normalize(join(dirname(path), match[1] ?? '')))
        .filter((target) => target.split('/')[0] !== path.split('/')[0])
        .map((target) => `${path} → ${target}`),
    );
    expect(leaving).toEqual([]);
  });

  it('leaves nothing to do later and skips no test', () => {
    const unfinished = /\b(TODO|FIXME|XXX|HACK)\b|\b(it|test|describe)\.(skip|todo|fails|only)\b|expect\(true\)/;
    const own = sources.filter(({ path }) => path !== 'test/tidy.test.ts');
    expect(linesMatching(unfinished, own)).toEqual([]);
  });

  it('gives a reason for every suppression', () => {
    const bare = /@ts-(ignore|nocheck)|@ts-expect-error\s*$|biome-ignore\s+\S+\s*$|biome-ignore\s+\S+:\s*$/;
    expect(
      linesMatching(
        bare,
        sources.filter(({ path }) => path !== 'test/tidy.test.ts'),
      ),
    ).toEqual([]);
  });
});

describe('the lock file', () => {
  type Entry = { readonly optionalDependencies?: Readonly<Record<string, string>>; readonly resolved?: string };
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Entry>>;
  };
  const entries = Object.entries(lock.packages);

  it('names every optional package, which npm ci needs (.ci/complete-lock.mjs adds them)', () => {
    const missing = entries.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in lock.packages) && !(`${path}/node_modules/${name}` in lock.packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('names no registry host', () => {
    expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });
});

describe('lib, the templates and the demo are pure', () => {
  const pure = ['lib', 'sheets-templates', 'demo'].flatMap(inFolder);

  it('read no clock and no chance', () => {
    expect(linesMatching(/^(?!\s*(\/\/|\*)).*(Date\.now|new Date\(\)|Math\.random|performance\.now)/, pure)).toEqual(
      [],
    );
  });

  it('know no locale', () => {
    expect(linesMatching(/\bIntl\b\.|toLocale\w+\(|localeCompare/, pure)).toEqual([]);
  });

  it('throw only for a bug', () => {
    const throwing = linesMatching(/\bthrow\b/, pure).filter((line) => !/new Error\([`']Bug: /.test(line));
    expect(throwing).toEqual([]);
  });
});
