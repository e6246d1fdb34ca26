// Every template on every row of the demo shop that it fits, after a night: the text is whole, or it is refused with the cell
// to fill. Nothing is ever empty, raw or said twice.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import { htmlOfText } from '#lib/replies/html-of-text.ts';
import { type RenderedReply, renderReply } from '#lib/replies/render-reply.ts';
import type { ReplyAbout } from '#lib/replies/reply-facts.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import type { RowOf, WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import type { ReplyId } from '#lib/text/words.ts';
import type { World } from '#local/world/start-world.ts';
import { readWorkbook } from '#sync/sheets/read-workbook.ts';
import { clockAt } from '../support/clock-at.ts';
import { buildShopFolder, night, nightDeps, openCopy, TODAY } from '../support/shop-world.ts';

let folder: string;
let world: World;
let context: PlanContext;

beforeAll(async () => {
  folder = await buildShopFolder();
  world = await openCopy(folder);
  await night(world);
  const { workbook } = await readWorkbook(nightDeps(world).sheets, fr);
  context = { workbook, clock: clockAt(TODAY), words: fr, settings: parseSettings(workbook.settings).settings };
}, 120_000);
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

type Kind = RowOf<'replyTemplates'>['appliesTo'];

/** The rows a template of that kind starts from; of an incident, each order or person it concerns. */
const rowsOf: Readonly<Record<Kind, (workbook: WorkbookState) => readonly ReplyAbout[]>> = {
  about_order: ({ orders }) => orders.rows.map(({ id }) => ({ orders: id })),
  about_customer: ({ customers }) => customers.rows.map(({ id }) => ({ customers: id })),
  about_subscription: ({ subscriptions }) => subscriptions.rows.map(({ id }) => ({ subscriptions: id })),
  about_invoice: ({ invoices }) =>
    invoices.rows.filter(({ recovery }) => recovery !== null).map(({ id }) => ({ invoices: id })),
  about_incident: ({ incidents }) =>
    incidents.rows.flatMap(({ id, people, orderId }): ReplyAbout[] => {
      const concerned = (people ?? orderId ?? '').split(' ').filter((each) => each !== '');
      return concerned.map((each) =>
        each.startsWith('CLI') ? { incidents: id, customers: each } : { incidents: id, orders: each },
      );
    }),
};

const ids = Object.keys(fr.starterReplies) as ReplyId[];

/** What no letter may hold. */
const blots: Readonly<Record<string, RegExp>> = {
  tag: /\{\{|\}\}/,
  mark: /\[à compléter/,
  'a value of the program': /\b(undefined|null|NaN|true|false)\b|\[object/,
  'two blanks': /\S {2,}/,
  'a blank before a comma': / [,.]/,
  'an empty line too many': /\n{3,}/,
  'an empty item': /^– *$/m,
  'empty brackets': /\( *\)/,
  'an announced list that does not come': /: *\n\n(?!–)|: *$/,
};

/** Why the text is not fit to be sent; '' when it is. */
function blotOf({ subject, body }: RenderedReply): string {
  const text = `${subject}\n\n${body}`;
  const [name] = Object.entries(blots).find(([, pattern]) => pattern.test(text)) ?? [];
  if (name !== undefined) return `${name}: ${text}`;
  return /<(?!\/?p>|br>|a href="https?:\/\/[^"<>]*">|\/a>)/.test(htmlOfText(body)) ? `html: ${htmlOfText(body)}` : '';
}

/** Why a refusal does not help; '' when it names the cell, or the rows to look at. */
function weakRefusal({ subject, body, problems }: RenderedReply): string {
  const sentences = problems.map((problem) => messageOf(problem, fr));
  const [weak] = sentences.filter((sentence) => !/cellule [A-Z]+\d+ :|[A-Z]{3}-[A-Z\d]+|l’onglet « /.test(sentence));
  if (weak !== undefined) return `no place: ${weak}`;
  return `${subject}${body}`.includes(fr.replies.markStart) ? '' : `no mark: ${sentences.join(' ')}`;
}

test.each(ids)('%s is whole, or says what it lacks', (id) => {
  const template = context.workbook.replyTemplates.byId.get(id) as RowOf<'replyTemplates'>;
  const rows = rowsOf[template.appliesTo](context.workbook);
  const replies = rows.map((about) => ({ about, reply: renderReply(context, template, about) }));
  const faults = replies.flatMap(({ about, reply }) => {
    const fault = reply.problems.length === 0 ? blotOf(reply) : weakRefusal(reply);
    return fault === '' ? [] : [`${JSON.stringify(about)} ${fault}`];
  });
  expect(faults.slice(0, 3)).toEqual([]);
  const whole = replies.filter(({ reply }) => reply.problems.length === 0).length;
  expect(whole, `${whole} of ${rows.length} whole`).toBeGreaterThan(0);
});
