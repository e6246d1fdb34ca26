// Which tabs points cannot be worked on with: gone, or without a column that is optional in general but without which
// points would be counted twice, or lost.
import { type Problem, problem } from '#lib/kernel/problem.ts';
import type { TableKey, WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';

const NEEDED_COLUMNS: Readonly<Partial<Record<TableKey, readonly string[]>>> = {
  invoices: ['planId', 'subscriptionId', 'paidOn'],
  points: ['lotId', 'source'],
  pointLots: ['source'],
  facts: ['customerId', 'until'],
};

/** One Problem a tab; empty when all can be used. */
export function unusableTabs(workbook: WorkbookState, keys: readonly TableKey[], words: Words): readonly Problem[] {
  return keys.flatMap((key) => {
    const { usable, columnIndexOf, title } = workbook[key];
    if (usable && (NEEDED_COLUMNS[key] ?? []).every((name) => columnIndexOf.has(name))) return [];
    return [problem('stepSkipped', { step: words.night.pointsStep, tab: title })];
  });
}
