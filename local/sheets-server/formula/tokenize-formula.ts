/**
 * Splits a formula into tokens, in either separator style, without understanding it. Everything that rewrites formulas
 * (separators, moved rows, renamed tabs, copies) goes through these tokens; concatenating their texts gives the formula
 * back unchanged, so a formula that no parser accepts survives every rewrite.
 */

export interface FormulaToken {
  readonly kind: 'text' | 'reference' | 'name' | 'number' | 'separator' | 'brace' | 'other';
  readonly text: string;
}

const sheetPrefix = String.raw`(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)`;
const cell = String.raw`\$?[A-Za-z]{1,3}\$?[1-9][0-9]*`;
const ends = String.raw`\$?[A-Za-z]{1,3}(?:\$?[1-9][0-9]*)?`;
const reference = String.raw`${sheetPrefix}?(?:${cell}:${ends}|${cell}|\$?[A-Za-z]{1,3}:${ends}|\$?[1-9][0-9]*:\$?[1-9][0-9]*)(?![\p{L}\p{N}_.(!$])`;

const pattern = new RegExp(
  [
    String.raw`(?<text>"(?:[^"]|"")*"?)`,
    String.raw`(?<reference>${reference})`,
    String.raw`(?<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|\.[0-9]+)`,
    String.raw`(?<name>${sheetPrefix}?#REF!|[\p{L}_][\p{L}\p{N}_.]*|'(?:[^']|'')*'?)`,
    String.raw`(?<separator>[,;\\])`,
    String.raw`(?<brace>[{}()])`,
    String.raw`(?<other>\s+|[\s\S])`,
  ].join('|'),
  'uy',
);

/** The tokens of a formula, the leading `=` included. */
export function tokenizeFormula(formula: string): FormulaToken[] {
  const tokens: FormulaToken[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < formula.length) {
    const match = pattern.exec(formula);
    if (match?.groups === undefined) break;
    const kind = Object.keys(match.groups).find((name) => match.groups?.[name] !== undefined);
    tokens.push({ kind: kind as FormulaToken['kind'], text: match[0] });
  }
  return tokens;
}

/** Rewrites the reference tokens of a formula; `rewrite` gets and gives reference text. */
export function mapReferences(formula: string, rewrite: (reference: string) => string): string {
  return tokenizeFormula(formula)
    .map((token) => (token.kind === 'reference' ? rewrite(token.text) : token.text))
    .join('');
}
