// Two spellings of one address: case and surrounding blanks do not make another person.

/** null for an empty cell or a text that is no address. */
export function normalEmail(email: string | null): string | null {
  const normal = (email ?? '').trim().toLowerCase().normalize('NFC');
  return normal.includes('@') ? normal : null;
}
