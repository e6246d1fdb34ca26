// A statement of points in words: a message for the customer, a page to print.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { escapeHtml, printedLines, printedPage, printedTable } from '#lib/orders/printed-page.ts';
import type { Words } from '#lib/text/words.ts';
import type { Statement, StatementLine } from './points-statement.ts';

/** The whole statement as a message of its own, newest movement last. */
export function textOf({ words, clock }: PlanContext, { balance, expiries, lines }: Statement): string {
  const says = words.customers.statement;
  return [
    says.textBalance({ points: words.formatNumber(balance), on: words.formatDay(clock.today) }),
    ...expiries.map(({ expiresOn, points }) =>
      says.textExpiry({ points: words.formatNumber(points), on: words.formatDay(expiresOn) }),
    ),
    '',
    ...lines.map((line) => `${words.formatDay(line.on)} – ${titleOfLine(line, words)} : ${signed(line, words)}`),
  ]
    .join('\n')
    .trim();
}

/** A page to print. */
export function pageOf({ words }: PlanContext, title: string, { balance, expiries, lines }: Statement): string {
  const says = words.customers.statement;
  const number = words.formatNumber;
  const expiryRows = expiries.map(({ expiresOn, points }) => [words.formatDay(expiresOn), number(points)]);
  const lineRows = lines.map((line) => [
    words.formatDay(line.on),
    titleOfLine(line, words),
    signed(line, words),
    number(line.balance),
  ]);
  const heading = `<h1>${escapeHtml(title)}</h1>`;
  const expiryColumns = [{ header: says.expiresOn }, { header: says.pointsHeader, isNumber: true }];
  const lineColumns = [
    { header: says.day },
    { header: says.what },
    { header: says.pointsHeader, isNumber: true },
    { header: says.balanceHeader, isNumber: true },
  ];
  return printedPage(title, [
    [
      heading,
      printedLines(says.points(number(balance))),
      expiries.length === 0 ? '' : printedTable(expiryColumns, expiryRows),
      printedTable(lineColumns, lineRows),
    ].join(''),
  ]);
}

/** What the movement was, with its order or its reason. */
export function titleOfLine({ kind, orderId, reason }: StatementLine, words: Words): string {
  return words.customers.statement.line({
    what: words.customers.statement.kinds[kind],
    about: orderId ?? reason ?? '',
  });
}

export function signed({ points }: StatementLine, words: Words): string {
  return `${points > 0 ? '+' : ''}${words.formatNumber(points)}`;
}
