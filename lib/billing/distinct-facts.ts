// Lists are read page by page while Stripe moves on, so an object may come twice, even in two versions, and in any order.
// Plans work on each object once, in the order of ids.
import { compareText } from '#lib/kernel/compare.ts';

/** Of two versions of one object the same one stands whatever their order: the later in text order of their content. */
export function distinctFacts<Fact>(facts: readonly Fact[], idOf: (fact: Fact) => string): readonly Fact[] {
  const byId = new Map<string, Fact>();
  for (const fact of facts) {
    const other = byId.get(idOf(fact));
    if (other === undefined || compareText(JSON.stringify(other), JSON.stringify(fact)) < 0) byId.set(idOf(fact), fact);
  }
  return [...byId.values()].sort((a, b) => compareText(idOf(a), idOf(b)));
}
