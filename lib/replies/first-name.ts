// How a letter calls somebody: the first name of a person, the whole name of a company or of who signs with a title.

const COMPANY =
  /^(sarl|sas|sasu|sa|eurl|sci|scop|asso|association|maison|atelier|boutique|soci[eé]t[eé]|[eé]cole|mairie|librairie|caf[eé]|restaurant|[eé]picerie)$/i;
const TITLE = /^(m\.?|mme\.?|mlle\.?|monsieur|madame|dr\.?|docteur|me)$/i;

/** "Léa Roux" → Léa; "ROUX Léa" → Léa; "Mme Roux" and "Atelier Roux" stay whole. */
export function firstNameOf(name: string): string {
  const whole = name.trim().replace(/\s+/g, ' ');
  const words = whole.split(' ');
  const [first = ''] = words;
  if (words.length === 1 || COMPANY.test(first) || TITLE.test(first)) return whole;
  // Some write the family name first, in capitals; a name all in capitals says nothing.
  const given = words.find((word) => word !== word.toUpperCase());
  return given ?? first;
}
