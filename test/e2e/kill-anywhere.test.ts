// The night killed after every one of its calls (applied, its answer never used), which is before the next, then run again:
// the shop's tabs end as after a night that nothing disturbed, under the same clock.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '#local/world/start-world.ts';
import type { NightDeps } from '#sync/run-night.ts';
import { buildShopFolder, businessTabs, night, nightDeps, openCopy } from '#test/support/shop-world.ts';

class Killed extends Error {}

/** The night dies when its call number `last` is done; every call after it would be a ghost's and is refused. */
function dyingDeps(world: World, last: number): { deps: NightDeps; made: () => number } {
  let made = 0;
  const dying = <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) => {
    return async (...args: Args): Promise<Result> => {
      if (made >= last) throw new Killed();
      made += 1;
      const answer = await call(...args);
      if (made >= last) throw new Killed();
      return answer;
    };
  };
  const deps = nightDeps(world);
  const { sheets, stripe } = deps;
  return {
    made: () => made,
    deps: {
      ...deps,
      sheets: {
        ...sheets,
        getSpreadsheet: dying(sheets.getSpreadsheet),
        getCells: dying(sheets.getCells),
        getValues: dying(sheets.getValues),
        batchUpdate: dying(sheets.batchUpdate),
        findMark: dying(sheets.findMark),
      },
      stripe: { ...stripe, api: dyingResources(stripe.api, dying) },
    },
  };
}

type Dying = (call: (...args: unknown[]) => Promise<unknown>) => (...args: unknown[]) => Promise<unknown>;

/** Every method of every resource of the Stripe client passes through `dying`. */
function dyingResources<Api extends object>(api: Api, dying: unknown): Api {
  const wrap = (target: object): object =>
    new Proxy(target, {
      get(object, name) {
        const value: unknown = Reflect.get(object, name);
        if (typeof value === 'function') return (dying as Dying)(value.bind(object));
        return typeof value === 'object' && value !== null ? wrap(value) : value;
      },
    });
  return wrap(api) as Api;
}

describe('a night killed at any call and run again', () => {
  let folder = '';
  let undisturbed: Record<string, readonly string[]> = {};
  let calls = 0;

  beforeAll(async () => {
    folder = await buildShopFolder();
    const world = await openCopy(folder);
    const { deps, made } = dyingDeps(world, Number.MAX_SAFE_INTEGER);
    await night(world, deps);
    calls = made();
    undisturbed = businessTabs(world);
    await world.close();
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('plans nothing the second time', async () => {
    const world = await openCopy(folder);
    await night(world);
    const again = await night(world);
    expect(again.steps.filter((step) => step.planned > 0)).toEqual([]);
    expect(again.calls.sheetsWrite).toBe(2);
    expect(businessTabs(world)).toEqual(undisturbed);
    await world.close();
  });

  it('ends as if nothing had happened', async () => {
    expect(calls).toBeGreaterThan(10);
    for (let last = 0; last <= calls; last += 1) {
      const world = await openCopy(folder);
      const { deps } = dyingDeps(world, last);
      await expect(night(world, deps), `killed after call ${last}`).rejects.toThrow(Killed);
      await night(world, { takeOver: true });
      expect(businessTabs(world), `killed after call ${last}`).toEqual(undisturbed);
      await world.close();
    }
  }, 600_000);
});
