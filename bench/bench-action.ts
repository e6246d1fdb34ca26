// One action of the menu on a large workbook: the built add-on in its vm over the local Sheets server's workbook, from the
// click to the journal. Ledgers grow for ever, so what an action costs must not follow them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, RawInput } from '#lib/actions/screen.ts';
import { createWorldClock } from '#local/clock.ts';
import type { AddOnHost } from '#test/support/add-on-host.ts';
import { openAddOn } from '#test/support/built-add-on.ts';
import { manyRows, startLiveWorkbook } from '#test/support/live-workbook.ts';

export interface ActionBench {
  readonly movements: number;
  readonly lines: number;
  readonly openMs: number;
  readonly previewMs: number;
  readonly commitMs: number;
  /** The form of its undo and what it would take back. */
  readonly undoMs: number;
}

const NOW_MS = Date.UTC(2026, 10, 22, 9);
const RAW: RawInput = { kind: 'waste', lotId: 'LOT-000002', quantity: '1', reason: 'Essai' };

/** The median of several runs of a loss of stock, which reads lots and lines and appends to the movements unread. */
export async function benchAction(movements: number, lines: number, runs = 5): Promise<ActionBench> {
  const folder = mkdtempSync(join(tmpdir(), 'ops-bench-action-'));
  const file = join(folder, 'workbook.sqlite');
  const live = await startLiveWorkbook(rowsOf(movements, lines), undefined, file);
  await live.close();
  const host = openAddOn(file, 'classeur', createWorldClock(NOW_MS));
  const measured = Array.from({ length: runs }, () => runOnce(host));
  host.close();
  rmSync(folder, { recursive: true });
  const median = (name: 'openMs' | 'previewMs' | 'commitMs' | 'undoMs') =>
    measured.map((run) => run[name]).sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  const [openMs, previewMs, commitMs] = [median('openMs'), median('previewMs'), median('commitMs')];
  return { movements, lines, openMs, previewMs, commitMs, undoMs: median('undoMs') };
}

function runOnce(host: AddOnHost) {
  const started = performance.now();
  const { run } = unwrapped(host.call('openForm', { action: 'remove-stock' }));
  const opened = performance.now();
  const shown = unwrapped(host.call('previewForm', { run, raw: RAW }));
  const previewed = performance.now();
  if (shown.kind !== 'preview') throw new Error(JSON.stringify(shown.problems));
  const done = unwrapped(host.call('commitForm', { run, raw: RAW, seen: shown.preview }));
  if (done.kind !== 'done') throw new Error(`the commit ended as ${done.kind}`);
  const committed = performance.now();
  const undo = unwrapped(host.call('openForm', { action: 'undo', target: run.actionId }));
  const taken = unwrapped(host.call('previewForm', { run: undo.run, raw: undo.form.initial }));
  if (taken.kind !== 'preview' || taken.preview.lines.length === 0) throw new Error('the undo offers nothing');
  return {
    openMs: opened - started,
    previewMs: previewed - opened,
    commitMs: committed - previewed,
    undoMs: performance.now() - committed,
  };
}

function unwrapped<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}

function rowsOf(movements: number, lines: number) {
  const stock = { productId: 'MIEL', hubId: 'HUB-000001', unitCostCents: 420 } as const;
  return {
    hubs: [{ id: 'HUB-000001', name: 'Hub' }],
    products: [{ id: 'MIEL', name: 'Miel 250 g' }],
    lots: manyRows('lots', 500, () => ({
      ...stock,
      receivedOn: '2026-10-01' as const,
      dateKind: 'no_date' as const,
      initialQuantity: 10,
      onHand: 10,
      reserved: 0,
      status: 'available' as const,
    })),
    movements: manyRows('movements', movements, () => ({
      ...stock,
      on: '2026-10-01' as const,
      lotId: 'LOT-000001',
      kind: 'receipt' as const,
      quantity: 1,
    })),
    lines: manyRows('lines', lines, () => ({
      orderId: 'CMD-000001',
      productId: 'MIEL',
      quantity: 1,
      status: 'delivered' as const,
    })),
  };
}
