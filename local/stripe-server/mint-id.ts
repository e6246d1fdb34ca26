/**
 * Ids of realistic shape from a counter: the same script gives the same ids, byte for byte. It must never use chance
 * or the time.
 */

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const MIXED_LENGTH = 18;
const COUNTER_LENGTH = 5;

/** Turns a counter into `prefix_1…` with 23 base-62 characters, the last five of which carry the counter itself. */
export function mintId(prefix: string, counter: number): string {
  const characters: string[] = [prefix, '_1'];
  let state = Math.imul(counter + 1, 0x9e3779b1) >>> 0;
  for (let index = 0; index < MIXED_LENGTH; index += 1) {
    state = mix(state + index);
    characters.push(ALPHABET[state % 62] ?? '');
  }
  for (let index = COUNTER_LENGTH - 1; index >= 0; index -= 1) {
    characters.push(ALPHABET[Math.floor(counter / 62 ** index) % 62] ?? '');
  }
  // Joined, not added up: a joined string is flat, an added-up one stays a chain of small strings for ever.
  return characters.join('');
}

/** The last line of Murmur3: one 32-bit word in, one well-mixed 32-bit word out. */
function mix(word: number): number {
  let hash = word >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
