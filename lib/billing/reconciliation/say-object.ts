// What a row of Rapprochement is about, as a person finds it: the tab, the row, the column. The row's `subject` says the same
// for programs.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { DUNNING_OBJECT } from './find-payment-disagreements.ts';
import { PRICE_PREFIX } from './find-problem-rows.ts';

/** null when the row is about nothing that has a place. @param object as in a disagreement. */
export function sayObject({ workbook, words }: PlanContext, object: string): string | null {
  const says = words.reconciliation;
  if (object === DUNNING_OBJECT) return says.aboutDunning;
  if (object.startsWith(PRICE_PREFIX)) return says.aboutPrice({ price: object.slice(PRICE_PREFIX.length) });
  const [key = '', id = '', name = ''] = object.split('/');
  const states: Readonly<Record<string, TableState>> = workbook;
  const state = states[key];
  if (state === undefined) return placeInProblemKey(object);
  const header = name in state.table.columns ? words.header(state.table.key, name) : '';
  return [state.title, id, header].filter((part) => part !== '').join(' · ');
}

/** A Problem's key names its place between the first two bars: `code|Tab!row|…`. */
function placeInProblemKey(object: string): string | null {
  const [, place = ''] = object.split('|');
  const end = place.lastIndexOf('!');
  return end < 1 ? null : `${place.slice(0, end)} · ${place.slice(end + 1)}`;
}
