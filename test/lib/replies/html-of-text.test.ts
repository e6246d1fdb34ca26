// The HTML of a letter: nothing in a text can run, whoever wrote it; addresses of the web become links and nothing else does.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlOfText } from '#lib/replies/html-of-text.ts';

test.each([
  ['Bonjour\nLéa\n\nMerci', '<p>Bonjour<br>Léa</p>\n<p>Merci</p>'],
  ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
  ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
  [
    'Ici : https://a.fr/b?c=1&d=2.',
    '<p>Ici : <a href="https://a.fr/b?c=1&amp;d=2">https://a.fr/b?c=1&amp;d=2</a>.</p>',
  ],
  ['(https://a.fr/)', '<p>(<a href="https://a.fr/">https://a.fr/</a>)</p>'],
  ['javascript:alert(1)', '<p>javascript:alert(1)</p>'],
  ['https://a.fr/"onclick="alert(1)', '<p><a href="https://a.fr/">https://a.fr/</a>&quot;onclick=&quot;alert(1)</p>'],
  ['', ''],
])('%j is %s', (text, html) => {
  expect(htmlOfText(text)).toBe(html);
});

test('of any text the HTML has only paragraphs, line ends and links, and reads as the text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('<', '>', '"', "'", '&', 'https://a.fr/', 'http://', '\n', '\n\n', '</p>', 'javascript:', '&lt;'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const html = htmlOfText(text);
      const tags = html.match(/<[^>]*>?/g) ?? [];
      expect(tags.filter((tag) => !/^<(\/?p|br|\/a|a href="https?:\/\/[^"<>]*")>$/.test(tag))).toEqual([]);
      expect(plain(html).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});

/** What a reader of mail sees. */
function plain(html: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&amp;': '&',
  };
  return html
    .replace(/<\/?p>|<br>|<\/a>|<a href="[^"]*">/g, '')
    .replace(/&(lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity);
}
