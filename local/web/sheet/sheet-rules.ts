/**
 * A tab's validation, conditional formats and bands as the page's Model takes them. A condition the Model has no name for
 * is left out: the page then checks or colours less than Google would, it never refuses more.
 */
import { canonicalFormula } from '../../sheets-server/formula/formula-separators.ts';
import { columnLetters } from '../../sheets-server/workbook/a1.ts';
import { validationRules } from '../../sheets-server/workbook/interned.ts';
import type { ConditionalFormatRule, GridRange, Sheet, ValidationRule } from '../../sheets-server/workbook/workbook.ts';
import { hexColor, pageStyle } from './cell-style.ts';

type Condition = NonNullable<ValidationRule['condition']>;

const CRITERIA: Readonly<Record<string, string>> = {
  NUMBER_GREATER: 'isGreaterThan',
  NUMBER_GREATER_THAN_EQ: 'isGreaterOrEqualTo',
  NUMBER_LESS: 'isLessThan',
  NUMBER_LESS_THAN_EQ: 'isLessOrEqualTo',
  NUMBER_EQ: 'isEqual',
  NUMBER_NOT_EQ: 'isNotEqual',
  NUMBER_BETWEEN: 'isBetween',
  NUMBER_NOT_BETWEEN: 'isNotBetween',
  TEXT_CONTAINS: 'containsText',
  TEXT_NOT_CONTAINS: 'notContainsText',
  TEXT_EQ: 'isEqualText',
  TEXT_IS_EMAIL: 'isEmail',
  TEXT_IS_URL: 'isLink',
  DATE_IS_VALID: 'dateIsValid',
  ONE_OF_LIST: 'isValueInList',
  ONE_OF_RANGE: 'isValueInRange',
  BOOLEAN: 'isBoolean',
  CUSTOM_FORMULA: 'customFormula',
};
/** Conditional formats know other operators than validation does. */
const FORMAT_ONLY: Readonly<Record<string, string>> = {
  TEXT_EQ: 'isEqual',
  BLANK: 'isEmpty',
  NOT_BLANK: 'isNotEmpty',
  TEXT_STARTS_WITH: 'beginsWithText',
  TEXT_ENDS_WITH: 'endsWithText',
};

export interface PageValidation {
  readonly id: string;
  readonly criterion: { readonly type: string; readonly values: readonly string[]; readonly displayStyle?: string };
  readonly isBlocking: boolean;
  readonly ranges: readonly string[];
}

/** One rule for each distinct validation of the tab, over runs of cells in a column. */
export function pageValidations(sheet: Sheet): PageValidation[] {
  const runs = columnRuns(sheet, (row, column) => row.rules?.[column] ?? 0);
  return [...runs].flatMap(([number, ranges]) => {
    const rule = validationRules.at(number);
    const type = CRITERIA[rule?.condition?.type ?? ''];
    if (rule?.condition === undefined || type === undefined) return [];
    const values = type === 'isBoolean' ? [] : valuesOf(rule.condition);
    const display = type.startsWith('isValueIn') ? { displayStyle: rule.showCustomUi ? 'chip' : 'plainText' } : {};
    const criterion = { type, values: type === 'isValueInRange' ? values.map(withoutEquals) : values, ...display };
    return [{ id: `rule-${number}`, criterion, isBlocking: rule.strict === true, ranges }];
  });
}

/** Rules first, in Google's order, then the bands: a rule's colour wins over a band's. */
export function pageConditionalFormats(sheet: Sheet): object[] {
  const rules = sheet.conditionalFormats.flatMap((rule, index) => conditionalFormat(sheet, rule, index));
  return [...rules, ...sheet.bandedRanges.flatMap((band, index) => bandFormats(sheet, band, index))];
}

function conditionalFormat(sheet: Sheet, { booleanRule, ranges }: ConditionalFormatRule, index: number): object[] {
  const condition = booleanRule?.condition;
  const operator = FORMAT_ONLY[condition?.type ?? ''] ?? CRITERIA[condition?.type ?? ''];
  if (!condition || operator === undefined || operator === 'isBoolean') return [];
  const style = pageStyle(booleanRule?.format ?? undefined) ?? {};
  const rule = { type: 'CellIsRule', operator, values: valuesOf(condition), style };
  return [{ id: `format-${index}`, rule, ranges: (ranges ?? []).map((range) => rangeText(sheet, range)) }];
}

function bandFormats(sheet: Sheet, { range, rowProperties }: Sheet['bandedRanges'][number], index: number): object[] {
  if (!range || !rowProperties) return [];
  const { headerColorStyle, firstBandColorStyle: first, secondBandColorStyle: second } = rowProperties;
  const top = range.startRowIndex ?? 0;
  const bodyTop = headerColorStyle ? top + 1 : top;
  const body = rangeText(sheet, { ...range, startRowIndex: bodyTop });
  const fill = (id: string, ranges: string[], formula: string, color: typeof first) =>
    color?.rgbColor
      ? [{ id: `band-${index}-${id}`, ranges, rule: cellIs(formula, { fillColor: hexColor(color.rgbColor) }) }]
      : [];
  const header = rangeText(sheet, { ...range, endRowIndex: top + 1 });
  return [
    ...fill('header', [header], '=TRUE', headerColorStyle),
    ...fill('second', [body], `=MOD(ROW(),2)=${(bodyTop + 2) % 2}`, second),
  ];
}

function cellIs(formula: string, style: object): object {
  return { type: 'CellIsRule', operator: 'customFormula', values: [formula], style };
}

function valuesOf({ values }: Condition): string[] {
  return (values ?? []).map(({ userEnteredValue: text }) =>
    text?.startsWith('=') ? canonicalFormula(text, true) : (text ?? ''),
  );
}

function withoutEquals(text: string): string {
  return text.replace(/^=/, '');
}

/** `B3:D20`; an open end reaches to the end of the grid. */
export function rangeText(sheet: Sheet, range: GridRange): string {
  const from = `${columnLetters(range.startColumnIndex ?? 0)}${(range.startRowIndex ?? 0) + 1}`;
  const right = columnLetters((range.endColumnIndex ?? sheet.columnCount) - 1);
  return `${from}:${right}${range.endRowIndex ?? sheet.rowCount}`;
}

/** Runs of equal non-zero numbers down each column, as ranges by number. */
export function columnRuns(
  sheet: Sheet,
  numberAt: (row: NonNullable<Sheet['rows'][number]>, column: number) => number,
): Map<number, string[]> {
  const runs = new Map<number, string[]>();
  for (let column = 0; column < sheet.columnCount; column += 1) {
    const letters = columnLetters(column);
    let start = 0;
    let current = 0;
    for (let index = 0; index <= sheet.rowCount; index += 1) {
      const row = index < sheet.rowCount ? sheet.rows[index] : undefined;
      const number = row === undefined ? 0 : numberAt(row, column);
      if (number === current) continue;
      if (current !== 0) {
        const range = `${letters}${start + 1}:${letters}${index}`;
        const known = runs.get(current);
        if (known === undefined) runs.set(current, [range]);
        else known.push(range);
      }
      start = index;
      current = number;
    }
  }
  return runs;
}
