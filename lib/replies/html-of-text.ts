// The text of a mail as HTML: paragraphs, line ends and links. Everything in it is escaped, so nothing a template, a name or a
// person holds can run; only http and https addresses become links.
import { escapeHtml } from '#lib/orders/printed-page.ts';

export function htmlOfText(text: string): string {
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${paragraph.split('\n').map(linked).join('<br>')}</p>`)
    .join('\n');
}

const ADDRESS = /(https?:\/\/[^\s<>"«»]+)/;
/** Ends a sentence rather than the address. */
const TRAILING = /[.,;:!?)\]’'"]+$/;

function linked(line: string): string {
  return line
    .split(ADDRESS)
    .map((part, index) => {
      // Split by a group: what matched stands at the odd places.
      if (index % 2 === 0) return escapeHtml(part);
      const address = part.replace(TRAILING, '');
      const link = escapeHtml(address);
      return `<a href="${link}">${link}</a>${escapeHtml(part.slice(address.length))}`;
    })
    .join('');
}
