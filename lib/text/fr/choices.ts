// The label of each choice code, as it stands in cells. One code has one label everywhere, so a label read back names
// one code within its column's list; case and accents are forgiven.
import { billingChoices } from './choices-billing.ts';
import { careChoices } from './choices-care.ts';
import { orderChoices } from './choices-orders.ts';
import { steeringChoices } from './choices-steering.ts';
import { stockChoices } from './choices-stock.ts';

const labels = { ...billingChoices, ...stockChoices, ...orderChoices, ...careChoices, ...steeringChoices } as const;

export type ChoiceCode = keyof typeof labels;

export function choiceLabel(code: string): string {
  return labels[code as ChoiceCode];
}

export function choiceLabels(codes: readonly string[]): readonly string[] {
  return codes.map(choiceLabel);
}

/** The code whose label a person typed, within a column's list; null when none. */
export function choiceCode(codes: readonly string[], typed: string): string | null {
  // Nearly every cell holds the label as we wrote it, and a workbook has hundreds of thousands of them.
  const exact = codes.find((code) => choiceLabel(code) === typed);
  if (exact !== undefined) return exact;
  const wanted = folded(typed);
  return codes.find((code) => folded(choiceLabel(code)) === wanted) ?? null;
}

function folded(label: string): string {
  return label.trim().toLowerCase().normalize('NFD').replace(/[̀-ͯ]/g, '').replace(/’/g, "'");
}
