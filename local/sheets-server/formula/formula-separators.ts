/**
 * Formulas are stored in one style: `,` between arguments, `.` as decimal sign, in arrays `,` between columns and `;` between
 * rows. A workbook whose locale writes decimals with a comma is read back with `;` (and `\` in arrays), as Google does. Both
 * separators are accepted in every locale.
 */
import { type FormulaToken, tokenizeFormula } from './tokenize-formula.ts';

/**
 * The stored style of an entered formula. In a comma-decimal locale a comma between two digits is a decimal sign when the
 * formula separates its arguments with `;` or has no parenthesis open there; any other comma separates.
 */
export function canonicalFormula(entered: string, commaDecimals: boolean): string {
  const tokens = tokenizeFormula(entered);
  const usesSemicolons = hasArgumentSemicolon(tokens);
  let depth = 0;
  let braces = 0;
  let text = '';
  tokens.forEach((token, index) => {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (token.text === '{') braces += 1;
    if (token.text === '}') braces -= 1;
    if (token.kind !== 'separator') text += token.text;
    else if (token.text === '\\') text += ',';
    else if (token.text === ';') text += braces > 0 ? ';' : ',';
    else if (commaDecimals && (usesSemicolons || depth + braces === 0) && isBetweenDigits(tokens, index)) text += '.';
    else text += ',';
  });
  return text;
}

/** The stored formula as a reader in that locale sees it. */
export function localizedFormula(formula: string, commaDecimals: boolean): string {
  if (!commaDecimals) return formula;
  let braces = 0;
  return tokenizeFormula(formula)
    .map(({ kind, text }) => {
      if (text === '{') braces += 1;
      if (text === '}') braces -= 1;
      if (kind === 'number') return text.replace('.', ',');
      if (kind !== 'separator' || text === ';') return text;
      return braces > 0 ? '\\' : ';';
    })
    .join('');
}

function hasArgumentSemicolon(tokens: readonly FormulaToken[]): boolean {
  let braces = 0;
  return tokens.some((token) => {
    if (token.text === '{') braces += 1;
    if (token.text === '}') braces -= 1;
    return token.kind === 'separator' && token.text === ';' && braces === 0;
  });
}

function isBetweenDigits(tokens: readonly FormulaToken[], index: number): boolean {
  return tokens[index - 1]?.kind === 'number' && tokens[index + 1]?.kind === 'number';
}
