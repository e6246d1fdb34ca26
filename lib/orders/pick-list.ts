// What to take from which shelf for many orders at once, in the order in which one walks: by hub, by place, by lot. The lots
// are those the lines hold; nothing is allocated here.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import { heldByLine } from '#lib/stock/allocation-text.ts';
import type { LinesRow } from '#lib/tables/lines.ts';

export interface PickStop {
  readonly hubId: string;
  /** null when the lot has no place noted: walked to last. */
  readonly location: string | null;
  readonly lotId: string;
  readonly productId: string;
  readonly productName: string;
  readonly bestBeforeOn: Day | null;
  readonly quantity: number;
  /** Which order gets how many, in the order of the sheet. */
  readonly forOrders: readonly { readonly orderId: string; readonly quantity: number }[];
}

/** @param lines reserved ones; others hold nothing. */
export function pickList({ workbook }: Pick<PlanContext, 'workbook'>, lines: readonly LinesRow[]): PickStop[] {
  const stops = new Map<string, PickStop & { readonly forOrders: { orderId: string; quantity: number }[] }>();
  for (const line of lines) {
    for (const { lotId, quantity } of heldByLine(line)) {
      const lot = workbook.lots.byId.get(lotId);
      const known = stops.get(lotId);
      const forOrders = [...(known?.forOrders ?? []), { orderId: line.orderId, quantity }];
      stops.set(lotId, {
        hubId: lot?.hubId ?? line.hubId ?? '',
        location: lot?.location ?? null,
        lotId,
        productId: line.productId,
        productName: workbook.products.byId.get(line.productId)?.name ?? line.productId,
        bestBeforeOn: lot?.bestBeforeOn ?? null,
        quantity: (known?.quantity ?? 0) + quantity,
        forOrders,
      });
    }
  }
  return [...stops.values()].sort(walkingOrder);
}

function walkingOrder(a: PickStop, b: PickStop): number {
  return (
    compareNatural(a.hubId, b.hubId) ||
    Number(a.location === null) - Number(b.location === null) ||
    compareNatural(a.location ?? '', b.location ?? '') ||
    compareNatural(a.productName, b.productName) ||
    compareNatural(a.lotId, b.lotId)
  );
}

/** A-2 before A-10: figures count as numbers, letters without case. */
function compareNatural(a: string, b: string): number {
  const left = partsOf(a);
  const right = partsOf(b);
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const one = left[index];
    const other = right[index];
    if (one === undefined || other === undefined) return one === other ? 0 : one === undefined ? -1 : 1;
    if (one === other) continue;
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    return String(one) < String(other) ? -1 : 1;
  }
  return 0;
}

function partsOf(text: string): (string | number)[] {
  return (text.toLowerCase().match(/\d+|\D+/g) ?? []).map((part) => (/^\d/.test(part) ? Number(part) : part));
}
