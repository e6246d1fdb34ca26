// The public page of the FAQ: complete without scripts, nothing from outside, and whatever an entry says is only ever text.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { publishedFaq } from '#lib/faq/published-faq.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import { parseSettings } from '#lib/settings/settings.ts';
import { defaultSettings } from '#lib/tables/default-settings.ts';
import { fr } from '#lib/text/fr.ts';
import { renderFaqPage } from '#sync/faq/render-faq-page.ts';
import { starterRows } from '#templates/starter-rows.ts';
import { clockAt } from '../../support/clock-at.ts';
import { type TestRows, workbookOf } from '../../support/workbook-of.ts';

type Cells = Readonly<Record<string, unknown>>;
const starter = (starterRows(fr, {}).faq ?? []).map(({ cells }) => ({ ...cells }));
const plans = [
  { id: 'mois', name: 'Mensuel', interval: 'month', priceCents: 1800, points: 100, active: true },
  { id: 'an', name: 'Annuel', interval: 'year', priceCents: 18_000, points: 1200, active: true },
];

function faqOf(faq: readonly Cells[], settings: Cells = {}) {
  const rows = {
    ...defaultSettings,
    'links.portal': 'https://portail.test',
    'shop.email': 'bonjour@maison.test',
    ...settings,
  };
  const cells = Object.entries(rows).map(([id, value]) => ({ id, value: value === '' ? null : value }));
  const workbook = workbookOf({ settings: cells, faq, plans } as TestRows);
  return publishedFaq({
    workbook,
    clock: clockAt('2026-11-22'),
    settings: parseSettings(workbook.settings).settings,
    words: fr,
  });
}

const shop = { name: 'Maison & <Fils>', email: 'bonjour@maison.test' };
const pageOf = (faq: readonly Cells[], settings?: Cells) => renderFaqPage(faqOf(faq, settings), shop, fr);
const entry = (cells: Cells) => [{ id: 'FAQ-1', question: 'Quoi ?', answer: 'Rien.', published: true, ...cells }];

describe('what is published', () => {
  test('the starter entries, whole, by topic, in their order', () => {
    const { topics, leftOut } = faqOf(starter);
    expect(leftOut).toEqual([]);
    expect(topics.map(({ category, entries }) => [category, entries.length])).toEqual([
      ['delivery', 3],
      ['points_question', 2],
      ['subscription', 3],
      ['billing', 1],
      ['quality', 1],
    ]);
    const texts = topics.flatMap(({ entries }) => entries.map(({ answer }) => answer)).join('\n');
    expect(texts).not.toMatch(/\{\{|\}\}|undefined|null|⟦| {2}/);
    expect(texts).toMatch(/Au mois\s: 18\s€\. À l’année\s: 180\s€, soit 36\s€ d’économie/);
  });

  test('an entry without its link is left out, and says which cell to fill', () => {
    const { topics, leftOut } = faqOf(starter, { 'links.portal': '' });
    expect(leftOut.map(({ id }) => id)).toEqual(['FAQ-RESILIER', 'FAQ-PAIEMENT']);
    expect(leftOut.flatMap(({ problems }) => problems.map((problem) => messageOf(problem, fr))).join()).toMatch(
      /onglet « Réglages », cellule C\d+/,
    );
    expect(topics.flatMap(({ entries }) => entries)).toHaveLength(8);
  });

  test.each([
    ['not ticked', { published: false }],
    ['speaking of somebody', { answer: 'Bonjour {{client.prenom}}' }],
    ['with a broken tag', { answer: 'Bonjour {{client' }],
  ])('never an entry %s', (_, cells) => {
    expect(faqOf(entry(cells)).topics).toEqual([]);
  });

  test('the newest review is the page’s', () => {
    expect(
      faqOf([...entry({ updatedOn: '2026-03-02' }), ...entry({ id: 'FAQ-2', updatedOn: '2026-01-01' })]).updatedOn,
    ).toBe('2026-03-02');
  });
});

describe('the page', () => {
  const page = pageOf(starter);

  test('is French, has one heading, and every question opens without a script', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="fr">/);
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page.match(/<details id="FAQ-[A-Z]+"/g)).toHaveLength(10);
    expect(page).not.toMatch(/<details[^>]* hidden/);
    expect(page).toContain('<div class="search" role="search" hidden>');
  });

  test('asks nothing of anybody', () => {
    expect(page).not.toMatch(/<(?:img|iframe|object|embed|form)\b|@import|url\(|\bfetch\(|XMLHttpRequest|sendBeacon/);
    expect([...page.matchAll(/<(?:link|script)\b[^>]*>/g)].map(([tag]) => tag)).toEqual([
      '<link rel="icon" href="data:,">',
      '<script>',
    ]);
  });

  test('lets only its own script and style run', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? '';
    const inside = (tag: string) => new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? '';
    for (const tag of ['script', 'style']) {
      const hash = createHash('sha256').update(inside(tag)).digest('base64');
      expect(policy).toContain(`${tag}-src 'sha256-${hash}'`);
    }
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test('web and mail addresses are links, without the stop that follows', () => {
    const html = pageOf(
      entry({ answer: 'Voyez https://maison.test/a?b=1&c=2. Ou écrivez à aide@maison.test, merci.' }),
    );
    expect(html).toContain('<a href="https://maison.test/a?b=1&amp;c=2">https://maison.test/a?b=1&amp;c=2</a>. Ou');
    expect(html).toContain('<a href="mailto:aide@maison.test">aide@maison.test</a>, merci.');
  });

  test('paragraphs and lines are kept, and no line begins with a mark', () => {
    expect(pageOf(entry({ question: 'Quoi ?', answer: '« Ah » : oui !' }))).toContain(
      '<p>«\u00a0Ah\u00a0»\u00a0: oui\u202f!</p>',
    );
    expect(pageOf(entry({ answer: 'Un\ndeux\n\ntrois' }))).toContain('<p>Un<br>deux</p><p>trois</p>');
  });

  test('without an entry it says so, and needs no script', () => {
    const empty = pageOf([]);
    expect(empty).toContain('Aucune question pour le moment.');
    expect(empty).not.toContain('<script>');
  });

  const EVIL = `<script>alert(1)</script><img src=x onerror=alert(1)>"'&</details></style>`;

  test.each(['question', 'answer', 'keywords', 'id'])('HTML in the %s stays text', (column) => {
    const html = pageOf(entry({ [column]: EVIL }));
    expect(html.split('<script>')).toHaveLength(2);
    expect(html.split('</details>')).toHaveLength(2);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;');
  });

  test('an address that would run something is no link', () => {
    expect(pageOf(entry({ answer: 'javascript:alert(1) data:text/html,x' }))).not.toMatch(
      /href="(?:javascript|data:text)/,
    );
  });
});
