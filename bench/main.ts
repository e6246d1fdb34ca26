// `npm run bench`: prints what a night costs at 500, 5,000 and 20,000 live subscriptions with six months of history, and the
// ratio to the naive night. `npm run bench -- 500` runs one size.
import { parseArgs } from 'node:util';
import { benchNight, type NightBench, type NightFigures } from './bench-night.ts';

const SIZES = [500, 5000, 20_000];

const { positionals } = parseArgs({ allowPositionals: true });
const sizes = positionals.length === 0 ? SIZES : positionals.map(Number);

line('subscriptions  night    Stripe  reads  writes      MB       s  peak MB');
for (const size of sizes) print(await benchNight(size));

function print(bench: NightBench): void {
  for (const name of ['first', 'daily', 'quiet', 'naive'] as const) line(row(bench.subscriptions, name, bench[name]));
  const ratio = (of: (figures: NightFigures) => number) => `×${(of(bench.naive) / of(bench.daily)).toFixed(1)}`;
  const cells = [
    ratio(({ calls }) => calls.stripe),
    ratio(({ calls }) => calls.sheetsRead),
    ratio(({ calls }) => calls.sheetsWrite),
    ratio(({ bytes }) => bytes),
    ratio(({ seconds }) => seconds),
    ratio(({ peakRssMb }) => peakRssMb),
  ];
  line(`${' '.repeat(15)}naive / daily ${cells.map((cell) => cell.padStart(7)).join(' ')}\n`);
}

function row(subscriptions: number, name: string, { calls, bytes, seconds, peakRssMb }: NightFigures): string {
  const cells = [
    calls.stripe,
    calls.sheetsRead,
    calls.sheetsWrite,
    (bytes / 1e6).toFixed(1),
    seconds.toFixed(1),
    peakRssMb,
  ];
  return `${String(subscriptions).padStart(13)}  ${name.padEnd(14)}${cells.map((cell) => String(cell).padStart(7)).join(' ')}`;
}

function line(text: string): void {
  process.stdout.write(`${text}\n`);
}
