// The ids of the objects that we own on a tab, derived from the table's sheetId: an object of ours is found by its id,
// whatever people moved, and anything with another id is theirs.
import { fingerprint } from './fingerprint.ts';

const IDS_PER_TAB = 10_000;
const KEY_ROW = 1;
const WHOLE_TAB = 2;
const BANDING = 3;
const FIRST_COLUMN = 1000;

export const keyRowProtectionId = (sheetId: number): number => sheetId * IDS_PER_TAB + KEY_ROW;
export const tabProtectionId = (sheetId: number): number => sheetId * IDS_PER_TAB + WHOLE_TAB;
export const bandingId = (sheetId: number): number => sheetId * IDS_PER_TAB + BANDING;

/** From the column's key, not its place: a column added later must not change the others' ids. */
export function columnProtectionId(sheetId: number, columnKey: string): number {
  const spread = Number.parseInt(fingerprint(columnKey), 36) % (IDS_PER_TAB - FIRST_COLUMN);
  return sheetId * IDS_PER_TAB + FIRST_COLUMN + spread;
}
