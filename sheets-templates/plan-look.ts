// What stands on a tab as a whole: the hidden and protected key row, the banding, the protection of tabs that programs keep.
import {
  FIRST_DATA_ROW_INDEX,
  HEADER_ROW_INDEX,
  KEY_ROW_INDEX,
  ownerOf,
  type Table,
} from '#lib/tables/definition/table.ts';
import type { Words } from '#lib/text/words.ts';
import { bandingId, keyRowProtectionId, tabProtectionId } from './object-ids.ts';
import { palette } from './palette.ts';
import type { PlacedTab } from './place-tab.ts';
import type { TemplateRecord } from './template-record.ts';
import type { GridRange, WorkbookRequest } from './workbook-request.ts';

export function planLook(tab: PlacedTab, record: TemplateRecord, words: Words): WorkbookRequest[] {
  const { table, bare } = tab;
  const { sheetId } = table;
  const requests: WorkbookRequest[] = [];
  if (record.note('tab.keyRow', 'hidden', bare) === 'new') requests.push(hideKeyRow(sheetId));

  const keyRow = { sheetId, startRowIndex: KEY_ROW_INDEX, endRowIndex: HEADER_ROW_INDEX };
  const protect = (piece: string, protectedRangeId: number, range: GridRange, description: string) => {
    const isNew = record.note(piece, 'warning', bare) === 'new';
    const standing = (tab.live?.protectedRanges ?? []).some((found) => found.protectedRangeId === protectedRangeId);
    const protectedRange = { protectedRangeId, range, description, warningOnly: true as const };
    if (isNew && !standing) requests.push({ addProtectedRange: { protectedRange } });
  };
  const { protection } = words.workbook;
  protect('tab.keys', keyRowProtectionId(sheetId), keyRow, protection.keyRow);
  if (isKeptByPrograms(table)) {
    protect('tab.data', tabProtectionId(sheetId), { sheetId, startRowIndex: FIRST_DATA_ROW_INDEX }, protection.tab);
  }
  requests.push(...planBanding(tab, record));
  return requests;
}

/** Whether the team fills in none of the tab's columns: it is protected as a whole, not column by column. */
export function isKeptByPrograms(table: Table): boolean {
  return Object.keys(table.columns).every((name) => ownerOf(table, name) !== 'team');
}

function hideKeyRow(sheetId: number): WorkbookRequest {
  const range = { sheetId, dimension: 'ROWS' as const, startIndex: KEY_ROW_INDEX, endIndex: HEADER_ROW_INDEX };
  return { updateDimensionProperties: { range, properties: { hiddenByUser: true }, fields: 'hiddenByUser' } };
}

function planBanding(tab: PlacedTab, record: TemplateRecord): WorkbookRequest[] {
  const { table, live, bare } = tab;
  const bandedRangeId = bandingId(table.sheetId);
  // Two bandings may not overlap: a person's own stands.
  const banded = (live?.bandedRanges ?? []).length > 0;
  if (record.note('tab.banding', 'rows', bare) !== 'new' || banded) return [];
  const range = {
    sheetId: table.sheetId,
    startRowIndex: HEADER_ROW_INDEX,
    startColumnIndex: 0,
    endColumnIndex: tab.columnIndexOf.size,
  };
  const rowProperties = {
    headerColorStyle: palette.headerTeam,
    firstBandColorStyle: palette.white,
    secondBandColorStyle: palette.band,
  };
  return [{ addBanding: { bandedRange: { bandedRangeId, range, rowProperties } } }];
}
