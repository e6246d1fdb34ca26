// The week's review as a page to print or to mail: self-contained HTML, every text from the workbook escaped, no script, no
// link, no picture. States are told in words; colour only helps.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { escapeHtml } from '#lib/orders/printed-page.ts';
import { sayHeroCheck } from './hero-check.ts';
import { unitsWithin } from './near-lots.ts';
import type { ReviewedProduct, WeeklyReview } from './weekly-review.ts';

const STYLE = [
  '@page{size:A4 landscape;margin:12mm}',
  'body{margin:0 auto;max-width:277mm;padding:8mm;font:11pt/1.45 "Segoe UI",Roboto,Helvetica,Arial,sans-serif;color:#1c2b26;background:#fff}',
  'header{border-bottom:3px solid #1f5c43;padding-bottom:10px}',
  'h1{font-size:20pt;line-height:1.2;margin:2px 0;color:#123c2c}',
  'h2{font-size:12pt;margin:22px 0 6px;color:#123c2c}',
  '.eyebrow{font-size:9pt;letter-spacing:.04em;color:#4a6358;margin:0}',
  '.lead{margin:0;color:#4a6358}',
  '.tiles{border-collapse:separate;border-spacing:8px 0;width:calc(100% + 16px);margin:14px -8px 16px}',
  '.tiles td{width:25%;background:#eef5f1;border:0;border-radius:6px;padding:8px 12px}',
  '.tiles b{display:block;font-size:17pt;line-height:1.2;color:#123c2c}',
  '.tiles span{font-size:9pt;color:#4a6358}',
  '.list{border-collapse:collapse;width:100%}',
  '.list th{font-size:8.5pt;font-weight:600;text-align:left;color:#4a6358;border-bottom:1.5px solid #9fb8ab;padding:4px 8px;vertical-align:bottom}',
  '.list td{border-bottom:1px solid #dbe6e0;padding:6px 8px;vertical-align:top}',
  '.list .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}',
  '.list tr{break-inside:avoid}',
  '.name{font-weight:600}',
  '.state{display:inline-block;border-radius:10px;padding:1px 9px;font-size:9.5pt;white-space:nowrap;background:#e4f1e9;color:#14532d}',
  '.state.out_of_stock{background:#fde4e1;color:#8f1d13;font-weight:600}',
  '.state.to_reorder{background:#fdf0d5;color:#7a4a00;font-weight:600}',
  '.advice{margin:0;padding:0;list-style:none}',
  '.advice li{border-left:4px solid #9fb8ab;padding:2px 0 2px 12px;margin:8px 0;break-inside:avoid}',
  '.advice li.act{border-color:#b7791f}',
  '.advice p{margin:0;color:#33473f}',
  '.criteria{font-size:9.5pt;color:#33473f;margin:0}',
  '.criteria dt{font-weight:600;float:left;clear:left;margin-right:6px}',
  '.criteria dd{margin:0 0 3px}',
  '.scroll{overflow-x:auto}',
  '.code{white-space:nowrap}',
  '@media screen and (max-width:700px){.tiles,.tiles tbody{display:block;width:auto;margin:14px 0}.tiles tr{display:grid;grid-template-columns:1fr 1fr;gap:8px}.tiles td{width:auto}.list{min-width:560px}}',
  '@media print{body{padding:0}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}',
].join('');

export function reviewPage(context: PlanContext, review: WeeklyReview): string {
  const { words } = context;
  const title = words.review.title(review.weekOn);
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}</style>`;
  const sections =
    review.products.length === 0 ? [paragraph(words.review.page.noProducts)] : sectionsOf(context, review);
  const body = [headerOf(context, review, title), ...sections].join('');
  return `<!DOCTYPE html><html lang="fr"><head>${head}</head><body>${body}</body></html>`;
}

function headerOf({ words, settings }: PlanContext, { period }: WeeklyReview, title: string): string {
  const { shopLine, lookedBack } = words.review.page;
  const eyebrow = `<p class="eyebrow">${escapeHtml(shopLine(settings['shop.name']))}</p>`;
  return `<header>${eyebrow}<h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(lookedBack(period))}</p></header>`;
}

function sectionsOf(context: PlanContext, review: WeeklyReview): string[] {
  const { advice, lots, criteria } = context.words.review.page;
  return [
    tilesOf(context, review),
    productTable(context, review.products),
    `<h2>${escapeHtml(advice)}</h2>${adviceList(context, review.products)}`,
    `<h2>${escapeHtml(lots)}</h2>${lotTable(context, review.products)}`,
    `<h2>${escapeHtml(criteria)}</h2>${criteriaList(context, review.products)}`,
  ];
}

function tilesOf({ words, settings }: PlanContext, { products, totalValueCents }: WeeklyReview): string {
  const { tiles } = words.review.page;
  const count = (test: (one: ReviewedProduct) => boolean) => words.formatNumber(products.filter(test).length);
  const near = products.reduce((sum, one) => sum + unitsWithin(one.near, settings['stock.nearDays']), 0);
  const shown: readonly (readonly [string, string])[] = [
    [words.formatEuros(totalValueCents), tiles.value],
    [count(({ suggestedUnits }) => suggestedUnits !== null), tiles.toOrder],
    [words.formatNumber(near), tiles.near],
    [count(({ stock }) => stock.state === 'out_of_stock'), tiles.out],
  ];
  const cells = shown.map(
    ([figure, label]) => `<td><b>${escapeHtml(figure)}</b><span>${escapeHtml(label)}</span></td>`,
  );
  return `<table class="tiles" role="presentation"><tr>${cells.join('')}</tr></table>`;
}

function productTable({ words }: PlanContext, products: readonly ReviewedProduct[]): string {
  const { columns, unknown, weeks, days } = words.review.page;
  const known = <Value>(value: Value | null, say: (value: Value) => string) => (value === null ? unknown : say(value));
  const rows = products.map(({ product, stock, soldUnits, stockOutDays, rotation, marginRate }) => {
    const state = stock.state ?? 'enough';
    const label = `<span class="state ${state}">${escapeHtml(words.choiceLabel(state))}</span>`;
    return [
      `<td class="name">${escapeHtml(product.name)}</td><td>${label}</td>`,
      ...[
        known(stock.available, words.formatNumber),
        known(stock.incoming, words.formatNumber),
        known(stock.coverWeeks, weeks),
        words.formatNumber(soldUnits),
        known(stockOutDays, days),
        known(rotation, (turns) => words.formatNumber(turns, 1)),
        known(marginRate, words.formatPercent),
        known(stock.valueCents, words.formatEuros),
      ].map(numberCell),
    ].join('');
  });
  const heads = Object.entries(columns).map(([key, label]) => headCell(label, key !== 'product' && key !== 'state'));
  return table(words.review.page.products, heads, rows);
}

function adviceList({ words }: PlanContext, products: readonly ReviewedProduct[]): string {
  const items = products.map(({ product, suggestedUnits, suggestion }) => {
    const act = suggestedUnits === null ? '' : ` – ${words.review.page.order(suggestedUnits)}`;
    const text = `<b>${escapeHtml(product.name)}${escapeHtml(act)}</b><p>${escapeHtml(suggestion)}</p>`;
    return `<li${suggestedUnits === null ? '' : ' class="act"'}>${text}</li>`;
  });
  return `<ul class="advice">${items.join('')}</ul>`;
}

function lotTable({ words, workbook, settings }: PlanContext, products: readonly ReviewedProduct[]): string {
  const { lotColumns, noLots, left } = words.review.page;
  const rows = products.flatMap(({ product, near }) =>
    near.map(({ lot, lastGoodOn, daysLeft }) =>
      [
        `<td class="code">${escapeHtml(lot.id)}</td>`,
        ...[product.name, workbook.hubs.byId.get(lot.hubId)?.name ?? lot.hubId].map(textCell),
        numberCell(words.formatNumber(lot.onHand)),
        ...[words.formatDay(lastGoodOn), left(daysLeft)].map(textCell),
      ].join(''),
    ),
  );
  if (rows.length === 0) return paragraph(noLots(settings['stock.nearDays']));
  return table(
    words.review.page.lots,
    Object.entries(lotColumns).map(([key, label]) => headCell(label, key === 'units')),
    rows,
  );
}

function criteriaList(context: PlanContext, products: readonly ReviewedProduct[]): string {
  const items = products.map(
    ({ product, check }) => `<dt>${escapeHtml(product.name)}</dt><dd>${escapeHtml(sayHeroCheck(context, check))}</dd>`,
  );
  return `<dl class="criteria">${items.join('')}</dl>`;
}

const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;
const textCell = (text: string) => `<td>${escapeHtml(text)}</td>`;
const numberCell = (text: string) => `<td class="number">${escapeHtml(text)}</td>`;
const headCell = (text: string, isNumber: boolean) =>
  `<th scope="col"${isNumber ? ' class="number"' : ''}>${escapeHtml(text)}</th>`;

function table(name: string, heads: readonly string[], rows: readonly string[]): string {
  const body = rows.map((cells) => `<tr>${cells}</tr>`).join('');
  // Named and reachable by keyboard, since it may have to be scrolled on a small screen.
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(name)}"><table class="list"><thead><tr>${heads.join('')}</tr></thead><tbody>${body}</tbody></table></div>`;
}
