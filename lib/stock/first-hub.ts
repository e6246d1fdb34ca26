// The hub that is meant when none is named: the open one of the best priority.
import { by } from '#lib/kernel/compare.ts';
import type { HubsRow } from '#lib/tables/hubs.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';

export function firstHub(workbook: WorkbookState): string | null {
  return openHubs(workbook)[0]?.id ?? null;
}

/** Open hubs, best priority first. */
export function openHubs({ hubs }: WorkbookState): readonly HubsRow[] {
  return hubs.rows
    .filter(({ active }) => active !== false)
    .sort(
      by(
        ({ priority }) => priority,
        ({ id }) => id,
      ),
    );
}
