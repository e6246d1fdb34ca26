// The published FAQ → one page of HTML with everything inside: a plain list of questions that open, searchable when scripts
// run. Whatever stands in an entry is text: it is escaped here, and the page's own policy runs no script but ours.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FaqTopic, PublishedEntry, PublishedFaq } from '#lib/faq/published-faq.ts';
import { escapeHtml } from '#lib/orders/printed-page.ts';
import type { Words } from '#lib/text/words.ts';

export interface FaqPageShop {
  readonly name: string;
  /** Empty: no contact is offered. */
  readonly email: string;
}

const asset = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

export function renderFaqPage(faq: PublishedFaq, shop: FaqPageShop, words: Words): string {
  const { page } = words.faq;
  const [script, style] = [asset('./page-script.js'), asset('./page.css')];
  const policy = [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    'img-src data:',
    `style-src ${fingerprint(style)}`,
    `script-src ${fingerprint(script)}`,
  ].join('; ');
  const body =
    faq.topics.length === 0
      ? `<p>${escapeHtml(page.noEntry)}</p>`
      : [searchField(words), navigation(faq, words), ...faq.topics.map((topic) => section(topic, words))].join('\n');
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escapeHtml(page.intro(shop.name))}">
<title>${escapeHtml(page.title(shop.name))}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<div class="page">
<a class="skip" href="#questions">${escapeHtml(page.skip)}</a>
<header>
<h1>${escapeHtml(page.heading)}</h1>
<p class="intro">${escapeHtml(page.intro(shop.name))}</p>
</header>
<main id="questions">
${body}
</main>
<footer>${contact(shop, words)}${updated(faq, words)}</footer>
</div>
${faq.topics.length === 0 ? '' : `<script>${script}</script>`}
</body>
</html>
`;
}

/** As a page's policy names the one text that it lets through. */
function fingerprint(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function searchField({ faq: { page } }: Words): string {
  const { found } = page;
  const counts = `data-none="${escapeHtml(found.none)}" data-one="${escapeHtml(found.one)}" data-many="${escapeHtml(found.many)}"`;
  const labels = `data-open="${escapeHtml(page.openAll)}" data-close="${escapeHtml(page.closeAll)}"`;
  return `<div class="search" role="search" hidden>
<label for="search">${escapeHtml(page.searchLabel)}</label>
<input id="search" type="search" autocomplete="off" placeholder="${escapeHtml(page.searchHint)}">
<div class="below"><p class="count" id="count" role="status" ${counts}></p><button type="button" id="toggle" ${labels}>${escapeHtml(page.openAll)}</button></div>
</div>`;
}

function navigation({ topics }: PublishedFaq, { faq: { page } }: Words): string {
  const items = topics.map(
    ({ category }) => `<li><a href="#${category}">${escapeHtml(page.topics[category])}</a></li>`,
  );
  return `<nav aria-label="${escapeHtml(page.sections)}"><ul>${items.join('')}</ul></nav>`;
}

function section({ category, entries }: FaqTopic, { faq: { page } }: Words): string {
  return `<section id="${category}" data-topic aria-labelledby="${category}-title">
<h2 id="${category}-title">${escapeHtml(page.topics[category])}</h2>
${entries.map((entry) => question(entry, page.typeset)).join('\n')}
</section>`;
}

function question(
  { id, question: asked, answer, keywords }: PublishedEntry,
  typeset: (text: string) => string,
): string {
  const paragraphs = typeset(answer)
    .split(/\n{2,}/)
    .map((text) => `<p>${withLinks(text).replace(/\n/g, '<br>')}</p>`);
  return `<details id="${escapeHtml(id)}" data-keywords="${escapeHtml(keywords)}">
<summary><h3>${escapeHtml(typeset(asked))}</h3></summary>
<div class="answer">${paragraphs.join('')}</div>
</details>`;
}

function contact({ email }: FaqPageShop, words: Words): string {
  const { page } = words.faq;
  if (email === '') return '';
  return `<div class="contact"><h2>${escapeHtml(page.contactTitle)}</h2><p>${withLinks(page.typeset(page.contact(email)))}</p></div>`;
}

function updated({ updatedOn }: PublishedFaq, words: Words): string {
  if (updatedOn === null) return '';
  return `<p class="updated">${escapeHtml(words.faq.page.updatedOn(words.formatDay(updatedOn)))}</p>`;
}

/** Web and mail addresses become links; a full stop or bracket that follows one is not part of it. */
const ADDRESS = /(https?:\/\/[^\s<>()«»"]*[^\s<>()«»".,;:!?’'…]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/;

function withLinks(text: string): string {
  return text
    .split(ADDRESS)
    .map((part, index) => {
      if (index % 2 === 0) return escapeHtml(part);
      const target = part.includes('://') ? part : `mailto:${part}`;
      return `<a href="${escapeHtml(target)}">${escapeHtml(part)}</a>`;
    })
    .join('');
}
