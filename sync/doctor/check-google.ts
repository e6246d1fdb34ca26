// What `ops doctor` checks of Google: whether the workbook can be read and written with this identity, and, when asked, the
// one rule of Google's on which safe writing rests. Its only writes are marks nobody sees, deleted at once.
import type { GoogleAccess } from '#sync/google-access.ts';
import { RefusedWrite, type SheetsClient, statusOf, UnknownWrite } from '#sync/sheets/sheets-client.ts';
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
  const account = access.kind === 'loopback' ? words.localAccount : (access.account ?? words.unknownAccount);
  try {
    const { properties } = await client.getSpreadsheet('properties(title)');
    const found = words.good({ title: properties?.title ?? '', account });
    const readable = check(words.label, 'ok', found, null);
    const writable = await checkWriting(client, account);
    const fence = probeWrites && writable.state === 'ok' ? [await checkFence(client)] : [];
    return [readable, writable, ...fence];
  } catch (error) {
    return [explain(error, account)];
  }
}

/** Deletes a mark that is not there: nothing changes, but the right to edit is needed. */
async function checkWriting(client: SheetsClient, account: string): Promise<Check> {
  try {
    await client.batchUpdate({ requests: [deleteProbe] }, 'spreadsheetId');
    return check(words.writing, 'ok', words.writable, null);
  } catch (error) {
    if (!(error instanceof RefusedWrite || error instanceof UnknownWrite)) throw error;
    const isReader = error instanceof RefusedWrite && error.status === 403;
    const cure = isReader ? words.share({ account, role: 'Éditeur' }) : words.otherCure;
    return check(words.writing, 'failed', isReader ? words.readOnly : words.other({ why: error.message }), cure);
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

function explain(error: unknown, account: string): Check {
  const why = error instanceof Error ? error.message : String(error);
  const status = statusOf(error);
  const failed = (found: string, cure: string) => check(words.label, 'failed', found, cure);
  if (/invalid_grant|invalid_client|Invalid JWT/i.test(why)) return failed(words.invalidGrant, words.invalidGrantCure);
  if (/has not been used in project|is disabled|SERVICE_DISABLED/.test(why)) {
    return failed(words.apiDisabled, words.apiDisabledCure);
  }
  if (/insufficient authentication scopes|ACCESS_TOKEN_SCOPE_INSUFFICIENT/i.test(why)) {
    return failed(words.scope, words.scopeCure);
  }
  if (status === 403) return failed(words.notShared, words.share({ account, role: 'Éditeur' }));
  if (status === 404) return failed(words.notFound, words.shareOrId({ account }));
  return failed(words.other({ why }), words.otherCure);
}

function check(label: string, state: Check['state'], found: string, cure: string | null): Check {
  return { group: 'google', label, state, found, cure };
}
