// The laws of points, over invented lives. Each generator counts how often it met the hard cases, prints it, and fails when
// it missed one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChanges } from '#lib/changes/apply.ts';
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { planPoints } from '#lib/points/plan-points.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { workbookOf } from '../../support/workbook-of.ts';
import { contextOf, drawBalances, drawLots, runNight } from './points-night.ts';
import {
  brokenLaws,
  type CustomerSpec,
  customerSpecs,
  emptyWorld,
  FIRST_NIGHT,
  showFacts,
  spendAfter,
} from './points-world.ts';

/** Days from the first night: the next ones, then far enough for lots to expire. */
const FAR_NIGHTS = [0, 1, 2, 40, 250, 420] as const;
const dayOfNight = (night: number, nights: readonly number[]): Day => addDays(FIRST_NIGHT, nights[night] ?? 0);

function live(
  customers: readonly CustomerSpec[],
  nights: readonly number[],
  onNight: (after: WorkbookState, today: Day) => void,
) {
  let workbook = emptyWorld(customers);
  nights.forEach((_, night) => {
    const today = dayOfNight(night, nights);
    workbook = runNight(showFacts(workbook, customers, night), today).workbook;
    onNight(workbook, today);
    workbook = spendAfter(workbook, customers, night, today);
  });
  return workbook;
}

const hardCases = {
  debt: ({ customers }: WorkbookState) => customers.rows.some((row) => (row.pointsBalance ?? 0) < 0),
  'debt settled by a later gain': ({ points }: WorkbookState) => points.rows.some(({ kind }) => kind === 'settle'),
  'settled points given back': ({ points }: WorkbookState) =>
    points.rows.some((row) => row.kind === 'settle' && row.lotId !== null && row.points > 0),
  'clawback over several lots': ({ points }: WorkbookState) =>
    points.rows.some((row, index) => {
      const next = points.rows[index + 1];
      return (
        row.kind === 'clawback' && next?.kind === 'clawback' && row.source === next.source && row.lotId !== next.lotId
      );
    }),
  restitution: ({ points }: WorkbookState) => points.rows.some(({ kind }) => kind === 'restore'),
  expiry: ({ points }: WorkbookState) => points.rows.some((row) => row.kind === 'expire' && row.points < 0),
  'expired points given back by a pause': ({ points }: WorkbookState) =>
    points.rows.some((row) => row.kind === 'expire' && row.points > 0 && row.source === null),
  'refund of expired points': ({ points }: WorkbookState) =>
    points.rows.some((row) => row.kind === 'expire' && row.points > 0 && row.source !== null),
  'life made longer by a pause': ({ pointLots, facts }: WorkbookState) =>
    facts.rows.some(({ customerId, on }) =>
      pointLots.rows.some((lot) => lot.customerId === customerId && lot.earnedOn < on && on < lot.expiresOn),
    ),
};

function tally() {
  const counts: Record<string, number> = Object.fromEntries(Object.keys(hardCases).map((name) => [name, 0]));
  return {
    see: (workbook: WorkbookState) => {
      for (const [name, met] of Object.entries(hardCases)) if (met(workbook)) counts[name] = (counts[name] ?? 0) + 1;
    },
    /** @param least how many worlds must have met each of the cases named. */
    print: (title: string, least: Partial<Record<keyof typeof hardCases, number>>) => {
      process.stdout.write(`${title}: ${JSON.stringify(counts)}\n`);
      for (const [name, count] of Object.entries(least)) expect(counts[name], name).toBeGreaterThanOrEqual(count);
    },
  };
}

test('law: after any night the books balance, and the night planned again plans nothing', () => {
  const met = tally();
  const customers = customerSpecs(FAR_NIGHTS.length, { min: 0, max: 800 });
  fc.assert(
    fc.property(customers, (specs) => {
      const end = live(specs, FAR_NIGHTS, (after, today) => {
        expect(brokenLaws(after, today)).toEqual([]);
        expect(planPoints(contextOf(after, today))).toEqual({ changes: [], problems: [] });
      });
      met.see(end);
    }),
    { numRuns: 150, seed: 6 },
  );
  met.print('balance', {
    debt: 5,
    'debt settled by a later gain': 5,
    'settled points given back': 3,
    'clawback over several lots': 5,
    restitution: 20,
    expiry: 100,
    'expired points given back by a pause': 5,
    'refund of expired points': 5,
    'life made longer by a pause': 50,
  });
});

test('law: without spends, facts known in any order over the nights end in the same lots as all known at once, expiries included', () => {
  const met = tally();
  const customers = customerSpecs(FAR_NIGHTS.length, { min: 0, max: 800 });
  fc.assert(
    fc.property(customers, (drawn) => {
      const specs = drawn.map((spec) => ({ ...spec, spends: [] }));
      const stepwise = live(specs, FAR_NIGHTS, () => {});
      const last = FAR_NIGHTS.length - 1;
      const atOnce = runNight(showFacts(emptyWorld(specs), specs, last), dayOfNight(last, FAR_NIGHTS)).workbook;
      expect(drawBalances(stepwise)).toEqual(drawBalances(atOnce));
      expect(lotsBySource(stepwise)).toEqual(lotsBySource(atOnce));
      met.see(stepwise);
    }),
    { numRuns: 150, seed: 7 },
  );
  met.print('order without spends', {
    restitution: 20,
    expiry: 100,
    'expired points given back by a pause': 5,
    'refund of expired points': 5,
  });
});

/** Lots that were given back whole before the others saw them are the one difference: they hold nothing. */
function lotsBySource({ pointLots }: WorkbookState): readonly string[] {
  return pointLots.rows
    .filter((row) => row.remaining > 0)
    .map((row) => `${row.source} ${row.remaining} → ${row.expiresOn}`)
    .sort();
}

test('law: with spends, facts known in any order give the same balances as all known at once, while no lot expires between', () => {
  // Exempt: a lot that expires between a spend's clawback being due and being known can no longer pay for it, so the
  // clawback is debt where it would have been that lot's. Here nothing expires: the oldest lot has months to live.
  const nights = [0, 1, 2, 3, 4, 5];
  const met = tally();
  fc.assert(
    fc.property(customerSpecs(nights.length, { min: 0, max: 400 }), (drawn) => {
      // The first invoice is known and spent on the first night; all else comes later.
      const specs = drawn.map(({ invoices, pauses }) => ({
        invoices: invoices.map((one, index) =>
          index === 0
            ? { ...one, paidCents: 3600, seen: 0, ...later(one) }
            : { ...one, ...later(one), seen: Math.max(1, one.seen) },
        ),
        pauses,
        spends: [{ night: 0, share: 0.9 }],
      }));
      const first = dayOfNight(0, nights);
      const last = nights.length - 1;
      const spent = spendAfter(runNight(showFacts(emptyWorld(specs), specs, 0), first).workbook, specs, 0, first);
      const atOnce = runNight(showFacts(spent, specs, last), dayOfNight(last, nights)).workbook;
      let stepwise = spent;
      for (let night = 1; night <= last; night++) {
        stepwise = runNight(showFacts(stepwise, specs, night), dayOfNight(night, nights)).workbook;
        met.see(stepwise);
      }
      const balances = ({ customers }: WorkbookState) => customers.rows.map((row) => row.pointsBalance);
      expect(balances(stepwise)).toEqual(balances(atOnce));
      expect(brokenLaws(atOnce, dayOfNight(last, nights))).toEqual([]);
    }),
    { numRuns: 150, seed: 8 },
  );
  met.print('order with spends', {
    debt: 20,
    'debt settled by a later gain': 10,
    'clawback over several lots': 10,
    restitution: 20,
  });
});

function later({ refunds, dispute }: CustomerSpec['invoices'][number]) {
  return {
    refunds: refunds.map((refund) => ({ ...refund, seen: Math.max(1, refund.seen) })),
    dispute: dispute === null ? null : { ...dispute, seen: Math.max(1, dispute.seen) },
  };
}

/** A world with news: two nights lived, the facts of the third shown. */
function worldWithNews(specs: readonly CustomerSpec[]): WorkbookState {
  return showFacts(
    live(specs, [0, 30], () => {}),
    specs,
    2,
  );
}
const NEWS_DAY: Day = addDays(FIRST_NIGHT, 60);
const newsSpecs = customerSpecs(3, { min: 0, max: 700 });

test('law: the order of rows in the tables does not matter', () => {
  fc.assert(
    fc.property(newsSpecs, fc.infiniteStream(fc.nat()), (specs, chance) => {
      const world = worldWithNews(specs);
      const rowsOf = (key: 'customers' | 'points' | 'pointLots' | 'invoices' | 'facts') =>
        world[key].rows
          .map(({ rowIndex: _, ...row }) => ({ row, key: chance.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row);
      const shuffled = workbookOf({
        plans: world.plans.rows.map(({ rowIndex: _, ...row }) => row),
        customers: rowsOf('customers') as never,
        points: rowsOf('points') as never,
        pointLots: rowsOf('pointLots') as never,
        invoices: rowsOf('invoices') as never,
        facts: rowsOf('facts') as never,
      });
      const { system } = world;
      const planned = planPoints(contextOf(world, NEWS_DAY));
      expect(withoutPlaces(planPoints(contextOf({ ...shuffled, system }, NEWS_DAY)))).toEqual(withoutPlaces(planned));
    }),
    { numRuns: 80, seed: 9 },
  );
});

function withoutPlaces({ changes, problems }: ChangeSet) {
  return {
    changes: changes.map((change) => ({ ...change, rowIndex: 0 })),
    problems: problems.map(({ code, params, at }) => ({ code, params, id: at?.id })),
  };
}

test('law: a night cut after any customer and run again ends in the same rows, ids included', () => {
  let cuts = 0;
  fc.assert(
    fc.property(newsSpecs, (specs) => {
      const world = worldWithNews(specs);
      const { changes } = planPoints(contextOf(world, NEWS_DAY));
      const whole = applyChanges(world, changes, fr);
      const groups = [...new Set(changes.map((change) => change.group))];
      for (let count = 1; count < groups.length; count++) {
        cuts++;
        const written = new Set(groups.slice(0, count));
        const cut = applyChanges(
          world,
          changes.filter((change) => written.has(change.group)),
          fr,
        );
        const { workbook } = runNight(cut, NEWS_DAY);
        for (const key of ['points', 'pointLots', 'customers'] as const)
          expect(workbook[key].rows).toEqual(whole[key].rows);
      }
      expect(drawLots(whole)).toEqual(drawLots(runNight(whole, NEWS_DAY).workbook));
    }),
    { numRuns: 150, seed: 10 },
  );
  process.stdout.write(`cut nights: ${cuts}\n`);
  expect(cuts).toBeGreaterThan(50);
});

test('law: whatever is typed into the ledger, one night makes the books balance and the next changes nothing', () => {
  const typed = fc.record({
    kind: fc.constantFrom('bonus', 'adjust', 'opening', 'spend', 'clawback', 'restore', 'earn', 'settle'),
    source: fc.constantFrom(null, 'in_0_0', 'CMD-1'),
    points: fc.integer({ min: -200, max: 200 }),
    lot: fc.integer({ min: -1, max: 8 }),
    daysAgo: fc.integer({ min: 0, max: 700 }),
  });
  const met = tally();
  fc.assert(
    fc.property(newsSpecs, fc.array(typed, { minLength: 1, maxLength: 6 }), (specs, rows) => {
      const world = worldWithNews(specs);
      const lots = world.pointLots.rows.filter((lot) => lot.customerId === 'CLI-0');
      const ledger = [
        ...world.points.rows.map(({ rowIndex: _, ...row }) => row),
        ...rows.map(({ kind, points, source, lot, daysAgo }, index) => {
          const on = addDays(NEWS_DAY, -daysAgo);
          return { id: `PTS-9${index}`, customerId: 'CLI-0', on, kind, points, source, lotId: lots[lot]?.id ?? null };
        }),
      ];
      const before = { ...world, points: workbookOf({ points: ledger }).points };
      const night = runNight(before, NEWS_DAY);
      expect(brokenLaws(night.workbook, NEWS_DAY, 'ledger')).toEqual([]);
      expect(planPoints(contextOf(night.workbook, NEWS_DAY))).toEqual({ changes: [], problems: [] });
      met.see(night.workbook);
    }),
    { numRuns: 150, seed: 11 },
  );
  met.print('typed', { debt: 20, expiry: 20 });
});
