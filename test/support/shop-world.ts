// The demo shop on the evening before a night, built once and copied for every trial: two servers of the local world on
// copied files, and the night run against them in this process.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '#lib/kernel/day.ts';
import { type TableKey, tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { beforeHistory, nightOf, seedDemo } from '#local/world/seed-demo.ts';
import { startWorld, type World } from '#local/world/start-world.ts';
import { createClock } from '#sync/clock.ts';
import type { NightReport } from '#sync/report/night-report.ts';
import { type NightDeps, runNight } from '#sync/run-night.ts';
import { createSheetsClient } from '#sync/sheets/sheets-client.ts';
import { createStripeClient } from '#sync/stripe/create-stripe-client.ts';

export const TODAY = '2026-11-22';

/** A folder that holds the demo shop's world, stopped on the evening before TODAY's night. */
export async function buildShopFolder(scale = 1): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'ops-shop-'));
  const world = await startWorld({ folder, startMs: beforeHistory(TODAY) });
  await seedDemo(world, { seed: 1, today: TODAY, scale }, () => {});
  world.advanceTo(nightOf(TODAY));
  await world.close();
  return folder;
}

/** A world of its own on a copy of the folder's files; closing it deletes the copy. */
export async function openCopy(folder: string): Promise<World> {
  const copy = mkdtempSync(join(tmpdir(), 'ops-trial-'));
  cpSync(folder, copy, { recursive: true });
  const world = await startWorld({ folder: copy, startMs: nightOf(TODAY) });
  return {
    ...world,
    async close() {
      await world.close();
      rmSync(copy, { recursive: true });
    },
  };
}

/** The parts a test may replace, to cut a night short or to watch it. */
export function nightDeps(world: World, changes: Partial<NightDeps> = {}): NightDeps {
  const { OPS_NOW } = world.environment();
  return {
    sheets: createSheetsClient({
      spreadsheetId: world.sheets.spreadsheetId,
      access: { kind: 'loopback', url: new URL(world.sheets.url) },
      callsPerMinute: 10_000,
      backOffMs: 5,
    }),
    stripe: createStripeClient(
      { key: 'rk_test_local', mode: 'test', url: new URL(world.stripe.url) },
      { callsPerSecond: 10_000 },
    ),
    clock: createClock(OPS_NOW as Instant, 'Europe/Paris'),
    words: fr,
    dryRun: false,
    takeOver: false,
    progress: () => {},
    ...changes,
  };
}

export async function night(world: World, changes: Partial<NightDeps> = {}): Promise<NightReport> {
  return await runNight(nightDeps(world, changes));
}

const NOT_BUSINESS: ReadonlySet<TableKey> = new Set(['journal', 'system']);

/** Every cell of the tabs that the shop lives in, by tab, as typed: Journal and Système tell how, not what. */
export function businessTabs(world: World): Record<string, readonly string[]> {
  const { sheets } = world.sheets.snapshot();
  const tabs: Record<string, readonly string[]> = {};
  for (const table of Object.values(tables)) {
    if (NOT_BUSINESS.has(table.key)) continue;
    const sheet = sheets.find(({ properties }) => properties.sheetId === table.sheetId);
    tabs[table.key] = (sheet?.cells ?? []).map(({ row, column, input }) => `${row},${column} ${JSON.stringify(input)}`);
  }
  return tabs;
}
