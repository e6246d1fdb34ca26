// What `ops doctor` checks of Google: whether the workbook can be read and written with this identity, and, when asked, the
// one rule of Google's on which safe writing rests. Its only writes are marks nobody sees, deleted at once.
import type { GoogleAccess } from '#sync/google-access.ts';
import { accountText, googleTrouble } from '#sync/sheets/google-failure.ts';
import { RefusedWrite, type SheetsClient } from '#sync/sheets/sheets-client.ts';
import type { Check } from './check.ts';
import { doctorWords } from './doctor-words.ts';

const words = doctorWords.access;

// Far from the fence's marks (lib/changes/fence.ts) and from those that Google gives.
const PROBE_MARK_ID = 690_000_001;
const PROBE_KEY = 'ops-doctor';
const deleteProbe = {
  deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataKey: PROBE_KEY } } },
};
const createProbe = {
  createDeveloperMetadata: {
    developerMetadata: {
      metadataId: PROBE_MARK_ID,
      metadataKey: PROBE_KEY,
      metadataValue: 'probe',
      location: { spreadsheet: true },
      visibility: 'DOCUMENT',
    },
  },
};

export async function checkGoogle(
  client: SheetsClient,
  access: GoogleAccess,
  probeWrites: boolean,
): Promise<readonly Check[]> {
  const account = accountText(access);
  try {
    const { properties } = await client.getSpreadsheet('properties(title)');
    const found = words.good({ title: properties?.title ?? '', account });
    const readable = check(words.label, 'ok', found, null);
    const writable = await checkWriting(client, access);
    const fence = probeWrites && writable.state === 'ok' ? [await checkFence(client)] : [];
    return [readable, writable, ...fence];
  } catch (error) {
    const trouble = googleTrouble(error, access);
    if (trouble === null) throw error;
    return [check(words.label, 'failed', trouble.found, trouble.cure)];
  }
}

/** Deletes a mark that is not there: nothing changes, but the right to edit is needed. */
async function checkWriting(client: SheetsClient, access: GoogleAccess): Promise<Check> {
  try {
    await client.batchUpdate({ requests: [deleteProbe] }, 'spreadsheetId');
    return check(words.writing, 'ok', words.writable, null);
  } catch (error) {
    const trouble = googleTrouble(error, access);
    if (trouble === null) throw error;
    const isReader = error instanceof RefusedWrite && error.status === 403;
    return check(words.writing, 'failed', isReader ? words.readOnly : trouble.found, trouble.cure);
  }
}

async function checkFence(client: SheetsClient): Promise<Check> {
  const { label, good, broken, brokenCure } = doctorWords.fence;
  try {
    await client.batchUpdate({ requests: [createProbe] }, 'spreadsheetId');
    const refused = await client.batchUpdate({ requests: [createProbe] }, 'spreadsheetId').then(
      () => false,
      (error: unknown) => error instanceof RefusedWrite && error.status === 400,
    );
    return refused ? check(label, 'ok', good, null) : check(label, 'failed', broken, brokenCure);
  } finally {
    await client.batchUpdate({ requests: [deleteProbe] }, 'spreadsheetId');
  }
}

function check(label: string, state: Check['state'], found: string, cure: string | null): Check {
  return { group: 'google', label, state, found, cure };
}
