// The output's edge: nothing the job prints shows a secret or a person's address in full. Applied once, to finished text;
// it must never depend on who wrote the text.

// A service account's address is not a person's, and people must copy it to share the workbook with it.
const EMAIL = /[\p{L}\p{N}._%+'-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/gu;
const SERVICE_ACCOUNT = /\.gserviceaccount\.com$/i;
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b((?:sk|rk|pk)_(?:live|test))_[\w*]+/g, '$1_…'],
  [/\bwhsec_\w+/g, 'whsec_…'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, '[clé privée]'],
  [/\bya29\.[\w.-]+/g, 'ya29.…'],
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, '[jeton]'],
];

/** `secrets`: exact texts known to be secret, hidden whatever their shape. */
export function redact(text: string, secrets: readonly string[] = []): string {
  let safe = text;
  for (const secret of secrets) if (secret.length >= 8) safe = safe.replaceAll(secret, '[secret]');
  for (const [pattern, replacement] of PATTERNS) safe = safe.replace(pattern, replacement);
  return safe.replace(EMAIL, (address) => (SERVICE_ACCOUNT.test(address) ? address : maskedAddress(address)));
}

function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const [first = ''] = address.slice(0, at);
  return `${first}…${address.slice(at)}`;
}
