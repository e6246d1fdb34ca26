// A Problem's identity from night to night, and the sentence a person reads.
import { describe, expect, test } from 'vitest';
import { messageOf, problem, problemKey } from '#lib/kernel/problem.ts';
import { fr } from '#lib/text/fr.ts';

const at = (cell: string, id?: string) => ({ tab: 'Lots', cell, ...(id === undefined ? {} : { id }) });

describe('the key', () => {
  test('stays when the row moves, as long as it has an id', () => {
    const before = problem('cellNotADay', { value: 'hier' }, at('D4', 'LOT-1'));
    const after = problem('cellNotADay', { value: 'hier' }, at('D9', 'LOT-1'));
    expect(problemKey(after)).toBe(problemKey(before));
  });

  test.each([
    ['the value', problem('cellNotADay', { value: 'demain' }, at('D4', 'LOT-1'))],
    ['the row', problem('cellNotADay', { value: 'hier' }, at('D4', 'LOT-2'))],
    ['the code', problem('cellNotAnAmount', { value: 'hier' }, at('D4', 'LOT-1'))],
    ['the tab', problem('cellNotADay', { value: 'hier' }, { tab: 'Achats', cell: 'D4', id: 'LOT-1' })],
    ['no place', problem('cellNotADay', { value: 'hier' })],
  ])('differs with %s', (_, other) => {
    expect(problemKey(other)).not.toBe(problemKey(problem('cellNotADay', { value: 'hier' }, at('D4', 'LOT-1'))));
  });

  test('does not depend on the order in which parameters were given', () => {
    const one = problem('columnMissing', { header: 'Lot', key: 'lot' });
    const other = problem('columnMissing', { key: 'lot', header: 'Lot' });
    expect(problemKey(one)).toBe(problemKey(other));
  });
});

test('the message says the place first, and nothing of a place when there is none', () => {
  expect(messageOf(problem('cellNotADay', { value: 'hier' }, at('D4')), fr)).toBe(
    'onglet « Lots », cellule D4 : « hier » n’est pas une date. Tapez jour, mois et année, par exemple 31/03/2027.',
  );
  expect(messageOf(problem('undoneAlready', { action: 'Expédier' }), fr)).toBe('« Expédier » a déjà été annulée.');
});
