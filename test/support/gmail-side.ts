// Gmail and the rights to it as the add-on sees them in tests: the local mailbox, synchronous, with a scope that can be
// taken away.

import { createMailbox, GmailError, type Mailbox } from '#local/apps-script-host/gmail-mailbox.ts';
import { base64 } from '#local/apps-script-host/google-apis.ts';
import { googleError } from './add-on-host.ts';

export const CONSENT_URL = 'https://accounts.test/consent';

export interface GmailSide {
  readonly mailbox: Mailbox;
  /** Whether the person left the right to compose ticked. */
  readonly allow: (isAllowed: boolean) => void;
  /** Globals of the script. */
  readonly services: Readonly<Record<string, object>>;
  /** Joined to Utilities. */
  readonly base64: ReturnType<typeof base64>;
}

/** @param watched is told each call's name before it is carried out and may throw in its place. */
export function gmailSide(now: () => number, email: string, watched: (method: string) => void): GmailSide {
  const mailbox = createMailbox(now, email);
  let isGranted = true;
  const method =
    (name: string) =>
    (...args: readonly unknown[]) => {
      watched(name);
      if (!isGranted) throw new Error(`Specified permissions are not sufficient to call gmail.${name}.`);
      try {
        return mailbox.call(name, args);
      } catch (error) {
        if (error instanceof GmailError) throw googleError(name, error.code, error.message, 'gmail');
        throw error;
      }
    };
  const authorization = (_mode: string, scopes: readonly string[]) => ({
    getAuthorizedScopes: () => (isGranted ? scopes : []),
    getAuthorizationUrl: () => (isGranted ? null : CONSENT_URL),
  });
  return {
    mailbox,
    allow: (isAllowed) => {
      isGranted = isAllowed;
    },
    services: {
      ScriptApp: { AuthMode: { FULL: 'FULL' }, getAuthorizationInfo: authorization },
      Gmail: {
        Users: {
          Drafts: { create: method('users.drafts.create'), list: method('users.drafts.list') },
          Messages: { send: method('users.messages.send') },
        },
      },
    },
    base64: base64(),
  };
}
