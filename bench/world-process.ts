// The outside world of a benchmark as a process of its own, so that the job's memory is measured alone. Seeds Stripe and an
// empty workbook's plans for so many subscriptions, prints its environment as a JSON line, and moves its clock a day on each
// line of standard input.
import { createInterface } from 'node:readline';
import { buildBenchShop } from '#demo/build-bench-shop.ts';
import { planDemoSeed } from '#demo/plan-demo-seed.ts';
import { runCli } from '#local/world/run-cli.ts';
import { beforeHistory, nightOf, readTabs, writeBatch } from '#local/world/seed-demo.ts';
import { startWorld } from '#local/world/start-world.ts';

const TODAY = '2026-11-22';
const MONTHS = 6;
const MS_PER_DAY = 86_400_000;

const subscriptions = Number(process.argv[2]);
const shop = buildBenchShop({ seed: 1, today: TODAY, subscriptions, months: MONTHS });
const world = await startWorld({ folder: null, startMs: beforeHistory(TODAY) });
world.stripe.play(shop.stripeActs);
world.advanceTo(nightOf(TODAY) - MS_PER_DAY);
const init = await runCli(['init', '--json'], world.environment());
if (init.code !== 0) throw new Error(init.stderr);
const tabs = await readTabs(world);
for (const body of planDemoSeed(tabs, { plans: shop.plans }, [], '2026-11-21T02:00:00Z')) await writeBatch(world, body);
say();

let nights = 0;
for await (const _ of createInterface({ input: process.stdin })) {
  world.advanceTo(nightOf(TODAY) + nights * MS_PER_DAY);
  nights += 1;
  say();
}
await world.close();

function say(): void {
  process.stdout.write(`${JSON.stringify(world.environment())}\n`);
}
