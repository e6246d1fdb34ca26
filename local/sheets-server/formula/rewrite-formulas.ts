/**
 * Rewrites references everywhere a formula can stand: cells, conditional formats, validation rules. Used when a tab is
 * renamed or deleted and when rows or columns are inserted, deleted or moved.
 */
import type { Draft } from '../workbook/draft.ts';
import { validationRules } from '../workbook/interned.ts';
import { isFormula, type Sheet } from '../workbook/workbook.ts';
import { parseReference, type Reference } from './reference.ts';
import { mapReferences } from './tokenize-formula.ts';

/** The new text of a reference that stands on `home`; undefined leaves it as it is. */
export type RewriteReference = (reference: Reference, home: Sheet) => string | undefined;

export function rewriteFormulas(draft: Draft, rewrite: RewriteReference): void {
  for (const { sheetId } of [...draft.sheets]) {
    rewriteCells(draft, sheetId, rewrite);
    rewriteRules(draft, sheetId, rewrite);
    const sheet = draft.sheet(sheetId);
    const formats = sheet.conditionalFormats.map((rule) => rewriteConditions(rule, sheet, rewrite));
    if (formats.some((rule, index) => rule !== sheet.conditionalFormats[index])) {
      draft.writableSheet(sheetId).conditionalFormats = formats;
    }
  }
}

function rewriteText(text: string, home: Sheet, rewrite: RewriteReference): string {
  return mapReferences(text, (reference) => rewrite(parseReference(reference), home) ?? reference);
}

function rewriteCells(draft: Draft, sheetId: number, rewrite: RewriteReference): void {
  const sheet = draft.sheet(sheetId);
  sheet.rows.forEach((stored, rowIndex) => {
    stored?.inputs.forEach((input, column) => {
      if (!isFormula(input)) return;
      const formula = rewriteText(input.formula, sheet, rewrite);
      if (formula === input.formula) return;
      draft.writableRow(draft.writableSheet(sheetId), rowIndex).inputs[column] = { formula };
    });
  });
}

/** Rules are shared by many cells: each distinct rule is rewritten once. */
function rewriteRules(draft: Draft, sheetId: number, rewrite: RewriteReference): void {
  const sheet = draft.sheet(sheetId);
  const renumbered = new Map<number, number>();
  sheet.rows.forEach((stored, rowIndex) => {
    stored?.rules?.forEach((number, column) => {
      if (number === 0) return;
      let next = renumbered.get(number);
      if (next === undefined) {
        const rule = validationRules.at(number);
        next = rule === undefined ? 0 : validationRules.numberOf(rewriteConditions(rule, sheet, rewrite));
        renumbered.set(number, next);
      }
      if (next === number) return;
      const rules = draft.writableRow(draft.writableSheet(sheetId), rowIndex).rules;
      if (rules !== undefined) rules[column] = next;
    });
  });
}

/** The object with the formulas of its condition values rewritten; itself when nothing changes. */
function rewriteConditions<T extends object>(value: T, home: Sheet, rewrite: RewriteReference): T {
  let isChanged = false;
  const next = JSON.parse(JSON.stringify(value), (key, member: unknown) => {
    if (key !== 'userEnteredValue' || typeof member !== 'string' || !member.startsWith('=')) return member;
    const text = rewriteText(member, home, rewrite);
    isChanged ||= text !== member;
    return text;
  }) as T;
  return isChanged ? next : value;
}
