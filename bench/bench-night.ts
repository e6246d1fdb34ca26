// The night at three sizes, each in a process of its own against a world in another: the first night (a whole mirror), a
// day's night, a night with nothing new, and beside them the naive night on the next day.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { startBenchWorld } from './bench-world.ts';

export interface NightFigures {
  readonly calls: { readonly stripe: number; readonly sheetsRead: number; readonly sheetsWrite: number };
  readonly bytes: number;
  readonly seconds: number;
  readonly peakRssMb: number;
}

export interface NightBench {
  readonly subscriptions: number;
  readonly first: NightFigures;
  readonly daily: NightFigures;
  readonly quiet: NightFigures;
  readonly naive: NightFigures;
}

const figuresSchema = z.looseObject({
  calls: z.object({ stripe: z.number(), sheetsRead: z.number(), sheetsWrite: z.number() }),
  bytes: z.number(),
  seconds: z.number(),
  peakRssMb: z.number(),
});

// As `npm run ops` starts it.
const OPS_FLAGS = ['--max-semi-space-size=8', '--disable-warning=ExperimentalWarning'];
const OPS = fileURLToPath(new URL('../sync/ops.ts', import.meta.url));
const NAIVE = fileURLToPath(new URL('./naive-night.ts', import.meta.url));

export async function benchNight(subscriptions: number): Promise<NightBench> {
  const world = await startBenchWorld(subscriptions);
  const first = await measure([OPS, 'night', '--json'], world.environment());
  await world.passOneDay();
  const daily = await measure([OPS, 'night', '--json'], world.environment());
  const quiet = await measure([OPS, 'night', '--json'], world.environment());
  // The naive night has a day of its own, with as much news: it writes rows that ours would have to put right.
  await world.passOneDay();
  const naive = await measure([NAIVE], world.environment());
  await world.close();
  return { subscriptions, first, daily, quiet, naive };
}

async function measure(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<NightFigures> {
  const child = spawn(process.execPath, [...OPS_FLAGS, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}\n${stderr}`);
  return figuresSchema.parse(JSON.parse(stdout));
}
