// Orders, lines and parcels while an action changes them: what it wrote so far is seen by what it does next, and the draft
// gets each row once, at the end. The state of an order always follows its parcels and lines here.
import type { Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { assert } from '#lib/kernel/assert.ts';
import type { Cells, Table } from '#lib/tables/definition/table.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { LinesRow } from '#lib/tables/lines.ts';
import type { OrdersRow } from '#lib/tables/orders.ts';
import type { ShipmentsRow } from '#lib/tables/shipments.ts';
import { orderProgress } from './order-progress.ts';

export interface OrderBook {
  readonly orderOf: (id: string) => OrdersRow;
  readonly lineOf: (id: string) => LinesRow;
  readonly shipmentOf: (id: string) => ShipmentsRow;
  /** Of one order, in the order of the sheet, voided ones included. */
  readonly linesOf: (orderId: string) => readonly LinesRow[];
  readonly shipmentsOf: (orderId: string) => readonly ShipmentsRow[];
  readonly changeOrder: (id: string, cells: Partial<OrdersRow>) => void;
  readonly changeLine: (id: string, cells: Partial<LinesRow>) => void;
  readonly changeShipment: (id: string, cells: Partial<ShipmentsRow>) => void;
  readonly addLine: (cells: Partial<LinesRow> & Pick<LinesRow, 'orderId' | 'productId' | 'quantity'>) => string;
  readonly addShipment: (cells: Omit<ShipmentsRow, 'id' | 'rowIndex'>) => string;
  /** Sets state, progress, number of parcels and dates of the order from its parcels and lines. */
  readonly followParcels: (orderId: string) => void;
  /** Puts everything into the draft; call it once, at the end. */
  readonly write: () => void;
}

export function createOrderBook({ workbook, words }: PlanContext, draft: Draft): OrderBook {
  const orders = createRows<OrdersRow>(workbook.orders, draft, (row) => row.id);
  const lines = createRows<LinesRow>(workbook.lines, draft, (row) => row.orderId);
  const shipments = createRows<ShipmentsRow>(workbook.shipments, draft, (row) => row.orderId);
  return {
    orderOf: orders.get,
    lineOf: lines.get,
    shipmentOf: shipments.get,
    linesOf: lines.of,
    shipmentsOf: shipments.of,
    changeOrder: orders.change,
    changeLine: lines.change,
    changeShipment: shipments.change,
    addLine: (cells) => lines.add(cells),
    addShipment: (cells) => shipments.add(cells),
    followParcels(orderId) {
      const order = orders.get(orderId);
      orders.change(orderId, orderProgress(shipments.of(orderId), lines.of(orderId), order.status, words));
    },
    write() {
      for (const rows of [orders, lines, shipments]) rows.write();
    },
  };
}

interface AnyRow {
  readonly id: string;
  readonly rowIndex: number;
}

interface Rows<R extends AnyRow> {
  readonly get: (id: string) => R;
  readonly of: (orderId: string) => readonly R[];
  readonly change: (id: string, cells: Partial<R>) => void;
  readonly add: (cells: Partial<R>) => string;
  readonly write: () => void;
}

function createRows<R extends AnyRow>(state: TableState, draft: Draft, orderIdOf: (row: R) => string): Rows<R> {
  const rows = state.rows as unknown as readonly R[];
  const idsOf = new Map<string, string[]>();
  const file = (row: R) => {
    const own = idsOf.get(orderIdOf(row));
    if (own === undefined) idsOf.set(orderIdOf(row), [row.id]);
    else own.push(row.id);
  };
  for (const row of rows) file(row);
  const changed = new Map<string, R>();
  const added = new Set<string>();
  const empty = Object.fromEntries(Object.keys(state.table.columns).map((name) => [name, null]));
  const get = (id: string): R => {
    const row = changed.get(id) ?? (state.byId.get(id) as unknown as R | undefined);
    assert(row !== undefined, `no row ${id} in ${state.table.key}`);
    return row;
  };
  return {
    get,
    of: (orderId) => (idsOf.get(orderId) ?? []).map(get),
    change: (id, cells) => changed.set(id, { ...get(id), ...cells }),
    add(cells) {
      const id = draft.nextId(state);
      const row = { ...empty, ...cells, id, rowIndex: -1 } as unknown as R;
      added.add(id);
      changed.set(id, row);
      file(row);
      return id;
    },
    write() {
      for (const [id, { rowIndex, ...cells }] of changed) {
        const values = cells as unknown as Partial<Cells<Table>> & { readonly id: string };
        if (added.has(id)) draft.append(state, values);
        else draft.update(state, { id, rowIndex }, onlyChanged(values, state.byId.get(id)));
      }
    },
  };
}

/** The cells that hold another value than the row as read: an equal cell typed in another way is left as it was typed. */
function onlyChanged(cells: Readonly<Record<string, unknown>>, before: Readonly<Record<string, unknown>> | undefined) {
  return Object.fromEntries(Object.entries(cells).filter(([name, value]) => before?.[name] !== value)) as Partial<
    Cells<Table>
  >;
}
