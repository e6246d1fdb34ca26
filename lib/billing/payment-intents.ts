// The PaymentIntents of an invoice, in one cell: the only way from a refund or a dispute back to its invoice, also for
// invoices that tonight's read did not bring.
import { compareText } from '#lib/kernel/compare.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';

const INTENT_PATTERN = /^[a-z]+_\w+$/;

/** What a person broke in the cell is dropped. */
export function splitIntents(cell: string | null): readonly string[] {
  return (cell ?? '').split(/[\s,;]+/).filter((text) => INTENT_PATTERN.test(text));
}

/** null when there is none: an empty cell. */
export function joinIntents(intents: readonly string[]): string | null {
  return [...new Set(intents)].sort(compareText).join(', ') || null;
}

/** PaymentIntent → invoice id, over every invoice row, sound or set aside. */
export function indexIntents({ invoices }: WorkbookState): ReadonlyMap<string, string> {
  const invoiceByIntent = new Map<string, string>();
  for (const row of invoices.rows)
    for (const intent of splitIntents(row.paymentIntents)) invoiceByIntent.set(intent, row.id);
  for (const { id, cells } of invoices.setAside) {
    if (id === null || typeof cells.paymentIntents !== 'string') continue;
    for (const intent of splitIntents(cells.paymentIntents)) invoiceByIntent.set(intent, id);
  }
  return invoiceByIntent;
}
