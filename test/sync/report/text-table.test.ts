// Tables for the terminal: aligned, wrapped under the last column, French signs held to their words.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textTable, wrapText } from '#sync/report/text-table.ts';

test('aligns columns and wraps the last one under itself', () => {
  const rows = [
    ['CLI-1', 'en pause', 'une phrase assez longue pour devoir passer à la ligne suivante'],
    ['CLI-000022', '–', 'courte'],
  ];
  expect(textTable(rows, { columns: 58, indent: 2, heads: ['client', 'état', 'quoi'] })).toEqual([
    '  client      état      quoi',
    '  CLI-1       en pause  une phrase assez longue pour',
    '                        devoir passer à la ligne suivante',
    '  CLI-000022  –         courte',
  ]);
});

test.each([
  ['« Prix Stripe » de la formule', 12, ['« Prix', 'Stripe » de', 'la formule']],
  ['onglet « Clients » : à corriger ; vite !', 12, ['onglet', '« Clients » :', 'à corriger ;', 'vite !']],
  ['', 10, ['']],
  ['motbeaucouptroplongpourlaplace oui', 10, ['motbeaucouptroplongpourlaplace', 'oui']],
])('wraps %s', (text, room, lines) => {
  expect(wrapText(text, room).map((line) => line.replace(/\u00a0/g, ' '))).toEqual(lines);
});

test('wrapping loses no word and keeps within the room', () => {
  const word = fc.stringMatching(/^[a-zé]{1,9}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), fc.integer({ min: 10, max: 60 }), (words, room) => {
      const lines = wrapText(words.join(' '), room);
      expect(lines.join(' ')).toBe(words.join(' '));
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(room);
    }),
  );
});

test('no row, no line', () => {
  expect(textTable([], { columns: 80, indent: 2 })).toEqual([]);
});
