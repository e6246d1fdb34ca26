// The night's pieces: whole groups, plan order, bounded size, and counters that let what is left be planned with the same ids.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '#lib/changes/apply.ts';
import type { ChangeSet, RowAppend, RowChange } from '#lib/changes/change-set.ts';
import { cutPieces } from '#lib/changes/cut-pieces.ts';
import { createDraft } from '#lib/changes/draft.ts';
import { estimateBytes } from '#lib/changes/estimate-bytes.ts';
import { planCommit } from '#lib/changes/plan-commit.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { randomWorkbook, workbookAndChanges } from '#test/support/random-changes.ts';
import { workbookOf } from '#test/support/workbook-of.ts';
import { headOf } from '#test/support/write-like-a-program.ts';

const append = (group: string, length: number): RowAppend => ({
  kind: 'append',
  table: 'hubs',
  id: 'HUB-000001',
  group,
  cells: { name: 'x'.repeat(length) },
});

const plans = fc.array(
  fc
    .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat({ max: 400 })), { maxLength: 10 })
    .map((given): ChangeSet => ({ changes: given.map(([group, length]) => append(group, length)), problems: [] })),
  { maxLength: 4 },
);

describe('pieces', () => {
  test('hold everything in plan order, groups whole, under the size unless a whole is larger', () => {
    let cuts = 0;
    fc.assert(
      fc.property(plans, fc.integer({ min: 1500, max: 20_000 }), (given, maxBytes) => {
        const pieces = cutPieces(given, maxBytes);
        expect(pieces.flat()).toEqual(given.flatMap(({ changes }) => changes));
        const pieceOf = new Map(pieces.flatMap((piece, index) => piece.map((change) => [change, index] as const)));
        for (const { changes } of given) {
          for (const change of changes) {
            const own = changes.filter(({ group }) => group === change.group);
            expect(new Set(own.map((each) => pieceOf.get(each))).size).toBe(1);
          }
        }
        const bytes = (piece: readonly RowChange[]) => piece.reduce((sum, change) => sum + estimateBytes(change), 0);
        for (const piece of pieces) {
          if (new Set(piece.map(({ group }) => group)).size === piece.length) {
            expect(piece.length === 1 || bytes(piece) <= maxBytes).toBe(true);
          }
        }
        cuts += Math.max(0, pieces.length - 1);
      }),
    );
    expect(cuts).toBeGreaterThan(50);
  });

  test('killed after any of them, the rest is planned with the same ids', () => {
    const given = fc.array(fc.tuple(fc.constantFrom('hubs', 'tickets', 'points'), fc.nat({ max: 2 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(randomWorkbook, given, fc.integer({ min: 1, max: 6000 }), (workbook, wanted, maxBytes) => {
        const plan = (on: WorkbookState, rest: typeof wanted) => {
          const draft = createDraft(on, fr);
          for (const [table, group] of rest) {
            const state: TableState = on[table];
            draft.append(state, { id: draft.nextId(state) }, `g${group}`);
          }
          return draft.changeSet();
        };
        const whole = plan(workbook, wanted);
        let state = workbook;
        let done = 0;
        for (const piece of cutPieces([whole], maxBytes)) {
          state = applyChanges(state, planCommit(state, piece, { head: headOf('a') }, fr).changes, fr);
          done += piece.length;
          const rest = plan(state, wanted.slice(done)).changes.map(({ id }) => id);
          expect(rest).toEqual(whole.changes.slice(done).map(({ id }) => id));
        }
        expect(done).toBe(wanted.length);
      }),
    );
  });
});

describe('the estimate', () => {
  test('is never less than what the batch takes', () => {
    fc.assert(
      fc.property(workbookAndChanges, ({ workbook, changes }) => {
        const { body } = planCommit(workbook, changes, { head: headOf('a') }, fr);
        const empty = planCommit(workbook, [], { head: headOf('a') }, fr);
        const sent = Buffer.byteLength(JSON.stringify(body)) - Buffer.byteLength(JSON.stringify(empty.body));
        // The Journal names the columns of each table touched, once.
        const ranges = new Set(changes.map(({ table }) => table)).size * 1500 + 1500;
        const estimated = changes.reduce((sum, change) => sum + estimateBytes(change), 0);
        expect(sent).toBeLessThanOrEqual(estimated + ranges);
      }),
    );
  });

  test('of many rows is within three times of the truth, so pieces are not needlessly small', () => {
    const workbook = workbookOf({});
    const draft = createDraft(workbook, fr);
    for (let index = 0; index < 500; index += 1) {
      const id = draft.nextId(workbook.points);
      const cells = { customerId: 'CLI-000001', on: '2026-11-22', kind: 'earn', points: 100, source: 'in_1' } as const;
      draft.append(workbook.points, { id, ...cells });
    }
    const { changes } = draft.changeSet();
    const sent = JSON.stringify(planCommit(workbook, changes, { head: headOf('a') }, fr).body).length;
    const estimated = changes.reduce((sum, change) => sum + estimateBytes(change), 0);
    expect(estimated).toBeGreaterThan(sent * 0.99);
    expect(estimated).toBeLessThan(3 * sent);
  });
});
