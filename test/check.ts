// `npm test`: everything that must hold before a change lands, in the order in which a failure is cheapest to learn. Every
// step runs even when an earlier one failed, so that one run tells all; the closing line counts checks and tests together.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const folder = mkdtempSync(join(tmpdir(), 'ops-check-'));
const vitestReport = join(folder, 'vitest.json');

const checks: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['format and lint', 'biome', 'ci', '.'],
  ['types', 'tsc', '-b'],
  ['dead code', 'knip', '--no-progress'],
];

let passed = 0;
let failed = 0;
for (const [name, command, ...args] of checks) {
  process.stdout.write(`\n▸ ${name}: ${command} ${args.join(' ')}\n`);
  if (run(command, args) === 0) passed += 1;
  else {
    failed += 1;
    process.stdout.write(`✗ ${name}\n`);
  }
}

process.stdout.write('\n▸ tests: vitest run\n');
const vitestCode = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]);
const counts = z
  .object({ numPassedTests: z.number(), numFailedTests: z.number(), numTotalTests: z.number() })
  .parse(JSON.parse(readFileSync(vitestReport, 'utf8')));
passed += counts.numPassedTests;
failed += counts.numFailedTests;
// A file that fails to load has no failed test of its own; a skipped test is one that nobody ran.
const unseen = counts.numTotalTests - counts.numPassedTests - counts.numFailedTests;
if (unseen > 0) process.stdout.write(`✗ ${unseen} tests were skipped\n`);
if (vitestCode !== 0 && counts.numFailedTests === 0) failed += 1;
failed += unseen;

rmSync(folder, { recursive: true });
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

function run(command: string, args: readonly string[]): number {
  const { status, error } = spawnSync(join('node_modules', '.bin', command), args, { stdio: 'inherit' });
  if (error !== undefined) throw error;
  return status ?? 1;
}
