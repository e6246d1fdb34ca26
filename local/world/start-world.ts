/**
 * The whole outside world on this machine: a Sheets workbook and a Stripe account under one clock, and the file that tells
 * the real CLI how to reach them. It seeds nothing by itself.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MovableClock } from '../clock.ts';
import { createWorldClock } from '../clock.ts';
import { type SheetsServer, startSheetsServer } from '../sheets-server/start-sheets-server.ts';
import { type StripeServer, startStripeServer } from '../stripe-server/start-stripe-server.ts';

export interface WorldOptions {
  /** Folder of the world's files; null keeps everything in memory. */
  readonly folder: string | null;
  readonly startMs: number;
  readonly sheetsPort?: number;
  readonly stripePort?: number;
  /** Where the page shows the workbook. */
  readonly pageUrl?: string;
}

export interface World {
  readonly sheets: SheetsServer;
  readonly stripe: StripeServer;
  readonly clock: MovableClock;
  /** What points the real CLI here; OPS_NOW follows the clock. */
  readonly environment: () => Readonly<Record<string, string>>;
  /** Moves both servers' time, running all that falls due at Stripe, and rewrites the world's file. */
  readonly advanceTo: (ms: number) => void;
  readonly close: () => Promise<void>;
}

const SPREADSHEET_ID = 'classeur-de-demonstration';
// A key of the right shape that opens nothing but this server.
const STRIPE_KEY = 'rk_test_local';

export async function startWorld(options: WorldOptions): Promise<World> {
  const { folder } = options;
  const clock = createWorldClock(options.startMs);
  if (folder !== null) mkdirSync(folder, { recursive: true });
  const sheets = await startSheetsServer({
    file: folder === null ? ':memory:' : join(folder, 'workbook.sqlite'),
    spreadsheetId: SPREADSHEET_ID,
    title: 'Make the CHANGE – Operations Essentials',
    clock,
    port: options.sheetsPort ?? 0,
    ...(options.pageUrl !== undefined && { spreadsheetUrl: options.pageUrl }),
  });
  const stripe = await startStripeServer({
    clock,
    apiKey: STRIPE_KEY,
    port: options.stripePort ?? 0,
    ...(folder === null ? {} : { file: join(folder, 'stripe.ndjson') }),
  });
  const environment = () => ({
    SPREADSHEET_ID,
    GOOGLE_SHEETS_URL: sheets.url,
    STRIPE_API_URL: stripe.url,
    STRIPE_KEY,
    OPS_NOW: `${new Date(clock.now()).toISOString().slice(0, 19)}Z`,
  });
  return {
    sheets,
    stripe,
    clock,
    environment,
    advanceTo: (ms) => stripe.advanceTo(ms),
    async close() {
      await Promise.all([sheets.close(), stripe.close()]);
    },
  };
}

/** Tells `ops --local` and `ops local --env` where this world is. */
export function writeWorldFile(file: string, world: World): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ env: world.environment() }, null, 2)}\n`);
}

/** Leaves the file alone when another world has written its own meanwhile. */
export function removeWorldFile(file: string, world: World): void {
  const own = world.environment().GOOGLE_SHEETS_URL ?? '';
  if (existsSync(file) && readFileSync(file, 'utf8').includes(`"${own}"`)) rmSync(file);
}
