// A template's text → what it is made of. Mustache reads it; of its language only {{x}}, {{#x}}…{{/x}} and {{^x}}…{{/x}} are
// allowed, so a template can hold no code, no other template and no way around escaping.
import Mustache from 'mustache';

export type TemplatePart =
  | { readonly kind: 'variable'; readonly name: string }
  | {
      readonly kind: 'section';
      readonly name: string;
      readonly isInverted: boolean;
      readonly parts: readonly TemplatePart[];
    };

export type TemplateFault = 'tag_not_closed' | 'section_not_closed' | 'section_not_opened' | 'tag_not_allowed';

export type ParsedTemplate =
  | { readonly ok: true; readonly parts: readonly TemplatePart[] }
  /** `tag` is what stands between the braces, as far as it is known. */
  | { readonly ok: false; readonly fault: TemplateFault; readonly tag: string };

/** A mustache token: kind, content, start, end, and a section's own tokens. */
type Token = readonly [string, string, number, number, (readonly Token[] | string | number)?, ...unknown[]];

export function parseTemplate(text: string): ParsedTemplate {
  let tokens: readonly Token[];
  try {
    tokens = Mustache.parse(text) as unknown as readonly Token[];
  } catch (error) {
    return faultOf(error instanceof Error ? error.message : '', text);
  }
  const forbidden = firstForbidden(tokens);
  if (forbidden !== null) return { ok: false, fault: 'tag_not_allowed', tag: forbidden };
  return { ok: true, parts: partsOf(tokens) };
}

/** Mustache says where it gave up in its message: `Unclosed section "x" at 12`, `Unclosed tag at 12`. */
function faultOf(message: string, text: string): ParsedTemplate {
  const [, quoted, position] = /^[^"\d]*(?:"([\s\S]*)")? at (\d+)$/.exec(message) ?? [];
  const tag = quoted ?? text.slice(text.lastIndexOf('{{', Number(position ?? text.length)) + 2).slice(0, 30);
  if (message.startsWith('Unclosed section')) return { ok: false, fault: 'section_not_closed', tag };
  if (message.startsWith('Invalid tags')) return { ok: false, fault: 'tag_not_allowed', tag };
  return { ok: false, fault: message.startsWith('Unopened') ? 'section_not_opened' : 'tag_not_closed', tag };
}

const ALLOWED: ReadonlySet<string> = new Set(['text', 'name', '#', '^']);

function firstForbidden(tokens: readonly Token[]): string | null {
  for (const [kind, content, , , inner] of tokens) {
    if (!ALLOWED.has(kind)) return content;
    const nested = Array.isArray(inner) ? firstForbidden(inner as readonly Token[]) : null;
    if (nested !== null) return nested;
  }
  return null;
}

function partsOf(tokens: readonly Token[]): TemplatePart[] {
  return tokens.flatMap(([kind, name, , , inner]): TemplatePart[] => {
    if (kind === 'name') return [{ kind: 'variable', name }];
    if (kind === 'text') return [];
    return [{ kind: 'section', name, isInverted: kind === '^', parts: partsOf(inner as readonly Token[]) }];
  });
}
