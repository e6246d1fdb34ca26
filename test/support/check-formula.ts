// The closed list of live formulas (right in Google's dialect, in the local engine and in LibreOffice), as a lint. Texts and
// quoted tab names are taken out first: what stands in them is not formula.

const ALLOWED: ReadonlySet<string> = new Set(
  (
    'SUM SUMIF SUMIFS COUNTIF COUNTIFS COUNTA AVERAGEIFS MAXIFS MINIFS SUMPRODUCT INDEX MATCH IF IFERROR AND OR NOT ' +
    'ROUND ABS MIN MAX TEXT TODAY DATE EDATE HYPERLINK ARRAYFORMULA SPARKLINE'
  ).split(' '),
);

/** Colours may follow the clock to the minute; in a cell it would be computed again at every edit. */
const ALLOWED_IN_RULES: ReadonlySet<string> = new Set(['NOW']);

/**
 * What is wrong with the formula, one word or two each; empty when it may stand in the workbook.
 * @param isRule of a conditional format.
 */
export function checkFormula(formula: string, isRule = false): string[] {
  if (!formula.startsWith('=')) return ['not a formula'];
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'!/g, 'TAB!');
  const faults: string[] = [];
  for (const [, name = ''] of bare.matchAll(/([A-Za-z_.][A-Za-z0-9_.]*)\s*\(/g)) {
    if (!ALLOWED.has(name) && !(isRule && ALLOWED_IN_RULES.has(name))) faults.push(`function ${name}`);
  }
  if (bare.includes(',')) faults.push('comma');
  if (/\d\.\d|(?<![A-Z$])\.\d/.test(bare)) faults.push('decimal literal');
  if (/[{}]/.test(bare)) faults.push('braces');
  if (/#(REF|N\/A|NAME|VALUE)/.test(bare)) faults.push('error value');
  const opened = bare.split('(').length - bare.split(')').length;
  if (opened !== 0) faults.push('unbalanced brackets');
  return faults;
}
