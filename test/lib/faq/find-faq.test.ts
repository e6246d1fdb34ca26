// Finding the entry that answers: accents, endings and slips of the keyboard do not matter, rare words do; and no text, however
// odd, is a mistake.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFaqSearch, isAnswer, suggestFaq, wordsOf } from '#lib/faq/find-faq.ts';
import { fr } from '#lib/text/fr.ts';
import { starterRows } from '#templates/starter-rows.ts';
import { type TestRows, workbookOf } from '../../support/workbook-of.ts';

const faqRows = (starterRows(fr, {}).faq ?? []).map(({ cells }) => ({ ...cells }));
const workbook = workbookOf({ faq: faqRows } as TestRows);
const find = createFaqSearch({ workbook, words: fr });

// What a customer writes | the entry that comes first
test.each([
  ['Où est mon colis ? Je n’ai pas le lien de suivi', 'FAQ-SUIVI'],
  ['mes POINTS EXPIRENT-ils', 'FAQ-EXPIRATION'],
  ['produit abimée', 'FAQ-QUALITE'],
  ['produits abîmés', 'FAQ-QUALITE'],
  ['Ma carte a été refusé par la banque', 'FAQ-PAIEMENT'],
  ['suspendre mon abonement', 'FAQ-PAUSE'],
  ['résilliation', 'FAQ-RESILIER'],
  ['passer au tarif annuelle', 'FAQ-ANNUEL'],
  ['pourquoi deux colis', 'FAQ-DEUXCOLIS'],
  ['délais de livraisons', 'FAQ-DELAIS'],
])('%s', (text, id) => {
  expect(find(text)[0]?.entry.id).toBe(id);
});

test.each([
  ['Lien de suivi', true],
  ['Paiement refusé', true],
  ['Point relais fermé', false],
  ['Retour en stock', false],
])('%s: answered is %s', (text, answered) => {
  const [best] = find(text);
  expect(best !== undefined && isAnswer(best)).toBe(answered);
});

test.each(['', '   ', 'bonjour merci', '?!', '12345', 'zzzzz'])('nothing is found for « %s »', (text) => {
  expect(find(text)).toEqual([]);
});

describe('laws', () => {
  const words = wordsOf(faqRows.map((row) => Object.values(row).join(' ')).join(' '));
  const text = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme' })), { maxLength: 12 });

  test('case, accents and the order of the words change nothing', () => {
    let some = 0;
    fc.assert(
      fc.property(text, (parts) => {
        const idsOf = (list: readonly string[]) =>
          find(list.join(' '))
            .map(({ entry }) => entry.id)
            .sort();
        const ids = idsOf(parts);
        some += ids.length > 0 ? 1 : 0;
        expect(idsOf([...parts].reverse())).toEqual(ids);
        const known = parts.filter((part) => words.includes(part));
        const plain = known.map((part) =>
          part
            .normalize('NFD')
            .replace(/[\u0300-\u036f]/g, '')
            .toUpperCase(),
        );
        expect(idsOf(plain)).toEqual(idsOf(known));
      }),
      { numRuns: 60 },
    );
    expect(some).toBeGreaterThan(20);
  });

  test('every entry is found by its own question, and covers all of it', () => {
    for (const entry of workbook.faq.rows) {
      const found = suggestFaq({ workbook, words: fr }, entry.question);
      expect(found.map(({ entry: { id } }) => id)).toContain(entry.id);
      expect(found.find(({ entry: { id } }) => id === entry.id)?.coverage).toBe(1);
    }
  });

  test('a share is a share', () => {
    fc.assert(
      fc.property(text, (parts) => {
        for (const { coverage } of find(parts.join(' '))) {
          expect(coverage).toBeGreaterThan(0);
          expect(coverage).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
