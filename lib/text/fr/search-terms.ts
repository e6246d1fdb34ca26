// A French word as it is searched: without accents, case or ending, so that « abîmées » finds « abîmé » and « colis » finds
// « Colis ». Words that say nothing of the subject are dropped.

const EMPTY_WORDS: ReadonlySet<string> = new Set(
  (
    'a ai aux avec avez avoir avons bien bonjour bonsoir c ca car ce cela ces cet cette ceci chez comme comment cordialement ' +
    'd dans de des depuis dire dois du elle elles en encore entre es est et etait etre eu fait faire faut faudrait ici il ils ' +
    'j je jusqu juste l la le les leur lui m ma mais me merci mes moi mon n ne ni nos notre nous on ont ou par parce pas peu ' +
    'peut peux plait plus plutot pour pourquoi pouvez pouvoir pourriez pu puis puisque qu quand que quel quelle quelles quels ' +
    'qui quoi reste s sa salut sans se sera ses si sinon soit son sont souhaite sous suis sur svp t ta te tes toi ton toujours ' +
    'tout toute toutes tous tres trop tu un une va vais vers via voici voila voudrais vos votre vous y est-ce'
  ).split(' '),
);

/** Shorter than this an ending is part of the word. */
const STEM_LETTERS = 4;

/** @returns null for a word that is not worth searching. */
export function searchTerm(word: string): string | null {
  const plain = word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae');
  if (plain.length < 2 || EMPTY_WORDS.has(plain) || /\d/.test(plain)) return null;
  return stem(plain);
}

/** Plural, feminine, participle and infinitive cut off, in the manner of Savoy's minimal French stemmer. */
function stem(word: string): string {
  if (word.length > STEM_LETTERS && /[^e]aux$/.test(word)) return `${word.slice(0, -2)}l`;
  let short = word;
  for (const ending of ['x', 's', 'r', 'e', 'e']) {
    if (short.length >= STEM_LETTERS && short.endsWith(ending)) short = short.slice(0, -1);
  }
  return short;
}
