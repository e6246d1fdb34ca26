// A template and the rows of one person → the text as it will be read. Nothing is ever rendered empty or raw: where a value
// is missing or too old stands a mark that a person can see, and the Problem with the cell to fill.
import Mustache from 'mustache';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { type Problem, problem, problemKey } from '#lib/kernel/problem.ts';
import { checkTemplate } from './check-template.ts';
import { formatValue } from './format-value.ts';
import { parseTemplate, type TemplatePart } from './parse-template.ts';
import { type FactsOptions, findReplyFacts, type ReplyAbout, type ReplyFacts } from './reply-facts.ts';
import type { ListItem, ListVariable, ReplyKind, ReplyVariable } from './reply-variable.ts';
import { variableNamed } from './variables/catalogue.ts';

export interface ReplyTexts {
  readonly subject: string | null;
  readonly body: string;
  /** What the template starts from; left out: anything. */
  readonly appliesTo?: ReplyKind;
}

export interface RenderedReply extends Omit<ReplyTexts, 'appliesTo'> {
  /** What stands in the way of sending, each with its cell where one can be filled. Empty: the text is whole. */
  readonly problems: readonly Problem[];
}

/**
 * @param template of Réponses, or texts that are not saved yet.
 * @param about one id is enough, the rest follows from it; none for a text that needs no row.
 */
export function renderReply(
  context: PlanContext,
  template: ReplyTexts,
  about: ReplyAbout,
  options: FactsOptions = {},
): RenderedReply {
  const { subject, body } = template;
  const faults = checkTemplate(template, context.words);
  if (faults.length > 0) return { subject, body, problems: faults };
  const facts = findReplyFacts(context, about, { kind: template.appliesTo, ...options });
  const found = new Map<string, Problem>();
  const report = (lacking: Problem) => found.set(problemKey(lacking), lacking);
  const { row: customer } = facts.rowOf('customers');
  if (customer?.erasedOn != null) report(problem('replyCustomerErased', { customer: customer.id }));
  const rendered = {
    subject: subject === null ? null : renderText(subject, facts, report).replace(/\s+/g, ' ').trim(),
    body: withoutGaps(renderText(body, facts, report)),
  };
  return { ...rendered, problems: [...found.values()] };
}

type Report = (lacking: Problem) => void;
/** What Mustache looks names up in: texts, booleans and lists of these, by the dots of the names. */
type View = Record<string, unknown>;

function renderText(text: string, facts: ReplyFacts, report: Report): string {
  const parsed = parseTemplate(text);
  if (!parsed.ok) return text;
  const view: View = {};
  fillView(parsed.parts, view, facts, report);
  return Mustache.render(text, view, undefined, { escape: String });
}

/** Only what the text will show is looked up: a sentence that is left out lacks nothing. */
function fillView(parts: readonly TemplatePart[], view: View, facts: ReplyFacts, report: Report): void {
  for (const part of parts) {
    const variable = variableNamed(part.name);
    // The other names are the fields of a list, which its items bring.
    if (variable === undefined) continue;
    const said = saidOf(part.name, variable, part.kind === 'section', facts, report);
    put(view, part.name, said);
    if (part.kind === 'section' && isShown(said) !== part.isInverted) fillView(part.parts, view, facts, report);
  }
}

type Said = string | boolean | readonly View[];

const isShown = (said: Said): boolean => (Array.isArray(said) ? said.length > 0 : said !== false);

/** @param isAsked whether the text only asks if there is something to say. */
function saidOf(name: string, variable: ReplyVariable, isAsked: boolean, facts: ReplyFacts, report: Report): Said {
  const { words } = facts.context;
  const found = variable.find(facts);
  if ('value' in found) {
    if (variable.type === 'list')
      return (found.value as readonly ListItem[]).map((item) => itemView(item, variable, facts));
    return formatValue(variable.type, found.value as string | number | boolean, words);
  }
  if (found.isAbsent === true && isAsked) return false;
  report(found.lacks);
  return words.replies.mark(words.replies.variable(name));
}

function itemView(item: ListItem, { fields }: ListVariable, { context }: ReplyFacts): View {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { type }]) => {
      const value = item[name] ?? null;
      return [name, value === null ? false : formatValue(type, value, context.words)];
    }),
  );
}

/** `points.solde` → view.points.solde. */
function put(view: View, name: string, said: Said): void {
  const path = name.split('.');
  const last = path.pop() ?? '';
  let inner = view;
  for (const step of path) {
    inner[step] ??= {};
    inner = inner[step] as View;
  }
  inner[last] = said;
}

/** What a sentence that was left out would leave behind: lines of blanks, three line ends in a row. */
function withoutGaps(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
