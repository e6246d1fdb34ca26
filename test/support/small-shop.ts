// A shop of one product and two lots with the built add-on open on it, made anew for each test: what a person does in the
// sidebar, and what stands in the cells afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { CommitAnswer, OpenAnswer, Preview, RawInput, ServerCalls } from '#lib/actions/screen.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import { type TableKey, tables } from '#lib/tables/tables.ts';
import { createWorldClock, type MovableClock } from '#local/clock.ts';
import type { AddOnHost } from './add-on-host.ts';
import { openAddOn } from './built-add-on.ts';
import { startLiveWorkbook } from './live-workbook.ts';
import type { TestRows } from './workbook-of.ts';

const NOW_MS = Date.UTC(2026, 10, 22, 9);

const lot = {
  productId: 'MIEL',
  hubId: 'HUB-000001',
  receivedOn: '2026-10-01',
  bestBeforeOn: '2027-10-01',
  dateKind: 'ddm',
  unitCostCents: 420,
  initialQuantity: 10,
  onHand: 10,
  reserved: 0,
  status: 'available',
} as const;

const SHOP: TestRows = {
  hubs: [{ id: 'HUB-000001', name: 'Hub' }],
  products: [{ id: 'MIEL', name: 'Miel 250 g' }],
  lots: [
    { ...lot, id: 'LOT-000001' },
    { ...lot, id: 'LOT-000002', receivedOn: '2026-11-01' },
  ],
};

/** A loss of three pots of the first lot. */
export const waste = { kind: 'waste', lotId: 'LOT-000001', quantity: '3', reason: 'Bocal cassé' };

interface Place {
  readonly sheetId: number;
  readonly rowIndex: number;
  readonly columnIndex: number;
}

export interface SmallShop {
  /** Of the test that runs. */
  readonly host: () => AddOnHost;
  readonly clock: () => MovableClock;
  /** A call of the sidebar; a Failure is thrown as an error. */
  readonly call: <Name extends keyof ServerCalls>(
    name: Name,
    request: ServerCalls[Name]['request'],
  ) => ServerCalls[Name]['value'];
  readonly previewOf: (open: OpenAnswer, raw: RawInput) => Preview;
  readonly commitWaste: (open: OpenAnswer, raw?: RawInput) => CommitAnswer;
  /** A tab's rows by the keys of row 1. */
  readonly rows: (key: TableKey) => readonly Readonly<Record<string, CellValue>>[];
  readonly onHand: () => readonly (CellValue | undefined)[];
  readonly cellOf: (key: TableKey, rowIndex: number, name: string) => Place;
  /** What a person enters into a cell. */
  readonly type: (place: Place, value: object) => void;
  readonly typeSystem: (id: string, value: string) => void;
}

/** An empty cell inside a row is '' to the API, behind its end it is absent. */
function filledIn(cell: CellValue | undefined): CellValue {
  return cell === undefined || cell === '' ? null : cell;
}

/** @param more rows of other tabs. */
export function useSmallShop(more: TestRows = {}): SmallShop {
  let folder = '';
  let host: AddOnHost;
  let clock: MovableClock;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ops-addon-'));
    clock = createWorldClock(NOW_MS);
    const file = join(folder, 'sheets.sqlite');
    const live = await startLiveWorkbook({ ...SHOP, ...more }, undefined, file);
    await live.close();
    host = openAddOn(file, 'classeur', clock);
  });
  afterEach(() => {
    host.close();
    rmSync(folder, { recursive: true });
  });

  const call: SmallShop['call'] = (name, request) => {
    const answer = host.call(name, request);
    if (!answer.ok) throw new Error(answer.message);
    return answer.value;
  };
  const previewOf: SmallShop['previewOf'] = (open, raw) => {
    const answer = call('previewForm', { run: open.run, raw });
    if (answer.kind === 'invalid') throw new Error(JSON.stringify(answer.problems));
    return answer.preview;
  };
  const rows: SmallShop['rows'] = (key) => {
    const body = {
      dataFilters: [{ gridRange: { sheetId: tables[key].sheetId } }],
      valueRenderOption: 'UNFORMATTED_VALUE',
    };
    const answer = host.api('POST', '/values:batchGetByDataFilter', body) as {
      readonly valueRanges: readonly { readonly valueRange: { readonly values: readonly CellValue[][] } }[];
    };
    const [keys = [], , ...data] = answer.valueRanges[0]?.valueRange.values ?? [];
    return data.map((row) => Object.fromEntries(keys.map((name, index) => [String(name), filledIn(row[index])])));
  };
  const type: SmallShop['type'] = (start, value) => {
    const updateCells = { start, rows: [{ values: [{ userEnteredValue: value }] }], fields: 'userEnteredValue' };
    host.api('POST', ':batchUpdate', { requests: [{ updateCells }] });
  };
  const cellOf: SmallShop['cellOf'] = (key, rowIndex, name) => {
    const { sheetId, columns } = tables[key];
    return { sheetId, rowIndex, columnIndex: Object.keys(columns).indexOf(name) };
  };
  return {
    host: () => host,
    clock: () => clock,
    call,
    previewOf,
    commitWaste: (open, raw = waste) => call('commitForm', { run: open.run, raw, seen: previewOf(open, raw) }),
    rows,
    onHand: () => rows('lots').map((row) => row.on_hand),
    cellOf,
    type,
    typeSystem: (id, value) => {
      const rowIndex = rows('system').findIndex((row) => row.id === id) + 2;
      type(cellOf('system', rowIndex, 'value'), { stringValue: value });
    },
  };
}
