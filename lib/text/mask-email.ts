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

/** Letters shown of what differs. */
const SHOWN = 3;

/**
 * Two names that differ, each by its first letter and the start of what differs: Marie Dupont and Marie Durand → M…pon…
 * and M…ran…. Case and spacing tell nothing.
 */
export function maskAllButDifference(one: string, other: string): readonly [string, string] {
  const texts = [one, other].map((text) => [...text.normalize('NFC').trim().replace(/\s+/g, ' ')]);
  const [first = [], second = []] = texts;
  const isSame = (letter: string | undefined, against: string | undefined) =>
    letter?.toLowerCase() === against?.toLowerCase();
  const shortest = Math.min(first.length, second.length);
  let start = 0;
  while (start < shortest && isSame(first[start], second[start])) start++;
  let end = 0;
  while (end < shortest - start && isSame(first[first.length - 1 - end], second[second.length - 1 - end])) end++;
  const shown = (letters: readonly string[]) => {
    const differing = letters.slice(start, letters.length - end);
    const lead = start === 0 ? '' : `${letters[0]}…`;
    // From the first letter on, one letter tells the two apart.
    const most = start === 0 ? 1 : SHOWN;
    const isCut = differing.length > most || end > 0;
    return `${lead}${differing.slice(0, most).join('')}${isCut && !(differing.length === 0 && lead !== '') ? '…' : ''}`;
  };
  return [shown(first), shown(second)];
}

/** The same for two addresses, each with its domain, which is no secret. */
export function maskEmailsButDifference(one: string, other: string): readonly [string, string] {
  const [first = ['', ''], second = ['', '']] = [one, other].map((email) => {
    const at = email.lastIndexOf('@');
    return at < 1 ? [email, ''] : [email.slice(0, at), email.slice(at).trim()];
  });
  const [name = '', domain = ''] = first;
  const [otherName = '', otherDomain = ''] = second;
  if (name.trim().toLowerCase() === otherName.trim().toLowerCase()) return [maskEmail(one), maskEmail(other)];
  const [shown, otherShown] = maskAllButDifference(name, otherName);
  return [`${shown}${domain}`, `${otherShown}${otherDomain}`];
}
