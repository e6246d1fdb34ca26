// Personal data in texts that outlive an erasure (Rapprochement, reports): shown just enough to recognise, never in full.

/** marie.dupont@example.com → m…@example.com; a text without @ is masked whole but for its first letter. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const first = [...email.trim()][0] ?? '';
  return at < 1 ? `${first}…` : `${first}…${email.slice(at).trim()}`;
}

/** Masks every address found inside a text; a bar or an equals sign ends it, as they part a Problem's key. */
export function maskEmailsIn(text: string): string {
  return text.replace(/[^\s<>«»"(),;:|=@]+@[^\s<>«»"(),;:|=@]+/g, maskEmail);
}

/** Marie Dupont → M… D…: tells whether two names differ in kind, without keeping them. */
export function maskName(name: string): string {
  return name
    .trim()
    .split(/\s+/)
    .map((word) => `${[...word][0] ?? ''}…`)
    .join(' ');
}
