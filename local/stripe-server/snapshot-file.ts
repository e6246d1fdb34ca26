/**
 * A world on disk, one JSON value a line, so that a restart goes on where it stopped and no single string grows with the
 * world. The file is replaced as a whole: a crash leaves the old one.
 */
import { closeSync, existsSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import type Stripe from 'stripe';
import type { DueEntry } from './due-queue.ts';
import type { StoredAnswer } from './idempotency.ts';
import type { StoredObject, Table } from './table.ts';
import type { AccountSettings, CardState, PendingItem, World } from './world.ts';
import { createWorld } from './world.ts';

const FORMAT = 1;
const ROWS_A_WRITE = 500;

interface Head {
  readonly format: number;
  readonly settings: AccountSettings;
  readonly nowSeconds: number;
  readonly counter: number;
  readonly requestCount: number;
  readonly cards: readonly (readonly [string, CardState])[];
  readonly pendingItems: readonly (readonly [string, readonly PendingItem[]])[];
  readonly deletedCustomers: readonly string[];
  readonly resumptionInvoices: readonly (readonly [string, 'on-attempt' | 'on-success'])[];
  /** Absent from files written before there was Checkout. */
  readonly checkoutItems?: readonly (readonly [string, readonly Stripe.LineItem[]])[];
  readonly due: readonly DueEntry[];
  readonly answers: readonly StoredAnswer[];
}

export interface Snapshot {
  readonly world: World;
  readonly answers: readonly StoredAnswer[];
  readonly requestCount: number;
}

export function saveSnapshot(file: string, snapshot: Snapshot): void {
  const { world } = snapshot;
  const head: Head = {
    format: FORMAT,
    settings: world.settings,
    nowSeconds: world.nowSeconds,
    counter: world.counter,
    requestCount: snapshot.requestCount,
    cards: [...world.cards],
    pendingItems: [...world.pendingItems],
    deletedCustomers: [...world.deletedCustomers],
    resumptionInvoices: [...world.resumptionInvoices],
    checkoutItems: [...world.checkoutItems],
    due: world.due.entries(),
    answers: snapshot.answers,
  };
  const descriptor = openSync(`${file}.new`, 'w');
  writeSync(descriptor, `${JSON.stringify(head)}\n`);
  for (const [name, table] of Object.entries(world.tables)) {
    const rows = (table as unknown as Table<StoredObject>).all();
    for (let start = 0; start < rows.length; start += ROWS_A_WRITE) {
      const lines = rows.slice(start, start + ROWS_A_WRITE).map((row) => `${JSON.stringify([name, row])}\n`);
      writeSync(descriptor, lines.join(''));
    }
  }
  closeSync(descriptor);
  renameSync(`${file}.new`, file);
}

/** Null when there is no file; a file of another format throws. */
export function loadSnapshot(file: string): Snapshot | null {
  if (!existsSync(file)) return null;
  const [first = '', ...lines] = readFileSync(file, 'utf8').split('\n');
  const head = JSON.parse(first) as Head;
  if (head.format !== FORMAT) throw new Error(`${file} has format ${head.format}, this server reads ${FORMAT}`);
  const world = createWorld(head.settings, head.due);
  world.nowSeconds = head.nowSeconds;
  world.counter = head.counter;
  for (const [id, card] of head.cards) world.cards.set(id, card);
  for (const [id, items] of head.pendingItems) world.pendingItems.set(id, items);
  for (const id of head.deletedCustomers) world.deletedCustomers.add(id);
  for (const [id, how] of head.resumptionInvoices) world.resumptionInvoices.set(id, how);
  for (const [id, items] of head.checkoutItems ?? []) world.checkoutItems.set(id, items);
  const tables = world.tables as unknown as Record<string, Table<StoredObject>>;
  for (const line of lines) {
    if (line === '') continue;
    const [name, row] = JSON.parse(line) as [string, StoredObject];
    tables[name]?.insert(row);
  }
  return { world, answers: head.answers, requestCount: head.requestCount };
}
