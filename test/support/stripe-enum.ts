// The members of an enum as the installed Stripe types spell them: a test that covers "every member" fails when a new
// version of the package brings one more.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

// The package's main file stands in its cjs folder; the types we compile against stand beside it.
const typesFolder = join(dirname(createRequire(import.meta.url).resolve('stripe')), '..', 'esm', 'resources');

/**
 * @param file e.g. `Subscriptions`. @param name the type's name; its first declaration in the file counts.
 * @throws when the file has no such union: the package was laid out anew.
 */
export function stripeEnum(file: string, name: string): readonly string[] {
  const text = readFileSync(join(typesFolder, `${file}.d.ts`), 'utf8');
  const union = new RegExp(`\\n    type ${name} = ([^;]+);`).exec(text)?.[1];
  const members = [...(union ?? '').matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '');
  if (members.length === 0) throw new Error(`stripe's ${file}.d.ts has no enum ${name}`);
  return members;
}

/** Words listed in a doc comment, for a field that Stripe types as plain text. */
export function stripeWordsInDoc(file: string, pattern: RegExp): readonly string[] {
  const text = readFileSync(join(typesFolder, `${file}.d.ts`), 'utf8');
  const sentence = pattern.exec(text)?.[0] ?? '';
  const words = [...sentence.matchAll(/`([a-z_]+)`/g)].map((match) => match[1] ?? '');
  if (words.length === 0) throw new Error(`stripe's ${file}.d.ts no longer says ${pattern.source}`);
  return words;
}
