// What an error of Google's client means for the person who runs the job: what was found, and the cure. Google's client puts
// the whole request into its errors, tokens included: only the message and the status are ever taken from one.
import { Failure } from '#sync/failure.ts';
import type { GoogleAccess } from '#sync/google-access.ts';
import { googleWords as words } from './google-words.ts';
import { RefusedWrite, statusOf, UnknownWrite } from './sheets-client.ts';

export interface GoogleTrouble {
  readonly found: string;
  readonly cure: string;
}

/** Whom the workbook must be shared with, for a sentence. */
export function accountText(access: GoogleAccess): string {
  return access.kind === 'loopback' ? words.localAccount : (access.account ?? words.unknownAccount);
}

/** null when the error is not Google's. */
export function googleTrouble(error: unknown, access: GoogleAccess): GoogleTrouble | null {
  if (!isGoogleError(error)) return null;
  const why = messageOf(error);
  const status = error instanceof RefusedWrite ? error.status : statusOf(error);
  const account = accountText(access);
  if (/invalid_grant|invalid_client|Invalid JWT/i.test(why)) {
    return { found: words.invalidGrant, cure: words.invalidGrantCure };
  }
  if (/has not been used in project|is disabled|SERVICE_DISABLED/.test(why)) {
    return { found: words.apiDisabled, cure: words.apiDisabledCure };
  }
  if (/insufficient authentication scopes|ACCESS_TOKEN_SCOPE_INSUFFICIENT/i.test(why)) {
    return { found: words.scope, cure: words.scopeCure };
  }
  if (status === 403) return { found: words.notShared, cure: words.share({ account }) };
  if (status === 404) return { found: words.notFound, cure: words.shareOrId({ account }) };
  if (status === null) return { found: words.unreachable({ why }), cure: words.unreachableCure };
  return { found: words.other({ why }), cure: words.otherCure };
}

/** Errors that are not Google's pass as they are. */
export async function withGoogleFailures<Result>(access: GoogleAccess, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    const trouble = googleTrouble(error, access);
    if (trouble === null) throw error;
    throw new Failure('outside', `${trouble.found}. ${trouble.cure}.`, error);
  }
}

function isGoogleError(error: unknown): error is Error {
  if (error instanceof RefusedWrite || error instanceof UnknownWrite) return true;
  // Several copies of gaxios may be loaded, so its class cannot be asked for; every one carries its request.
  return error instanceof Error && 'config' in error && 'response' in error;
}

/** Google answers with a JSON text, which the client takes for the message. */
function messageOf({ message }: Error): string {
  const inner = /"message":\s*"((?:[^"\\]|\\.)*)"/.exec(message)?.[1];
  return inner === undefined ? message : inner.replace(/\\(.)/g, '$1');
}
