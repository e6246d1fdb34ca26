/**
 * Advanced services as the script sees them, and what decides over them: a service is there when the manifest enables it, and
 * works when the person granted its scope at consent.
 */
import type { RunData } from './host-messages.ts';
import { named } from './named-members.ts';

export type Ask = (service: string, ...args: readonly unknown[]) => unknown;

const SCOPE = 'https://www.googleapis.com/auth/';
/** Where Google would ask for what is missing. */
const CONSENT_PAGE = 'https://accounts.google.com/';

export function advancedServices(
  { advancedServices: enabled, scopes }: RunData,
  ask: Ask,
  needsRight: (service: string) => void,
): Readonly<Record<string, object>> {
  const method = (api: string, name: string, scope: string) => {
    return (...args: readonly unknown[]) => {
      needsRight(`${api}.${name}`);
      if (!scopes.includes(`${SCOPE}${scope}`)) {
        const required = `Required permissions: ${SCOPE}${scope}`;
        throw new Error(`Specified permissions are not sufficient to call ${api.toLowerCase()}.${name}. ${required}`);
      }
      return ask(`${api.toLowerCase()}.${name}`, ...args);
    };
  };
  const sheets = (name: string) => method('Sheets', name, 'spreadsheets');
  const gmail = (name: string) => method('Gmail', name, 'gmail.compose');
  const known: Readonly<Record<string, object>> = {
    Sheets: named('Sheets', {
      Spreadsheets: named('Sheets.Spreadsheets', {
        get: sheets('spreadsheets.get'),
        batchUpdate: sheets('spreadsheets.batchUpdate'),
        Values: named('Sheets.Spreadsheets.Values', {
          batchGetByDataFilter: sheets('spreadsheets.values.batchGetByDataFilter'),
        }),
        DeveloperMetadata: named('Sheets.Spreadsheets.DeveloperMetadata', {
          search: sheets('spreadsheets.developerMetadata.search'),
        }),
      }),
    }),
    Gmail: named('Gmail', {
      Users: named('Gmail.Users', {
        Drafts: named('Gmail.Users.Drafts', {
          create: gmail('users.drafts.create'),
          list: gmail('users.drafts.list'),
          get: gmail('users.drafts.get'),
        }),
        Messages: named('Gmail.Users.Messages', { send: gmail('users.messages.send') }),
      }),
    }),
  };
  return Object.fromEntries(Object.entries(known).filter(([name]) => enabled.includes(name)));
}

export function scriptApp({ scopes }: RunData): object {
  return named('ScriptApp', {
    AuthMode: { NONE: 'NONE', CUSTOM_FUNCTION: 'CUSTOM_FUNCTION', LIMITED: 'LIMITED', FULL: 'FULL' },
    getAuthorizationInfo: (_mode: string, asked: readonly string[] = scopes) => {
      const granted = asked.filter((scope) => scopes.includes(scope));
      return named('AuthorizationInfo', {
        getAuthorizedScopes: () => granted,
        getAuthorizationUrl: () => (granted.length === asked.length ? null : CONSENT_PAGE),
      });
    },
  });
}

/** Part of Utilities: text is encoded as UTF-8 where the script says so, else in Latin-1, as Google does. */
export function base64() {
  const bytes = (text: string, charset?: string) => Buffer.from(text, charset === 'UTF_8' ? 'utf8' : 'latin1');
  return {
    Charset: { UTF_8: 'UTF_8', US_ASCII: 'US_ASCII' },
    base64Encode: (text: string, charset?: string) => bytes(text, charset).toString('base64'),
    base64EncodeWebSafe: (text: string, charset?: string) =>
      bytes(text, charset).toString('base64').replace(/\+/g, '-').replace(/\//g, '_'),
  };
}
