// Two nights on one workbook: the second is refused while the first holds the lease, takes over when told to, and may start
// when the lease has run out. A night killed by the system, in the middle of a write, leaves the lease and nothing half done.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '#local/world/run-cli.ts';
import type { World } from '#local/world/start-world.ts';
import { buildShopFolder, businessTabs, night, openCopy } from '#test/support/shop-world.ts';

const OPS = fileURLToPath(new URL('../../sync/ops.ts', import.meta.url));
const LEASE_MINUTES = 15;

let folder = '';
beforeAll(async () => {
  folder = await buildShopFolder();
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A real process, killed with SIGKILL when it sends its `count`th write, which the server then applies. */
async function killAtWrite(world: World, count: number): Promise<void> {
  const child = spawn(process.execPath, [OPS, 'night'], {
    env: { ...process.env, ...world.environment() },
    stdio: 'ignore',
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  let writes = 0;
  const waitForWrite = () =>
    world.sheets.beforeNext('write', () => {
      writes += 1;
      if (writes === count) child.kill('SIGKILL');
      else waitForWrite();
    });
  waitForWrite();
  expect(await ended).toBe('SIGKILL');
}

describe('a second night', () => {
  it('is refused while the lease is held, with who holds it and the cure, and writes nothing', async () => {
    const world = await openCopy(folder);
    await killAtWrite(world, 1);
    const before = world.sheets.requests.writes;
    const refused = await runCli(['night'], world.environment());
    expect(refused.code).toBe(3);
    expect(refused.stderr).toMatch(/Une autre nuit \(nuit-20261122T020000Z-\w+\).*--take-over/);
    expect(world.sheets.requests.writes).toBe(before);
    await world.close();
  });

  it.each([
    ['is told to take over', { takeOver: true, minutes: 0 }],
    ['starts after the lease has run out', { takeOver: false, minutes: LEASE_MINUTES + 1 }],
  ])('goes on when it %s, and the books end the same', async (_, { takeOver, minutes }) => {
    const undisturbed = await openCopy(folder);
    undisturbed.clock.advance(minutes * 60_000);
    await night(undisturbed);
    const killed = await openCopy(folder);
    await killAtWrite(killed, 1);
    killed.clock.advance(minutes * 60_000);
    await night(killed, { takeOver });
    expect(businessTabs(killed)).toEqual(businessTabs(undisturbed));
    await Promise.all([undisturbed.close(), killed.close()]);
  });
});
