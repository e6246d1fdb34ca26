// What a reader of the shop's tone notices; the starter texts themselves read well.
import { describe, expect, test } from 'vitest';
import { findToneHints, type TonedText } from '#lib/replies/find-tone-hints.ts';
import { fr } from '#lib/text/fr.ts';
import { contextOf, rendered, replyShop } from './reply-shop.ts';

const { tone } = fr;
const context = contextOf(replyShop());
const good = 'Bonjour Léa,\n\nVotre colis part le 26/11/2026.\n\nVous recevrez le lien de suivi ce jour-là.';
const hintsOf = (body: string, rest: Partial<TonedText> = {}) =>
  findToneHints({ body, templateBody: null, channel: 'email', category: 'delay', ...rest }, context);

test('a letter with a date and a next step needs no hint', () => {
  expect(hintsOf(good)).toEqual([]);
});

test.each([
  ['the template word for word', good, { templateBody: good }, tone.ownWords],
  ['no date to come', good.replace('26/11/2026', '20/11/2026'), {}, tone.noDate],
  ['two dates', `${good} Ou le 30/11/2026.`, {}, tone.severalDates('26/11/2026, 30/11/2026')],
  ['no next step', 'Bonjour,\n\nVotre colis part le 26/11/2026.\n\nBonne journée.', {}, tone.noNextStep],
  ['a word of the trade', `${good} Le Dropship est en cause.`, {}, tone.jargon('dropship')],
  [
    'an administrative phrase',
    `${good} Nous vous prions de nous excuser pour tout désagrément.`,
    {},
    tone.jargon('nous vous prions, pour tout désagrément'),
  ],
  ['numbers of the team', `${good} Voir ACH-000012.`, {}, tone.ownNumbers('ACH-000012')],
  [
    'too long for a chat',
    good + ' a'.repeat(300),
    { channel: 'chat' },
    tone.tooLong({ characters: fr.formatNumber(good.length + 600), limit: '600' }),
  ],
] as const)('%s', (_, body, rest, hint) => {
  expect(hintsOf(body, rest)).toEqual([hint]);
});

test.each([
  [
    'a date is not asked of a question about points',
    'Bonjour.\n\nVous recevrez la liste.',
    { category: 'points_question' },
  ],
  ['a length is not counted in a mail', good + ' a'.repeat(900), {}],
  ['skull is no SKU', `${good} Un skull.`, {}],
  ['an order has a number the customer knows', `${good} CMD-000001`, {}],
] as const)('%s', (_, body, rest) => {
  expect(hintsOf(body, rest)).toEqual([]);
});

describe.each(Object.keys(fr.starterReplies))('%s', (id) => {
  test('gives no hint but to add own words', () => {
    const shop = replyShop();
    const { body } = rendered(shop, id, { tickets: 'TIC-000001', incidents: 'INC-000001', invoices: 'in_lea' });
    const category = shop.replyTemplates.byId.get(id)?.category ?? 'other';
    const hints = findToneHints({ body, templateBody: body, channel: 'email', category }, context);
    // In this shop nobody noted when the product or the partner is back: that no day is given is true.
    expect(hints.filter((hint) => hint !== tone.noDate)).toEqual([tone.ownWords]);
  });
});
