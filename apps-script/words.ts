// The language of this deployment: the one place of the add-on's server side that names it.
import { fr } from '#lib/text/fr.ts';
import type { Words } from '#lib/text/words.ts';

export const words: Words = fr;
