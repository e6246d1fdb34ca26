/**
 * Splits a number-format pattern into sections and tokens. Knows nothing of values or locales.
 */

export type PatternToken =
  | { readonly kind: 'literal'; readonly text: string }
  /** A run of `0 # ? , .` with an optional exponent. */
  | { readonly kind: 'digits'; readonly text: string }
  | { readonly kind: 'percent' }
  /** A run of one date letter, `am/pm`, or an elapsed unit like `[h]`. */
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'text' };

export interface Section {
  readonly tokens: readonly PatternToken[];
  readonly condition: ((value: number) => boolean) | undefined;
}

const token =
  /"(?<quoted>[^"]*)"?|\\(?<escaped>[\s\S])|\[(?<bracket>[^\]]*)\]|(?<ampm>am\/pm|a\/p)|(?<date>y+|m+|d+|h+|s+)|(?<digits>[0#?][0#?,.]*(?:e[+-][0#?]+)?|\.[0#?]+)|(?<percent>%)|(?<text>@)|_(?<skip>[\s\S])|\*(?<fill>[\s\S])|(?<other>[\s\S])/giu;

const parsed = new Map<string, readonly Section[]>();

export function parsePattern(pattern: string): readonly Section[] {
  let sections = parsed.get(pattern);
  if (sections === undefined) {
    sections = splitSections(pattern).map(parseSection);
    parsed.set(pattern, sections);
  }
  return sections;
}

function splitSections(pattern: string): string[] {
  return pattern.match(/(?:"[^"]*"?|\\[\s\S]|\[[^\]]*\]|[^;])+|(?<=;|^)(?=;|$)/gu) ?? [pattern];
}

function parseSection(text: string): Section {
  const tokens: PatternToken[] = [];
  let condition: Section['condition'];
  for (const { groups = {} } of text.matchAll(token)) {
    const literal = groups.quoted ?? groups.escaped ?? groups.other;
    const dateText = groups.ampm ?? groups.date;
    if (literal !== undefined) tokens.push({ kind: 'literal', text: literal });
    else if (dateText !== undefined) tokens.push({ kind: 'date', text: dateText.toLowerCase() });
    else if (groups.digits !== undefined) tokens.push({ kind: 'digits', text: groups.digits });
    else if (groups.percent !== undefined) tokens.push({ kind: 'percent' });
    else if (groups.text !== undefined) tokens.push({ kind: 'text' });
    else if (groups.skip !== undefined) tokens.push({ kind: 'literal', text: ' ' });
    else if (groups.bracket !== undefined) {
      condition ??= parseCondition(groups.bracket);
      tokens.push(...bracketTokens(groups.bracket));
    }
  }
  return { tokens, condition };
}

/** `[$€-40C]` shows its symbol, `[h]` is elapsed time; colours and conditions show nothing. */
function bracketTokens(bracket: string): PatternToken[] {
  const currency = /^\$([^-]*)/.exec(bracket)?.[1];
  if (currency !== undefined) return [{ kind: 'literal', text: currency }];
  return /^(h+|m+|s+)$/i.test(bracket) ? [{ kind: 'date', text: `[${bracket.toLowerCase()}]` }] : [];
}

function parseCondition(bracket: string): Section['condition'] {
  const match = /^(<=|>=|<>|=|<|>)(-?[0-9.]+)$/.exec(bracket);
  if (match === null) return undefined;
  const limit = Number(match[2]);
  switch (match[1]) {
    case '<':
      return (value) => value < limit;
    case '<=':
      return (value) => value <= limit;
    case '>':
      return (value) => value > limit;
    case '>=':
      return (value) => value >= limit;
    case '<>':
      return (value) => value !== limit;
    default:
      return (value) => value === limit;
  }
}
