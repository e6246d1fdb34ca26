// The calls to Gmail, each through the advanced service. The right to it may have been unticked: it is looked at first, since
// the service would only say that something is missing.
import { isBusy, retried } from './google-errors.ts';

/** Drafts and sending, and nothing of what is in the mailbox. */
const COMPOSE_SCOPE = 'https://www.googleapis.com/auth/gmail.compose';
const ME = 'me';

export type MailRight = { readonly isGranted: true } | { readonly isGranted: false; readonly url: string | null };

/** As documented: the published types know neither the list of scopes nor what of it was granted. */
interface ScopeInfo {
  readonly getAuthorizedScopes: () => readonly string[] | null;
  readonly getAuthorizationUrl: () => string | null;
}
type AskForScopes = (mode: GoogleAppsScript.Script.AuthMode, scopes: readonly string[]) => ScopeInfo;

export function mailRight(): MailRight {
  const app = ScriptApp as unknown as { readonly getAuthorizationInfo: AskForScopes };
  const info = app.getAuthorizationInfo(ScriptApp.AuthMode.FULL, [COMPOSE_SCOPE]);
  const isGranted = (info.getAuthorizedScopes() ?? []).includes(COMPOSE_SCOPE);
  return isGranted ? { isGranted } : { isGranted, url: info.getAuthorizationUrl() };
}

/** The draft with that Message-ID; null when there is none, or when Gmail gave it another id. */
export function findDraft(messageId: string): string | null {
  const found = retried(() => drafts().list(ME, { q: `rfc822msgid:${messageId}`, maxResults: 1 }), isBusy);
  return found.drafts?.[0]?.id ?? null;
}

/** @param raw base64url. @returns the draft's id. */
export function createDraft(raw: string): string {
  return retried(() => drafts().create({ message: { raw } }, ME), isBusy).id ?? '';
}

/** @returns the message's id. */
export function sendMessage(raw: string): string {
  return retried(() => users().Messages.send({ raw }, ME), isBusy).id ?? '';
}

function users() {
  if (typeof Gmail === 'undefined' || Gmail.Users?.Drafts === undefined || Gmail.Users.Messages === undefined) {
    throw new Error('the advanced service Gmail is not enabled');
  }
  return { Drafts: Gmail.Users.Drafts, Messages: Gmail.Users.Messages };
}

function drafts() {
  return users().Drafts;
}
