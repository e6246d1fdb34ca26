// The worked cases of other systems, replayed by the command itself on a copy of the file: a case that concerns what is built
// must pass, or differ exactly as it was foreseen and reasoned.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const MAIN = fileURLToPath(new URL('../../bench/replay/main.ts', import.meta.url));
const CASES = fileURLToPath(new URL('../fixtures/worked-cases.json', import.meta.url));

interface Replayed {
  readonly id: string;
  readonly family: string;
  readonly verdict: {
    readonly kind: string;
    readonly because?: string;
    readonly differences?: readonly { what: string }[];
  };
}

const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, CASES, '--json'], {
  encoding: 'utf8',
  maxBuffer: 1e8,
});
const replayed = JSON.parse(run.stdout) as readonly Replayed[];

test('the file is replayed whole', () => {
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
  expect(replayed).toHaveLength(57);
});

test('every case that concerns us passes, or is answered otherwise as foreseen', () => {
  const wrong = replayed.filter((one) => one.verdict.kind === 'differs');
  expect(wrong).toEqual([]);
});

test('what is chosen otherwise, or left out, has its reason', () => {
  const silent = replayed.filter(({ verdict }) => /otherwise|out of scope/.test(verdict.kind) && !verdict.because);
  expect(silent).toEqual([]);
});

test.each([
  ['pass', 'V01 V03 V05 V07 V09 V11 V15 V22 A01 A05 A07 A11 A13 A15 V24 A09 A10 A16 A18 A20 A22 A23 A24 R06 R08 N01'],
  ['otherwise', 'V13 A03 R01 R02 R04'],
  ['pass', 'F01 F03 F05 F07'],
])('%s: %s', (kind, ids) => {
  const kinds = new Map(replayed.map(({ id, verdict }) => [id, verdict.kind]));
  for (const id of ids.split(' ')) expect(kinds.get(id), id).toBe(kind);
});
