// Row ids: a prefix and a number (CMD-000123). Counters live in the Système tab; a plan takes numbers from an allocator
// that it is handed, so the same plan run twice gives the same ids.

const DIGITS = 6;

export function formatId(prefix: string, number: number): string {
  return `${prefix}-${String(number).padStart(DIGITS, '0')}`;
}

/** The number of an id of this prefix, or null when the text is something else. */
export function numberOfId(prefix: string, id: string): number | null {
  if (!id.startsWith(`${prefix}-`)) return null;
  const digits = id.slice(prefix.length + 1);
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null;
}
