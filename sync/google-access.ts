// How the job reaches Google Sheets: a credentials file, or the local world without any. The file is only looked at, to
// say what is wrong with it and whom to share the workbook with; its secrets are never kept here.
import { readFileSync } from 'node:fs';
import { parseCredentials } from './google-credentials.ts';
import { words } from './words.ts';

export type GoogleAccess =
  | {
      readonly kind: 'credentials';
      readonly file: string;
      readonly form: 'key-file' | 'identity-federation';
      /** Whom to share the workbook with; null when the file does not tell. */
      readonly account: string | null;
    }
  | { readonly kind: 'loopback'; readonly url: URL };

const { whys } = words.config;

/** `why`: what is wrong with the file; null when none is given. */
export function readGoogleAccess(
  file: string | undefined,
  loopback: URL | null,
  isLocal: boolean,
): GoogleAccess | { readonly why: string | null } {
  if (loopback !== null) return { kind: 'loopback', url: loopback };
  // A malformed local address is reported by itself: no credentials are asked for.
  if (isLocal) return { kind: 'loopback', url: new URL('http://127.0.0.1') };
  if (file === undefined) return { why: null };
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { why: whys.fileMissing };
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { why: whys.notJson };
  }
  const data = parseCredentials(content);
  if (data === null) return { why: whys.notCredentials };
  if (data.type === 'service_account')
    return { kind: 'credentials', file, form: 'key-file', account: data.client_email };
  const account = /serviceAccounts\/([^/:]+@[^/:]+):/.exec(data.service_account_impersonation_url ?? '')?.[1] ?? null;
  return { kind: 'credentials', file, form: 'identity-federation', account };
}
