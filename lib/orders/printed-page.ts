// A page to print: self-contained HTML, every text from the workbook escaped, no script, no link, no picture.

/** Text as HTML: nothing in it can open a tag, an attribute or an entity. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const STYLE = [
  'body{font:12pt/1.4 Arial,sans-serif;color:#000;margin:1.5cm}',
  'h1{font-size:16pt;margin:0 0 .3cm}',
  'h2{font-size:13pt;margin:.5cm 0 .2cm}',
  'p{margin:.1cm 0}',
  'table{border-collapse:collapse;width:100%;margin:.4cm 0}',
  'th,td{border:1px solid #888;padding:.15cm .2cm;text-align:left;vertical-align:top}',
  'td.number,th.number{text-align:right;white-space:nowrap}',
  'section+section{break-before:page}',
  'tr{break-inside:avoid}',
].join('');

/** @param sections already HTML, one printed page or more each. */
export function printedPage(title: string, sections: readonly string[]): string {
  const head = `<meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${STYLE}</style>`;
  const body = sections.map((section) => `<section>${section}</section>`).join('');
  return `<!DOCTYPE html><html lang="fr"><head>${head}</head><body>${body}</body></html>`;
}

export interface PrintedColumn {
  readonly header: string;
  readonly isNumber?: boolean;
}

/** @param rows cells as plain text. */
export function printedTable(columns: readonly PrintedColumn[], rows: readonly (readonly string[])[]): string {
  const cell = (tag: string, text: string, column: PrintedColumn | undefined) =>
    `<${tag}${column?.isNumber === true ? ' class="number"' : ''}>${escapeHtml(text)}</${tag}>`;
  const head = columns.map((column) => cell('th', column.header, column)).join('');
  const body = rows.map((row) => `<tr>${row.map((text, index) => cell('td', text, columns[index])).join('')}</tr>`);
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

export function printedLines(...texts: readonly (string | null)[]): string {
  return texts.map((text) => (text === null || text === '' ? '' : `<p>${escapeHtml(text)}</p>`)).join('');
}
