// Chance from a seed (sfc32), so that the demo shop is the same on every machine. Each part of the shop draws from its own
// stream, named by a label: one more draw in one part changes nothing in another. Never Math.random.

export interface Random {
  /** At least 0, below 1. */
  readonly fraction: () => number;
  /** A whole number, both bounds included. */
  readonly integer: (min: number, max: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** One item, as often as its weight says. */
  readonly weighted: <Item>(choices: readonly (readonly [Item, number])[]) => Item;
  readonly shuffled: <Item>(items: readonly Item[]) => Item[];
  /** An independent source; the same label always gives the same one, whatever was drawn before. */
  readonly stream: (label: string) => Random;
}

export function createRandom(seed: number, label = ''): Random {
  const fraction = sfc32(hashed(`${seed}/${label}`));
  const integer = (min: number, max: number) => min + Math.floor(fraction() * (max - min + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[integer(0, items.length - 1)];
    if (item === undefined) throw new Error('Bug: a pick from an empty list');
    return item;
  };
  return {
    fraction,
    integer,
    pick,
    chance: (share) => fraction() < share,
    weighted: (choices) => {
      let left = fraction() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of choices) {
        left -= weight;
        if (left < 0) return item;
      }
      return pick(choices)[0];
    },
    shuffled: (items) => {
      const order = [...items];
      for (let last = order.length - 1; last > 0; last--) {
        const other = integer(0, last);
        [order[last], order[other]] = [order[other] as (typeof order)[number], order[last] as (typeof order)[number]];
      }
      return order;
    },
    stream: (child) => createRandom(seed, `${label}/${child}`),
  };
}

/** Four 32-bit words of state from a text (FNV-1a with four offsets). */
function hashed(text: string): [number, number, number, number] {
  const words = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b].map((offset) => {
    let hash = offset;
    for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    return hash >>> 0;
  });
  return words as [number, number, number, number];
}

/** Chris Doty-Humphrey's sfc32 (PractRand); the first draws are thrown away so that near seeds part. */
function sfc32([a, b, c, d]: [number, number, number, number]): () => number {
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 15; round++) next();
  return next;
}
