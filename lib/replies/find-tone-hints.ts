// What a reader of the shop's tone would notice in a text before it goes: hints for the person who writes, never a refusal.
// It compares words and dates only; whether a sentence is kind is not for it to say.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { type Day, isDay } from '#lib/kernel/day.ts';
import type { RowOf } from '#lib/tables/tables.ts';

export interface TonedText {
  readonly body: string;
  /** The template's own text for this row; null when it could not be filled. */
  readonly templateBody: string | null;
  readonly channel: RowOf<'repliesSent'>['channel'];
  readonly category: RowOf<'replyTemplates'>['category'];
}

type Category = TonedText['category'];
/** Ids of rows that only the team knows; an order's is the customer's own. */
const OWN_NUMBERS = /\b(?:ACH|LOT|INC|EXP|LIG|PAR|OFR|TIC|MVT|HUB|ENV)-\d{6}\b/g;
/** Subjects on which the customer waits for a day. */
const DATED: ReadonlySet<Category> = new Set<Category>(['delay', 'out_of_stock', 'partner_problem']);
const SHORT: ReadonlySet<TonedText['channel']> = new Set<TonedText['channel']>(['chat', 'whatsapp']);

export function findToneHints(text: TonedText, { words, settings, clock }: PlanContext): readonly string[] {
  const { tone } = words;
  const { body } = text;
  const plain = folded(body);
  const hints: string[] = [];
  if (text.templateBody !== null && body.trim() === text.templateBody.trim()) hints.push(tone.ownWords);
  if (DATED.has(text.category)) {
    const days = daysIn(body).filter((day) => day >= clock.today);
    if (days.length === 0) hints.push(tone.noDate);
    if (days.length > 1) hints.push(tone.severalDates(days.map(words.formatDay).join(', ')));
  }
  const end = folded(lastPart(body, settings['shop.signature']));
  if (!tone.nextSteps.some((step) => end.includes(folded(step)))) hints.push(tone.noNextStep);
  const jargon = tone.jargonWords.filter((word) => hasWord(plain, folded(word)));
  if (jargon.length > 0) hints.push(tone.jargon(jargon.join(', ')));
  const numbers = body.match(OWN_NUMBERS) ?? [];
  if (numbers.length > 0) hints.push(tone.ownNumbers([...new Set(numbers)].join(', ')));
  const limit = settings['replies.chatCharacters'];
  if (SHORT.has(text.channel) && body.length > limit) {
    hints.push(tone.tooLong({ characters: words.formatNumber(body.length), limit: words.formatNumber(limit) }));
  }
  return hints;
}

/** Days written as 22/11/2026, each once. */
function daysIn(body: string): readonly Day[] {
  const found = (body.match(/\b\d{2}\/\d{2}\/\d{4}\b/g) ?? []).map((day) => day.split('/').reverse().join('-'));
  return [...new Set(found)].filter(isDay);
}

/** The second half, without the signature: where a letter says what comes next. */
function lastPart(body: string, signature: string): string {
  const paragraphs = body.split(/\n+/).filter((line) => line.trim() !== '' && line.trim() !== signature.trim());
  return paragraphs.slice(-Math.max(3, Math.ceil(paragraphs.length / 2))).join('\n');
}

/** Small letters without accents, one kind of apostrophe. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/'/g, '’')
    .toLowerCase();
}

function hasWord(text: string, word: string): boolean {
  const isLetter = (character: string | undefined) => character !== undefined && /[a-z0-9]/.test(character);
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true;
  }
  return false;
}
