// `npm run replay -- FILE`: worked cases from other systems' own tests, replayed against lib. Ends with 1 when one differs.
// `--json` prints id, family and verdict of each instead of lines.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { renderReplay, replayCases } from './replay-cases.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const [file] = positionals;
if (file === undefined) {
  process.stderr.write('usage: npm run replay -- FILE [--json]\n');
  process.exitCode = 2;
} else {
  const replayed = replayCases(readFileSync(file, 'utf8'));
  const asJson = () => replayed.map(({ worked: { id, family }, verdict }) => ({ id, family, verdict }));
  process.stdout.write(`${values.json === true ? JSON.stringify(asJson()) : renderReplay(replayed)}\n`);
  if (replayed.some(({ verdict }) => verdict.kind === 'differs')) process.exitCode = 1;
}
