// What a person reads of each action: its label in the menu and the journal, a line above its form, and its fields' labels.
// One entry an action, by its id; a field of a lines field stands as `lines.column`. Each area adds a file of its own.

import { careActionTexts } from './actions-care.ts';
import { customerActionTexts } from './actions-customers.ts';
import { kpiActionTexts } from './actions-kpi.ts';
import { orderActionTexts } from './actions-orders.ts';
import { purchaseActionTexts } from './actions-purchases.ts';
import { replyActionTexts } from './actions-replies.ts';
import { stockActionTexts } from './actions-stock.ts';

export interface FieldText {
  readonly label: string;
  /** Under the field: what to type, in which unit. */
  readonly note?: string;
}

export interface ActionText {
  /** Menu item, sidebar title, journal: verb first, sentence case. */
  readonly label: string;
  /** One or two sentences above the form. */
  readonly intro?: string;
  readonly fields: Readonly<Record<string, string | FieldText>>;
}

const texts: Readonly<Record<string, ActionText>> = {
  ...customerActionTexts,
  ...careActionTexts,
  ...orderActionTexts,
  ...replyActionTexts,
  ...stockActionTexts,
  ...purchaseActionTexts,
  ...kpiActionTexts,
};

/** @returns undefined for an action without words, which a test of the registry refuses. */
export function actionText(actionId: string): ActionText | undefined {
  return texts[actionId];
}
