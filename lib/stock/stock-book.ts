// Where a plan writes stock: every quantity goes through `move`, which writes the movement and keeps the lot's figures, so
// that on hand = Σ movements in the commit itself. It decides nothing; a lot below zero is a bug of the plan that asked.
import type { ActionMeta } from '#lib/actions/action.ts';
import type { Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { assert } from '#lib/kernel/assert.ts';
import type { Cells } from '#lib/tables/definition/table.ts';
import type { LotsRow, lots as lotsTable } from '#lib/tables/lots.ts';
import type { MovementsRow } from '#lib/tables/movements.ts';
import type { Take } from './allocate.ts';

type LotCells = Omit<Cells<typeof lotsTable>, 'rowIndex'>;
type NewLot = Pick<LotCells, 'productId' | 'hubId' | 'receivedOn' | 'dateKind' | 'unitCostCents'> &
  Partial<Omit<LotCells, 'id' | 'onHand' | 'reserved' | 'actionId'>>;

/** Why units move; the day is today unless another is given. */
export type MovementEntry = Pick<MovementsRow, 'kind'> &
  Partial<Pick<MovementsRow, 'on' | 'orderId' | 'lineId' | 'purchaseId' | 'stockTakeId' | 'incidentId' | 'reason'>>;

export interface StockBook {
  /** The lots as they stand now, with what was written into the book so far. */
  readonly lots: () => readonly LotsRow[];
  readonly lotOf: (lotId: string) => LotsRow | undefined;
  /** A new, empty lot; its receipt is a movement. @returns its id */
  readonly addLot: (lot: NewLot) => string;
  /** @param quantity signed, not 0. */
  readonly move: (lotId: string, quantity: number, entry: MovementEntry) => void;
  readonly reserve: (takes: readonly Take[]) => void;
  readonly release: (takes: readonly Take[]) => void;
  /** Sets what a lot holds without a movement: only to agree with the movements that stand already. */
  readonly restate: (lotId: string, cells: Partial<Pick<LotsRow, 'onHand' | 'reserved' | 'status'>>) => void;
  /** Puts everything into the draft; call it once, at the end. */
  readonly write: () => void;
}

export function createStockBook({ workbook, clock }: PlanContext, draft: Draft, meta: ActionMeta): StockBook {
  const { lots, movements } = workbook;
  const changed = new Map<string, LotsRow>();
  const added = new Set<string>();
  const written: { readonly lotId: string; readonly quantity: number; readonly entry: MovementEntry }[] = [];
  const lotOf = (lotId: string) => changed.get(lotId) ?? lots.byId.get(lotId);
  const change = (lotId: string, cells: (lot: LotsRow) => Partial<LotsRow>) => {
    const lot = lotOf(lotId);
    assert(lot !== undefined, `no lot ${lotId}`);
    changed.set(lotId, { ...lot, ...cells(lot) });
  };
  const reserveBy = (takes: readonly Take[], sign: 1 | -1) => {
    for (const { lotId, quantity } of takes) {
      if (lotOf(lotId) === undefined) continue; // A lot set aside holds no reservation that could be kept.
      change(lotId, ({ reserved }) => ({ reserved: Math.max(0, reserved + sign * quantity) }));
    }
  };
  return {
    lots: () => [
      ...lots.rows.map((lot) => changed.get(lot.id) ?? lot),
      ...[...added].flatMap((id) => changed.get(id) ?? []),
    ],
    lotOf,
    addLot(lot) {
      const id = draft.nextId(lots);
      added.add(id);
      changed.set(id, { ...emptyLot, ...lot, id, rowIndex: -1, actionId: meta.actionId });
      return id;
    },
    move(lotId, quantity, entry) {
      change(lotId, (lot) => {
        const onHand = lot.onHand + quantity;
        assert(quantity !== 0 && onHand >= 0, `${lotId} would hold ${onHand}`);
        return { onHand, status: statusAfter(lot.status, onHand) };
      });
      written.push({ lotId, quantity, entry });
    },
    reserve: (takes) => reserveBy(takes, 1),
    release: (takes) => reserveBy(takes, -1),
    restate: (lotId, cells) => change(lotId, () => cells),
    write() {
      for (const [id, { rowIndex, ...cells }] of changed) {
        if (added.has(id)) draft.append(lots, cells);
        else
          draft.update(
            lots,
            { id, rowIndex },
            { onHand: cells.onHand, reserved: cells.reserved, status: cells.status },
          );
      }
      for (const { lotId, quantity, entry } of written) {
        const { productId, hubId, unitCostCents } = lotOf(lotId) as LotsRow;
        const facts = { on: clock.today, ...entry, at: clock.now, who: meta.who, actionId: meta.actionId };
        draft.append(movements, {
          id: draft.nextId(movements),
          lotId,
          productId,
          hubId,
          quantity,
          unitCostCents,
          ...facts,
        });
      }
    },
  };
}

const emptyLot = {
  bestBeforeOn: null,
  datePrecision: null,
  purchaseId: null,
  partnerId: null,
  supplierLot: null,
  fromLotId: null,
  initialQuantity: 0,
  onHand: 0,
  reserved: 0,
  status: 'available',
  location: null,
  note: null,
  check: null,
} as const;

/** Quarantine and the like stay until somebody ends them. */
function statusAfter(status: LotsRow['status'], onHand: number): LotsRow['status'] {
  if (status !== 'available' && status !== 'exhausted') return status;
  return onHand === 0 ? 'exhausted' : 'available';
}
