// A short mark of a piece of the template, to tell later whether that piece has changed. It protects nothing.

/** FNV-1a, 32 bits, over the value's JSON; base 36. Keys must come in a fixed order. */
export function fingerprint(value: unknown): string {
  const text = JSON.stringify(value);
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
