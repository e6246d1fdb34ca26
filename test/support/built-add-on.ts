// The add-on as built, once for a test file, over a workbook file of its own.
import { buildAddon } from '#addon/build/build-addon.ts';
import type { WorldClock } from '#local/clock.ts';
import { type AddOnHost, startAddOn } from './add-on-host.ts';

export const built = await buildAddon();

/** @param file a SQLite file of the local Sheets server, or ':memory:'. */
export function openAddOn(file: string, spreadsheetId: string, clock: WorldClock): AddOnHost {
  return startAddOn({ ...built, file, spreadsheetId, clock });
}
