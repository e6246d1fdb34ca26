// What is wrong with a template before any row is looked at: broken tags, names nobody declared, a list shown like a word.
// It also tells which variables a template uses. It renders nothing.
import { type Place, type Problem, problem } from '#lib/kernel/problem.ts';
import type { Words } from '#lib/text/words.ts';
import { parseTemplate, type TemplatePart } from './parse-template.ts';
import type { ListField, ListVariable, ReplyKind } from './reply-variable.ts';
import { variableNamed, variableNames } from './variables/catalogue.ts';

interface Texts {
  readonly subject: string | null;
  readonly body: string;
}

interface CheckOptions {
  /** The kind of row the template starts from; left out: any. */
  readonly kind?: ReplyKind;
  /** Where each text stands, so that its Problems name the cell. */
  readonly placeOf?: (column: keyof Texts) => Place;
}

/** Every fault of both texts. */
export function checkTemplate(template: Texts, words: Words, options: CheckOptions = {}): readonly Problem[] {
  return (['subject', 'body'] as const).flatMap((column) => {
    const at = options.placeOf?.(column);
    const parsed = parseTemplate(template[column] ?? '');
    if (!parsed.ok) {
      const params = { tag: parsed.tag, fault: words.replies.faults[parsed.fault] };
      return [problem('replyTemplateBroken', params, at)];
    }
    const scope: Scope = { words, kind: options.kind, at, list: null, asked: new Set() };
    return parsed.parts.flatMap((part) => checkPart(part, scope));
  });
}

/** The names between the braces, each once, in order; none when the tags are broken. */
export function variablesIn(template: Texts): readonly string[] {
  const parsed = parseTemplate(`${template.subject ?? ''}\n${template.body}`);
  return parsed.ok ? [...new Set(namesIn(parsed.parts, null))] : [];
}

/** For the cure of an unknown name: what may stand between the braces for that kind of row. */
export function variablesFor(kind: ReplyKind | undefined): readonly string[] {
  return variableNames.filter((name) => {
    const kinds = variableNamed(name)?.kinds ?? null;
    return kind === undefined || kinds === null || kinds.includes(kind);
  });
}

function namesIn(parts: readonly TemplatePart[], list: ListVariable | null): string[] {
  return parts.flatMap((part) => {
    const own = list !== null && fieldNamed(list, part.name) !== undefined ? [] : [part.name];
    if (part.kind === 'variable') return own;
    return [...own, ...namesIn(part.parts, listOf(part) ?? list)];
  });
}

function listOf(part: TemplatePart): ListVariable | null {
  const variable = variableNamed(part.name);
  return part.kind === 'section' && !part.isInverted && variable?.type === 'list' ? variable : null;
}

/** A name such as `constructor` is no field, though every object answers to it. */
function fieldNamed({ fields }: ListVariable, name: string): ListField | undefined {
  return Object.entries(fields).find(([field]) => field === name)?.[1];
}

interface Scope {
  readonly words: Words;
  readonly kind: ReplyKind | undefined;
  readonly at: Place | undefined;
  /** The list whose items are being shown. */
  readonly list: ListVariable | null;
  /** Names asked about around: what they say is known to be there. */
  readonly asked: ReadonlySet<string>;
}

function checkPart(part: TemplatePart, scope: Scope): Problem[] {
  const { words, kind, at, list } = scope;
  const { name } = part;
  const field = list === null ? undefined : fieldNamed(list, name);
  const variable = field ?? variableNamed(name);
  if (variable === undefined) {
    const known = list === null ? variablesFor(kind) : [...Object.keys(list.fields), ...variablesFor(kind)];
    return [problem('replyVariableUnknown', { name, known: known.join(', ') }, at)];
  }
  if ('kinds' in variable && kind !== undefined && variable.kinds !== null && !variable.kinds.includes(kind)) {
    const known = variablesFor(kind).join(', ');
    return [problem('replyVariableElsewhere', { name, kind: words.choiceLabel(kind), known }, at)];
  }
  if (part.kind === 'variable') {
    const mustBeAsked =
      variable.type === 'list' || variable.type === 'flag' || (field?.isOptional && !scope.asked.has(name));
    return mustBeAsked === true ? [problem('replyVariableNeedsSection', { name }, at)] : [];
  }
  if (!variable.isOptional) return [problem('replyVariableAlwaysThere', { name }, at)];
  const asked = part.isInverted ? scope.asked : new Set([...scope.asked, name]);
  const inner: Scope = { ...scope, list: listOf(part) ?? list, asked };
  return part.parts.flatMap((each) => checkPart(each, inner));
}
