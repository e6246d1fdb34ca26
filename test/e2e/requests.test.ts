// `ops requests` on the demo shop: the queued requests are carried out once, in Stripe and on their rows, and nothing else of
// the night is done; a run killed before its record, a second run and the night after it do nothing twice.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemKeys, systemText } from '#lib/changes/system-state.ts';
import { fr } from '#lib/text/fr.ts';
import type { World } from '#local/world/start-world.ts';
import { type CarriedOut, runRequests } from '#sync/run-requests.ts';
import { readWorkbook } from '#sync/sheets/read-workbook.ts';
import { buildShopFolder, businessTabs, night, nightDeps, openCopy } from '#test/support/shop-world.ts';

let folder: string;
let world: World;
/** Requests that an undisturbed run would find done already, by somebody else. */
let foundSo: readonly string[];
beforeAll(async () => {
  folder = await buildShopFolder();
  world = await openCopy(folder);
}, 300_000);
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const read = async () => (await readWorkbook(nightDeps(world).sheets, fr)).workbook;
const idleOf = (requests: CarriedOut['requests']) =>
  requests.filter(({ text }) => text.includes('rien n’a été changé')).map(({ requestId }) => requestId);
const statuses = async () => (await read()).requests.rows.map(({ id, status }) => `${id} ${status}`);

test('a dry run says what would be done and does nothing', async () => {
  const before = await statuses();
  const { requests, isDryRun } = await runRequests(nightDeps(world, { dryRun: true }));
  expect(isDryRun).toBe(true);
  expect(requests.length).toBeGreaterThan(5);
  expect(await statuses()).toEqual(before);
  foundSo = idleOf(requests);
});

test('killed after Stripe and before the record, it recognises what it did; each request is done once', async () => {
  const before = businessTabs(world);
  const queued = (await statuses()).filter((row) => row.endsWith(' queued'));
  const deps = nightDeps(world);
  let writes = 0;
  const dying = {
    ...deps.sheets,
    batchUpdate: async (...args: Parameters<typeof deps.sheets.batchUpdate>) => {
      writes += 1;
      // The first write takes the lease, the second is the record.
      if (writes > 1) throw new Error('killed');
      return await deps.sheets.batchUpdate(...args);
    },
  };
  await expect(runRequests({ ...deps, sheets: dying })).rejects.toThrow('killed');
  expect((await statuses()).filter((row) => row.endsWith(' queued'))).toEqual(queued);

  const again = nightDeps(world, { takeOver: true });
  const { requests, problems } = await runRequests(again);
  expect(problems).toEqual([]);
  const left = (await read()).requests.rows.filter(({ status }) => status === 'queued');
  expect(requests.map(({ requestId }) => requestId).sort()).toEqual(queued.map((row) => row.split(' ')[0]));
  // What waits for its renewal stays, and says until when.
  for (const row of left) expect(row.result, row.id).toMatch(/à l’échéance du/);
  expect(requests.filter(({ status }) => status === 'done').length).toBeGreaterThan(3);
  expect(idleOf(requests)).toEqual(foundSo);

  const after = businessTabs(world);
  const changed = Object.keys(after).filter((key) => after[key]?.join() !== before[key]?.join());
  expect(changed).toEqual(['requests']);
  expect(systemText((await read()).system, systemKeys.leaseHolder)).toBeNull();
});

test('a second run finds only what waits; the night then changes nothing more of what is done', async () => {
  const first = await statuses();
  const { requests } = await runRequests(nightDeps(world));
  expect(requests.every(({ status }) => status === 'queued')).toBe(true);
  expect(await statuses()).toEqual(first);
  const done = (await read()).requests.rows.filter(({ status }) => status === 'done');
  await night(world);
  const { requests: rows } = await read();
  for (const row of done) expect(rows.byId.get(row.id)).toMatchObject({ status: 'done', result: row.result });
});

test('it is refused while a night holds the lease', async () => {
  const deps = nightDeps(world);
  const held = nightDeps(world, {
    stripe: {
      ...deps.stripe,
      get api(): never {
        throw new Error('stopped while it holds the lease');
      },
    },
  });
  await expect(runRequests(held)).rejects.toThrow();
  await expect(runRequests(nightDeps(world))).rejects.toThrow(/nuit|demandes-/);
});
