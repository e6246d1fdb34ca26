// The shape of a language: every text a person reads, keyed by code with parameters. A second language is one more
// catalogue of this type; a missing key is a type error.
import type { fr } from './fr.ts';

export type { ChoiceCode } from './fr/choices.ts';
export type { VariableName } from './fr/replies.ts';
export type { FaqId } from './fr/starter-faq.ts';
export type { ReplyId } from './fr/starter-replies.ts';

export type Words = typeof fr;
