/**
 * addConditionalFormatRule, updateConditionalFormatRule, deleteConditionalFormatRule. Rules have no ids: they are addressed
 * by their place in the sheet's list, which every insertion and deletion shifts.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { resolveGridRange } from '../workbook/a1.ts';
import type { ConditionalFormatRule, Sheet } from '../workbook/workbook.ts';
import { checkCondition } from './check-condition.ts';
import { type RequestContext, type RequestHandler, refuse, required } from './request-context.ts';

const formatMembers = new Set(['backgroundColor', 'backgroundColorStyle', 'textFormat']);
const textMembers = new Set([
  'bold',
  'italic',
  'strikethrough',
  'underline',
  'foregroundColor',
  'foregroundColorStyle',
]);

export const addConditionalFormatRule: RequestHandler<sheets_v4.Schema$AddConditionalFormatRuleRequest> = (
  request,
  context,
) => {
  const rule = checkRule(request.rule ?? undefined, context);
  const sheet = context.draft.writableSheet(rule.ranges?.[0]?.sheetId);
  const index = request.index ?? 0;
  if (index < 0 || index > sheet.conditionalFormats.length) {
    throw refuse(context, `Conditional format rule index out of bounds: ${index}`);
  }
  sheet.conditionalFormats.splice(index, 0, rule);
  return {};
};

export const updateConditionalFormatRule: RequestHandler<sheets_v4.Schema$UpdateConditionalFormatRuleRequest> = (
  request,
  context,
) => {
  const { newIndex } = request;
  // The sheet of a replacement is that of its ranges; sheet_id counts only for a move.
  const sheetId = request.rule ? request.rule.ranges?.[0]?.sheetId : request.sheetId;
  const place = { ...(sheetId && { sheetId }), ...(request.index && { index: request.index }) };
  const { sheet, index, rule: oldRule } = placedRule(place, context);
  if (request.rule) {
    const newRule = checkRule(request.rule, context);
    sheet.conditionalFormats[index] = newRule;
    return { updateConditionalFormatRule: { newIndex: index, newRule, oldRule } };
  }
  const to = required(newIndex, 'rule or new_index', context);
  if (to < 0 || to >= sheet.conditionalFormats.length) {
    throw refuse(context, `Conditional format rule index out of bounds: ${to}`);
  }
  sheet.conditionalFormats.splice(index, 1);
  sheet.conditionalFormats.splice(to, 0, oldRule);
  return { updateConditionalFormatRule: { newIndex: to, newRule: oldRule, oldIndex: index, oldRule } };
};

export const deleteConditionalFormatRule: RequestHandler<sheets_v4.Schema$DeleteConditionalFormatRuleRequest> = (
  request,
  context,
) => {
  const { sheet, index, rule } = placedRule(request, context);
  sheet.conditionalFormats.splice(index, 1);
  return { deleteConditionalFormatRule: { rule } };
};

function placedRule(
  place: { readonly sheetId?: number | null; readonly index?: number | null },
  context: RequestContext,
): { readonly sheet: Sheet; readonly index: number; readonly rule: ConditionalFormatRule } {
  const sheet = context.draft.writableSheet(place.sheetId);
  const index = place.index ?? 0;
  const rule = sheet.conditionalFormats[index];
  if (rule === undefined) throw refuse(context, `No conditional format on sheet: ${sheet.sheetId} at index: ${index}`);
  return { sheet, index, rule };
}

function checkRule(rule: ConditionalFormatRule | undefined, context: RequestContext): ConditionalFormatRule {
  const { ranges, booleanRule, gradientRule } = required(rule, 'rule', context);
  const [first] = ranges ?? [];
  if (!ranges || first === undefined) throw refuse(context, 'No ranges specified.');
  for (const range of ranges) {
    if ((range.sheetId ?? 0) !== (first.sheetId ?? 0)) throw refuse(context, 'All ranges must be on the same sheet.');
    resolveGridRange(context.draft.sheet(range.sheetId), range, `${context.label}.rule.ranges`);
  }
  if (Boolean(booleanRule) === Boolean(gradientRule)) {
    throw refuse(context, 'Exactly one of boolean_rule and gradient_rule must be specified.');
  }
  if (gradientRule && (!gradientRule.minpoint || !gradientRule.maxpoint)) {
    throw refuse(context, 'A gradient rule needs a minpoint and a maxpoint.');
  }
  if (booleanRule) {
    checkCondition(booleanRule.condition ?? undefined, 'formatting', context);
    checkFormat(booleanRule.format ?? undefined, context);
  }
  return rule ?? {};
}

function checkFormat(format: sheets_v4.Schema$CellFormat | undefined, context: RequestContext): void {
  const unsupported =
    Object.keys(format ?? {}).find((name) => !formatMembers.has(name)) ??
    Object.keys(format?.textFormat ?? {}).find((name) => !textMembers.has(name));
  if (unsupported !== undefined) {
    throw refuse(
      context,
      `Conditional formats support only bold, italic, strikethrough, underline and colours: '${unsupported}'`,
    );
  }
}
