// The message to a partner about purchases, as effects: always ready to copy, and as a mail draft when it is asked for and
// the partner has an address. The host makes the draft only where it has the right to.
import type { Effect } from '#lib/actions/action.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { PartnersRow } from '#lib/tables/partners.ts';
import type { PurchasesRow } from '#lib/tables/purchases.ts';

export interface MessageParts {
  readonly partner: PartnersRow;
  readonly subject: string;
  readonly text: string;
  readonly mailDraft: boolean;
}

export function messageEffects({ words }: PlanContext, { partner, subject, text, mailDraft }: MessageParts): Effect[] {
  const copy: Effect = { kind: 'copy', label: words.purchases.messageLabel(partner.name), text };
  if (!mailDraft || partner.email === null) return [copy];
  return [copy, { kind: 'mail-draft', to: partner.email, subject, text, html: null, replyId: null, send: false }];
}

/** What every message says: to whom, of what, from whom. */
export function messageFacts(
  { workbook, settings }: PlanContext,
  partner: PartnersRow,
  rows: readonly { readonly purchase: PurchasesRow; readonly quantity: number }[],
) {
  return {
    contact: partner.contact,
    shop: settings['shop.name'],
    signature: settings['shop.signature'],
    lines: rows.map(({ purchase, quantity }) => ({
      product: workbook.products.byId.get(purchase.productId)?.name ?? purchase.productId,
      partnerSku: partnerSkuOf(workbook, purchase),
      quantity,
      unitCostCents: purchase.unitCostCents,
      purchase: purchase.id,
    })),
  };
}

function partnerSkuOf({ partnerProducts }: PlanContext['workbook'], purchase: PurchasesRow): string | null {
  const { productId, partnerId } = purchase;
  return (
    partnerProducts.rows.find((row) => row.productId === productId && row.partnerId === partnerId)?.partnerSku ?? null
  );
}

/** What the rows cost together before tax; null when one has no price. */
export function totalCentsOf(rows: readonly PurchasesRow[]): number | null {
  let total = 0;
  for (const { quantity, unitCostCents } of rows) {
    if (unitCostCents === null) return null;
    total += quantity * unitCostCents;
  }
  return total;
}
