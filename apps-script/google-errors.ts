// What Google's advanced services throw, read: which trouble passes, which status it was, Google's own words. Shared by the
// calls to Sheets and to Gmail.
import { Failure } from './failure.ts';
import { words } from './words.ts';

const TRIES = 5;
const FIRST_WAIT_MS = 1000;

/** Waits longer each time. A quota that does not free itself is a Failure that says so. */
export function retried<T>(call: () => T, isWorthAnother: (error: unknown) => boolean): T {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return call();
    } catch (error) {
      if (attempt === TRIES || !isWorthAnother(error)) {
        if (isBusy(error)) throw new Failure(words.addon.busy);
        throw error;
      }
      const wait = FIRST_WAIT_MS * 2 ** (attempt - 1);
      Utilities.sleep(Math.round(wait * (0.5 + Math.random())));
    }
  }
}

/** Nothing was done. Some quota errors come without details: Google's words tell. */
export function isBusy(error: unknown): boolean {
  return statusOf(error) === 429 || /Quota exceeded|RESOURCE_EXHAUSTED|rateLimitExceeded/i.test(googleMessage(error));
}

export function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  return isBusy(error) || (status !== null && status >= 500);
}

/** A right of the manifest that was left unticked at consent, or taken back since. */
export function isRightMissing(error: unknown): boolean {
  return /permissions are not sufficient|do not have permission to call|insufficient authentication scopes/i.test(
    googleMessage(error),
  );
}

/** Of Google's own errors; null for a call that never came back. */
export function statusOf(error: unknown): number | null {
  const code = (error as { readonly details?: { readonly code?: unknown } } | null)?.details?.code;
  return typeof code === 'number' ? code : null;
}

export function googleMessage(error: unknown): string {
  const text =
    error instanceof Error ? error.message : String((error as { message?: unknown } | null)?.message ?? error);
  return text.replace(/^API call to \S+ failed with error: /, '');
}
