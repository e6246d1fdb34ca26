// What the replay says of a case. An adapter compares what lib answers with what the case expects; it decides nothing itself.

/** One thing compared: `what` it is, what the case expects, what lib gives. */
export interface Comparison {
  readonly what: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

export type Verdict =
  /** Everything compared agrees; `because` when it is the case's alternative, or when part of it is not for us. */
  | { readonly kind: 'pass'; readonly because?: string }
  | { readonly kind: 'differs'; readonly differences: readonly Comparison[] }
  /** Compared, and different on purpose. */
  | { readonly kind: 'otherwise'; readonly because: string; readonly differences: readonly Comparison[] }
  | { readonly kind: 'out of scope'; readonly because: string };

export const outOfScope = (because: string): Verdict => ({ kind: 'out of scope', because });

/** @param because said beside a pass. */
export function judge(comparisons: readonly Comparison[], because?: string): Verdict {
  if (comparisons.length === 0) throw new Error('a case that compares nothing cannot pass');
  const differences = comparisons.filter(({ expected, actual }) => !isSame(expected, actual));
  if (differences.length > 0) return { kind: 'differs', differences };
  return because === undefined ? { kind: 'pass' } : { kind: 'pass', because };
}

/**
 * For a case where we choose otherwise than its origin: the reason stands only as long as what differs is exactly what was
 * foreseen. Anything else that differs, or a foreseen difference that is none any more, is a plain difference.
 */
export function judgeOtherwise(
  comparisons: readonly Comparison[],
  foreseen: ReadonlyMap<string, unknown>,
  because: string,
): Verdict {
  const differences = comparisons.filter(({ expected, actual }) => !isSame(expected, actual));
  const isForeseen =
    differences.length === foreseen.size &&
    differences.every(({ what, actual }) => foreseen.has(what) && isSame(foreseen.get(what), actual));
  return isForeseen ? { kind: 'otherwise', because, differences } : { kind: 'differs', differences };
}

function isSame(a: unknown, b: unknown): boolean {
  return stable(a) === stable(b);
}

/** JSON with sorted keys. */
export function stable(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}
