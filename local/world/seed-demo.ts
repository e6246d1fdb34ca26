/**
 * Puts the demo shop into a new world: Stripe's year is played by the server's own engine, the workbook is prepared by the
 * real `ops init`, the team's rows are written as any client would, and one night long past fills the mirror.
 */
import { buildDemoShop } from '#demo/build-demo-shop.ts';
import { type LiveTab, planDemoSeed } from '#demo/plan-demo-seed.ts';
import { planPastReadings } from '#demo/plan-past-readings.ts';
import { runCli } from './run-cli.ts';
import type { World } from './start-world.ts';

export interface DemoOptions {
  readonly seed: number;
  /** Years-month-day of the last night, in the shop's zone. */
  readonly today: `${number}-${number}-${number}`;
  readonly scale: number;
}

const NIGHT_HOUR_UTC = 2;
const MS_PER_DAY = 86_400_000;
/** A year of the shop, and room before it for the offer to be set up. */
const HISTORY_DAYS = 800;

/** The instant of a day's night: 03:00 in Paris in winter, 04:00 in summer. */
export function nightOf(day: string): number {
  return Date.parse(`${day}T0${NIGHT_HOUR_UTC}:00:00Z`);
}

/** When a world must start for the demo's whole past to lie ahead of it. */
export function beforeHistory(today: string): number {
  return nightOf(today) - HISTORY_DAYS * MS_PER_DAY;
}

/** Leaves the world the evening after its first night; the caller lets the last day pass and runs the night. */
export async function seedDemo(world: World, options: DemoOptions, say: (line: string) => void): Promise<void> {
  const shop = buildDemoShop(options);
  const firstNight = nightOf(options.today) - MS_PER_DAY;
  say('Stripe : un an d’abonnements…');
  world.stripe.play([...shop.stripeActs, ...shop.checkoutActs]);
  world.advanceTo(firstNight);
  say('Classeur : onglets, formats, réglages…');
  await mustSucceed(world, ['init', '--json']);
  say('Classeur : lots, commandes, clients, tickets…');
  // Tonight's requests are typed after the first night, so that the night to come has them to carry out.
  const { requests, ...rows } = shop.rows;
  await writeRows(world, rows, [...shop.typedSettings, ...shop.uglyRows]);
  say('Classeur : indicateurs des six derniers mois…');
  const at = world.environment().OPS_NOW as SeedArguments[3];
  for (const body of planPastReadings(await readTabs(world), at)) await writeBatch(world, body);
  say('Première nuit : reprise de tout l’historique Stripe…');
  await mustSucceed(world, ['night', '--json']);
  await writeRows(world, { requests }, []);
}

type SeedArguments = Parameters<typeof planDemoSeed>;

async function writeRows(world: World, rows: SeedArguments[1], rawRows: SeedArguments[2]): Promise<void> {
  const at = world.environment().OPS_NOW as SeedArguments[3];
  for (const body of planDemoSeed(await readTabs(world), rows, rawRows, at)) await writeBatch(world, body);
}

async function mustSucceed(world: World, args: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await runCli(args, world.environment());
  if (code !== 0) throw new Error(`ops ${args.join(' ')} ended with ${code}\n${stderr}${stdout}`);
}

/** Every tab with its unformatted values. */
export async function readTabs(world: World): Promise<LiveTab[]> {
  const { sheets } = (await (await fetch(`${workbookUrl(world)}?fields=sheets.properties(sheetId,title)`)).json()) as {
    readonly sheets: readonly { readonly properties: { readonly sheetId?: number; readonly title: string } }[];
  };
  const dataFilters = sheets.map(({ properties }) => ({ gridRange: { sheetId: properties.sheetId ?? 0 } }));
  const answer = (await post(world, '/values:batchGetByDataFilter', {
    dataFilters,
    valueRenderOption: 'UNFORMATTED_VALUE',
  })) as { readonly valueRanges: readonly { readonly valueRange: { readonly values?: LiveTab['values'] } }[] };
  return sheets.map(({ properties }, index) => ({
    sheetId: properties.sheetId ?? 0,
    title: properties.title,
    values: answer.valueRanges[index]?.valueRange.values ?? [],
  }));
}

/** One batchUpdate, as any client sends it. */
export async function writeBatch(world: World, body: unknown): Promise<void> {
  await post(world, ':batchUpdate', body);
}

async function post(world: World, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${workbookUrl(world)}${path}`, { method: 'POST', body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

function workbookUrl({ sheets }: World): string {
  return `${sheets.url}/v4/spreadsheets/${sheets.spreadsheetId}`;
}
