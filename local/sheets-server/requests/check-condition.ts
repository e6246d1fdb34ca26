/**
 * Checks a BooleanCondition the way Google does: the type must suit the place it stands in and bring the right number of
 * values.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { ValidationRule } from '../workbook/workbook.ts';
import { type RequestContext, refuse } from './request-context.ts';

type Condition = sheets_v4.Schema$BooleanCondition;
type Counts = readonly [least: number, most: number];

const none: Counts = [0, 0];
const one: Counts = [1, 1];
const two: Counts = [2, 2];

/** Number of values by type, for validation and for conditional formats; a type absent from a column is refused there. */
const conditions: Record<string, { readonly validation?: Counts; readonly formatting?: Counts }> = {
  NUMBER_GREATER: { validation: one, formatting: one },
  NUMBER_GREATER_THAN_EQ: { validation: one, formatting: one },
  NUMBER_LESS: { validation: one, formatting: one },
  NUMBER_LESS_THAN_EQ: { validation: one, formatting: one },
  NUMBER_EQ: { validation: one, formatting: one },
  NUMBER_NOT_EQ: { validation: one, formatting: one },
  NUMBER_BETWEEN: { validation: two, formatting: two },
  NUMBER_NOT_BETWEEN: { validation: two, formatting: two },
  TEXT_CONTAINS: { validation: one, formatting: one },
  TEXT_NOT_CONTAINS: { validation: one, formatting: one },
  TEXT_STARTS_WITH: { formatting: one },
  TEXT_ENDS_WITH: { formatting: one },
  TEXT_EQ: { validation: one, formatting: one },
  TEXT_IS_EMAIL: { validation: none },
  TEXT_IS_URL: { validation: none },
  DATE_EQ: { validation: one, formatting: one },
  DATE_BEFORE: { validation: one, formatting: one },
  DATE_AFTER: { validation: one, formatting: one },
  DATE_ON_OR_BEFORE: { validation: one },
  DATE_ON_OR_AFTER: { validation: one },
  DATE_BETWEEN: { validation: two },
  DATE_NOT_BETWEEN: { validation: two },
  DATE_IS_VALID: { validation: none },
  ONE_OF_RANGE: { validation: one },
  ONE_OF_LIST: { validation: [1, 500] },
  BLANK: { formatting: none },
  NOT_BLANK: { formatting: none },
  CUSTOM_FORMULA: { validation: one, formatting: one },
  BOOLEAN: { validation: [0, 2] },
};

export function checkValidationRule(rule: ValidationRule, context: RequestContext): void {
  checkCondition(rule.condition ?? undefined, 'validation', context);
}

/** Throws a refusal that names the condition's type. */
export function checkCondition(
  condition: Condition | undefined,
  place: 'validation' | 'formatting',
  context: RequestContext,
): void {
  const type = condition?.type;
  if (!type) throw refuse(context, 'No condition type specified.');
  const counts = conditions[type]?.[place];
  if (counts === undefined) {
    const use = place === 'validation' ? 'data validation' : 'conditional formatting';
    throw refuse(context, `ConditionType '${type}' is not supported for ${use}.`);
  }
  const values = condition.values ?? [];
  const [least, most] = counts;
  if (values.length < least || values.length > most) {
    const expected = least === most ? `${least}` : `${least} to ${most}`;
    throw refuse(
      context,
      `ConditionType '${type}' requires ${expected} ConditionValues, but ${values.length} values were given.`,
    );
  }
  for (const value of values) {
    const hasText = typeof value.userEnteredValue === 'string' && value.userEnteredValue !== '';
    if (!hasText && !value.relativeDate)
      throw refuse(context, `ConditionType '${type}': a ConditionValue has no value.`);
    if (type === 'CUSTOM_FORMULA' && !value.userEnteredValue?.startsWith('=')) {
      throw refuse(context, `ConditionType 'CUSTOM_FORMULA': '${value.userEnteredValue}' is not a formula.`);
    }
  }
}
