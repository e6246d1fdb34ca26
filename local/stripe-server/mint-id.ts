/**
 * Ids of realistic shape from a counter: the same script gives the same ids, byte for byte. It must never use chance
 * or the time.
 */

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Turns a counter into `prefix_1…` with 23 base-62 characters, the last five of which carry the counter itself. */
export function mintId(prefix: string, counter: number): string {
  let text = `${prefix}_1`;
  let state = Math.imul(counter + 1, 0x9e3779b1) >>> 0;
  for (let index = 0; index < 18; index += 1) {
    state = mix(state + index);
    text += ALPHABET[state % 62];
  }
  let rest = counter;
  let tail = '';
  for (let index = 0; index < 5; index += 1) {
    tail = ALPHABET[rest % 62] + tail;
    rest = Math.floor(rest / 62);
  }
  return text + tail;
}

/** The last line of Murmur3: one 32-bit word in, one well-mixed 32-bit word out. */
function mix(word: number): number {
  let hash = word >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
