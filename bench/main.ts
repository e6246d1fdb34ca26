// `npm run bench`: prints what a night costs at 500, 5,000 and 20,000 live subscriptions with six months of history, and the
// ratio to the naive night. `npm run bench -- 500` runs one size. `npm run bench -- allocation` prints what giving out stock
// costs instead, at the promised size and at ten times that. `-- action`: one action on a workbook of 50,000 movements and 20,000
// order lines, and on a tenth of it. `-- kpi`: the pass over the figures on a tenth of that, on as much, and on ten times as much.
// `-- tickets`: clocks, list and suggestions for 1,000 and for 10,000 tickets.
// `-- forecast`: the night's forecasts for 30 and for 300 products over three years.
import { parseArgs } from 'node:util';
import { benchAction } from './bench-action.ts';
import { benchAllocation } from './bench-allocation.ts';
import { benchForecast } from './bench-forecast.ts';
import { benchKpi } from './bench-kpi.ts';
import { benchNight, type NightBench, type NightFigures } from './bench-night.ts';
import { benchTickets } from './bench-tickets.ts';

const SIZES = [500, 5000, 20_000];

const { positionals } = parseArgs({ allowPositionals: true });
if (positionals[0] === 'allocation') printAllocation();
else if (positionals[0] === 'action') await printActions();
else if (positionals[0] === 'tickets') printTickets();
else if (positionals[0] === 'kpi') printKpis();
else if (positionals[0] === 'forecast') printForecasts();
else await printNights(positionals.length === 0 ? SIZES : positionals.map(Number));

async function printNights(sizes: readonly number[]): Promise<void> {
  line('subscriptions  night    Stripe  reads  writes      MB       s  peak MB');
  for (const size of sizes) print(await benchNight(size));
}

/** A wide catalogue, then the three heroes of a small shop, whose shelves are the longest. */
function printAllocation(): void {
  line('open lines    lots  products      ms  growth');
  for (const products of [50, 3]) {
    const once = benchAllocation(10_000, 5000, products);
    const tenfold = benchAllocation(100_000, 50_000, products * 10);
    const growth = `×${(tenfold.milliseconds / once.milliseconds).toFixed(1)}`;
    for (const [bench, note] of [
      [once, ''],
      [tenfold, growth],
    ] as const) {
      const cells = [bench.lines, bench.lots, bench.products, bench.milliseconds.toFixed(0), note];
      const [lines, lots, of, ms, grown] = cells.map(String);
      line(`${lines?.padStart(10)}${lots?.padStart(8)}${of?.padStart(10)}${ms?.padStart(8)}${grown?.padStart(8)}`);
    }
  }
}

/** A tenth of the promised size, the promised size, ten times that. */
function printKpis(): void {
  line('movements  order lines  figures      ms  growth');
  let before: number | null = null;
  for (const size of [5000, 50_000, 500_000]) {
    const { movements, lines, figures, milliseconds } = benchKpi(size, (size * 2) / 5);
    const growth = before === null ? '' : `×${(milliseconds / before).toFixed(1)}`;
    before = milliseconds;
    const cells = [String(movements).padStart(9), String(lines).padStart(13), String(figures).padStart(9)];
    line(`${cells.join('')}${milliseconds.toFixed(0).padStart(8)}${growth.padStart(8)}`);
  }
}

function printForecasts(): void {
  line('products  movements  forecasts      ms');
  for (const size of [30, 300]) {
    const { products, movements, forecasts, milliseconds } = benchForecast(size);
    const cells = [String(products).padStart(8), String(movements).padStart(11), String(forecasts).padStart(11)];
    line(`${cells.join('')}${milliseconds.toFixed(0).padStart(8)}`);
  }
}

async function printActions(): Promise<void> {
  line('movements  order lines  open ms  preview ms  commit ms  undo shown ms');
  for (const [movements, lines] of [
    [5000, 2000],
    [50_000, 20_000],
  ] as const) {
    const { openMs, previewMs, commitMs, undoMs } = await benchAction(movements, lines);
    const cells = [String(movements).padStart(9), String(lines).padStart(13)];
    line(
      [
        ...cells,
        openMs.toFixed(0).padStart(9),
        previewMs.toFixed(0).padStart(12),
        commitMs.toFixed(0).padStart(11),
        undoMs.toFixed(0).padStart(15),
      ].join(''),
    );
  }
}

function printTickets(): void {
  line('   tickets  first night ms  night ms  list ms  suggestion ms  unanswered ms');
  for (const count of [1000, 10_000]) {
    const { tickets, clocks, again, list, suggestion, unanswered } = benchTickets(count);
    const cells = [clocks, again, list, suggestion, unanswered].map((ms) => ms.toFixed(1));
    const widths = [16, 10, 9, 15, 15];
    line(String(tickets).padStart(10) + cells.map((cell, index) => cell.padStart(widths[index] ?? 0)).join(''));
  }
}

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
