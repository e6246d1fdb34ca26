// The identity towards Google, from a credentials file whose addresses are checked: a file that names another host than
// Google's could send our token anywhere. Secrets are read here, at the last moment, and handed to Google's client only.
import { readFileSync } from 'node:fs';
import { auth, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { GoogleAccess } from '#sync/google-access.ts';
import { parseCredentials } from '#sync/google-credentials.ts';

/** Sheets alone: the job neither lists nor opens any other file. */
const SCOPES = ['https://www.googleapis.com/auth/spreadsheets'];

export type GoogleAuth = NonNullable<sheets_v4.Options['auth']>;

/** Calls nobody yet; the first request to Sheets asks for a token. */
export function createGoogleAuth({ file }: Extract<GoogleAccess, { readonly kind: 'credentials' }>): GoogleAuth {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const credentials = parseCredentials(content);
  if (credentials === null) throw new Error('Bug: a credentials file that the configuration had accepted');
  if (credentials.type === 'service_account') {
    return new auth.JWT({ email: credentials.client_email, key: credentials.private_key, scopes: SCOPES });
  }
  // The whole content: the library reads more fields of it than we check.
  type Options = ConstructorParameters<typeof auth.IdentityPoolClient>[0];
  return new auth.IdentityPoolClient({ ...(content as Options), scopes: SCOPES });
}
