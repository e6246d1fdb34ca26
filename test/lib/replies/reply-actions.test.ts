// What a person does with replies: answer from a template, hand it over, say it was sent, edit a template. Each scenario shows
// the rows as they stand afterwards.
import { describe, expect, test } from 'vitest';
import type { Selection } from '#lib/actions/action.ts';
import { actionById } from '#lib/actions/registry.ts';
import { openActionForm, planContextOf } from '#lib/actions/run-action.ts';
import type { RawInput } from '#lib/actions/screen.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { actOf, undoOf } from '#test/support/act-of.ts';
import { clockAt } from '../../support/clock-at.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { NOW, replyRows, replyShop } from './reply-shop.ts';

const TICKET: Selection = { table: 'tickets', id: 'TIC-000001' };
const ORDER: Selection = { table: 'orders', id: 'CMD-000001' };
const PAUL: Selection = { table: 'customers', id: 'CLI-000002' };

/** A reply as the form offers it. */
const answer = (workbook: WorkbookState, selection: Selection, typed: RawInput = {}) =>
  actOf(workbook, 'reply', typed, NOW, selection);
const sendByHand: RawInput = { handover: 'copy', isSentNow: true };
const sentAt = '2026-11-23T11:00:00';

const drawReplies = ({ repliesSent }: WorkbookState) =>
  rowsAsText(repliesSent.rows, 'id', 'key', 'status', 'channel', 'recipient', 'bonusPoints', 'sentAt');
const drawTicket = ({ tickets }: WorkbookState) =>
  rowsAsText(tickets.rows, 'status', 'firstReplyAt', 'lastReplyAt', 'replies', 'waitingSince');
const drawPoints = ({ points, customers }: WorkbookState) => [
  ...rowsAsText(points.rows.slice(1), 'kind', 'points', 'source', 'reason'),
  ...rowsAsText(customers.rows, 'id', 'pointsBalance'),
];

describe('the form', () => {
  const formOf = (selection: Selection | null, filled: RawInput | null = null, workbook = replyShop()) => {
    const action = actionById.get('reply');
    if (action === undefined) throw new Error('no action reply');
    return openActionForm(action, planContextOf(workbook, clockAt(NOW), fr), selection, filled);
  };

  test('starts with the template that fits, filled, to the customer', () => {
    const { initial, hints } = formOf(TICKET);
    expect(initial).toMatchObject({
      ...{
        about: 'TIC-000001',
        templateId: 'REP-RETARD',
        channel: 'email',
        recipient: 'lea@example.com',
        handover: 'draft',
      },
      ...{
        after: 'answered_waiting',
        textFor: 'TIC-000001 · REP-RETARD',
        subject: 'Votre commande CMD-000001 : où elle en est vraiment',
      },
    });
    expect(initial.body).toContain('Bonjour Léa,');
    expect(hints).toEqual([
      'Pour Léa Roux (TIC-000001). Commande CMD-000001 : 1 sur 2 expédié.',
      '50 points seront ajoutés au compte du client quand la réponse sera envoyée.',
    ]);
  });

  test.each([
    [TICKET, 'REP-RETARD'],
    [{ table: 'orders', id: 'CMD-000002' }, 'REP-RETARD'],
    [PAUL, 'REP-EXPIRATION'],
    [{ table: 'subscriptions', id: 'sub_lea' }, 'REP-FREQUENCE'],
    [{ table: 'invoices', id: 'in_lea' }, 'REP-ECHEC'],
    [{ table: 'incidents', id: 'INC-000001' }, 'REP-RUPTURE'],
  ] as const)('%j: %s first, all the others behind', (selection, wanted) => {
    const options = formOf(selection).fields.find(({ name }) => name === 'templateId')?.options ?? [];
    expect(options[0]?.value).toBe(wanted);
    expect(options).toHaveLength(9);
  });

  test('an order in an open incident is offered the message of the crisis first', () => {
    expect(formOf(ORDER).initial.templateId).toBe('REP-RUPTURE');
  });

  test('another template fills the text again; the same one leaves it as it was typed', () => {
    const opened = formOf(TICKET).initial;
    const edited = { ...opened, body: 'Mes mots.' };
    expect(formOf(TICKET, edited).initial.body).toBe('Mes mots.');
    const other = formOf(TICKET, { ...edited, templateId: 'REP-SUIVI' }).initial;
    expect(other).toMatchObject({ textFor: 'TIC-000001 · REP-SUIVI' });
    expect(other.body).toContain('Voici où en est votre commande CMD-000001');
  });

  test('a ticket of a chat is answered by a copy', () => {
    const workbook = replyShop({ tickets: [{ ...replyRows.tickets?.[0], channel: 'chat' }] });
    expect(formOf(TICKET, null, workbook).initial).toMatchObject({ channel: 'chat', handover: 'copy', recipient: '' });
  });

  test('Gmail sends only where Réglages allow it', () => {
    const handovers = (workbook: WorkbookState) =>
      formOf(TICKET, null, workbook)
        .fields.find(({ name }) => name === 'handover')
        ?.options.map(({ value }) => value);
    expect(handovers(replyShop())).toEqual(['draft', 'copy']);
    expect(handovers(replyShop({}, { 'support.sendFromGmail': true }))).toEqual(['draft', 'send', 'copy']);
  });

  test('without anybody chosen it says what to type', () => {
    expect(formOf(null)).toMatchObject({ hints: [fr.replies.chooseSomebody], initial: { body: '' } });
  });
});

describe('a delay told from a ticket', () => {
  test('as a draft: nothing is earned yet', () => {
    const act = answer(replyShop(), TICKET);
    expect(drawReplies(act.workbook)).toEqual([
      'ENV-000001 | TIC-000001/REP-RETARD | prepared | email | lea@example.com | 50 | -',
    ]);
    expect(drawPoints(act.workbook)).toEqual(drawPoints(replyShop()));
    expect(drawTicket(act.workbook)).toEqual(drawTicket(replyShop()));
    expect(act.effects).toMatchObject([
      { kind: 'mail-draft', to: 'lea@example.com', replyId: 'ENV-000001', send: false },
    ]);
  });

  test('marked as sent: the points, the ticket and the order, once', () => {
    const drafted = answer(replyShop(), TICKET);
    const sent = actOf(drafted.workbook, 'mark-reply-sent', {}, NOW, TICKET);
    expect(drawReplies(sent.workbook)).toEqual([
      `ENV-000001 | TIC-000001/REP-RETARD | sent | email | lea@example.com | 50 | ${sentAt}`,
    ]);
    expect(drawPoints(sent.workbook)).toEqual([
      'bonus | 50 | ENV-000001 | Retard d’un envoi partenaire – CMD-000001',
      'CLI-000001 | 550',
      'CLI-000002 | 0',
    ]);
    expect(drawTicket(sent.workbook)).toEqual([`waiting_customer | ${sentAt} | ${sentAt} | 1 | ${sentAt}`]);
    expect(sent.workbook.orders.byId.get('CMD-000001')?.delayToldOn).toBe('2026-11-23');
    const again = actOf(sent.workbook, 'mark-reply-sent', { replyId: 'ENV-000001' }, NOW);
    expect(again.refusals).toEqual([expect.stringContaining('rien n’est compté deux fois')]);
  });

  test('undone, points and ticket are as before', () => {
    const sent = answer(replyShop(), TICKET, sendByHand);
    const undone = undoOf(sent, NOW);
    expect(undone.refusals).toEqual([]);
    expect(drawTicket(undone.workbook)).toEqual(drawTicket(replyShop()));
    expect(undone.workbook.customers.byId.get('CLI-000001')?.pointsBalance).toBe(500);
    expect(undone.workbook.orders.byId.get('CMD-000001')?.delayToldOn).toBeNull();
    expect(answer(undone.workbook, TICKET, sendByHand).workbook.customers.byId.get('CLI-000001')?.pointsBalance).toBe(
      550,
    );
  });

  test.each([
    ['again from the ticket', TICKET],
    ['from its order, by somebody else', ORDER],
  ])('sent a second time %s, it pays nothing and does not say so', (_, selection) => {
    const sent = answer(replyShop(), TICKET, sendByHand);
    const again = answer(sent.workbook, selection, { ...sendByHand, ...refilled(sent.workbook, selection) });
    expect(again.refusals).toEqual([]);
    expect(again.workbook.repliesSent.rows.map(({ status, bonusPoints }) => `${status} ${bonusPoints}`)).toEqual([
      'sent 50',
      'sent 0',
    ]);
    expect(again.workbook.repliesSent.rows[1]?.body).not.toContain('points');
    expect(again.workbook.customers.byId.get('CLI-000001')?.pointsBalance).toBe(550);
    expect(again.workbook.tickets.rows[0]?.replies).toBe(selection === TICKET ? 2 : 1);
  });

  test('a reply that the night prepared is the one that is written and sent', () => {
    const prepared = {
      id: 'ENV-000007',
      key: 'CMD-000001/REP-RETARD',
      templateId: 'REP-RETARD',
      customerId: 'CLI-000001',
      orderId: 'CMD-000001',
      channel: 'email',
      status: 'prepared',
      preparedAt: '2026-11-22T03:00:00',
      bonusPoints: 50,
    } as const;
    const workbook = replyShop({ repliesSent: [prepared] });
    const bare = actOf(workbook, 'mark-reply-sent', { replyId: 'ENV-000007' }, NOW);
    expect(bare.refusals).toEqual([expect.stringContaining('ENV-000007 n’a pas de texte complet')]);
    const sent = answer(workbook, { table: 'repliesSent', id: 'ENV-000007' }, sendByHand);
    expect(drawReplies(sent.workbook)).toEqual([
      `ENV-000007 | CMD-000001/REP-RETARD | sent | email | lea@example.com | 50 | ${sentAt}`,
    ]);
  });
});

/** The texts of the delay reply for the row. */
function refilled(workbook: WorkbookState, selection: Selection): RawInput {
  const action = actionById.get('reply');
  if (action === undefined) throw new Error('no action reply');
  const context = planContextOf(workbook, clockAt(NOW), fr);
  const filled = { about: selection.id, templateId: 'REP-RETARD', textFor: '', handover: 'copy' };
  return { ...openActionForm(action, context, selection, filled).initial, ...sendByHand };
}

test('an incident is made good once a person: its bonus does not depend on the template or the order', () => {
  const incident = { about: 'INC-000001 CMD-000001', templateId: 'REP-RUPTURE', textFor: '' };
  const openIncident = (workbook: WorkbookState, templateId: string) => {
    const action = actionById.get('reply');
    if (action === undefined) throw new Error('no action reply');
    const filled = { ...incident, templateId };
    return {
      ...openActionForm(action, planContextOf(workbook, clockAt(NOW), fr), null, filled).initial,
      ...sendByHand,
    };
  };
  const first = actOf(replyShop(), 'reply', openIncident(replyShop(), 'REP-RUPTURE'), NOW);
  expect(first.refusals).toEqual([]);
  const second = actOf(first.workbook, 'reply', openIncident(first.workbook, 'REP-PARTENAIRE'), NOW);
  expect(second.refusals).toEqual([]);
  expect(second.workbook.repliesSent.rows.map(({ key, bonusPoints }) => `${key} ${bonusPoints}`)).toEqual([
    'INC-000001/CMD-000001/REP-RUPTURE 50',
    'INC-000001/CMD-000001/REP-PARTENAIRE 0',
  ]);
  expect(second.workbook.incidents.rows[0]?.messagesSent).toBe(2);
});

const erased = replyShop({
  customers: [{ ...replyRows.customers?.[0], name: 'Client effacé', email: null, erasedOn: '2026-11-01' }],
});

test.each([
  [
    'a mark left in the text',
    replyShop({}, { 'links.portal': '' }),
    { table: 'subscriptions', id: 'sub_lea' } as const,
    {},
    '« links.portal » est vide',
  ],
  ['a raw tag', replyShop(), TICKET, { body: 'Bonjour {{client.prenom}}' }, 'accolades'],
  [
    'a text for somebody else',
    replyShop(),
    TICKET,
    { about: 'CMD-000002' },
    'le texte a été rempli pour « TIC-000001 · REP-RETARD »',
  ],
  ['a row that does not exist', replyShop(), TICKET, { about: 'CMD-999999' }, '« CMD-999999 » n’est le numéro d’aucun'],
  ['an address that is none', replyShop(), TICKET, { recipient: 'lea' }, '« lea » n’est pas une adresse e-mail'],
  ['two addresses', replyShop(), TICKET, { recipient: 'a@b.fr, c@d.fr' }, 'n’est pas une adresse e-mail'],
  ['a mail without a subject', replyShop(), TICKET, { subject: '' }, 'a besoin d’un objet'],
  ['a chat through Gmail', replyShop(), TICKET, { channel: 'chat' }, 'Gmail n’envoie que des e-mails'],
  ['an erased customer', erased, TICKET, {}, 'on ne lui écrit plus'],
])('refused: %s', (_, workbook, selection, typed, wanted) => {
  const act = answer(workbook, selection, typed);
  expect(act.refusals).toEqual([expect.stringContaining(wanted)]);
  expect(act.changes).toEqual([]);
});

test('what was written instead of a missing value may leave, with a warning that names the cell', () => {
  const workbook = replyShop({}, { 'links.portal': '' });
  const act = answer(
    workbook,
    { table: 'subscriptions', id: 'sub_lea' },
    { body: 'Votre portail : voyez le lien de votre premier e-mail.' },
  );
  expect(act.refusals).toEqual([]);
  expect(act.warnings).toContainEqual(expect.stringContaining('« links.portal » est vide'));
});

test('a tick that does not count for a draft is said', () => {
  const act = answer(replyShop(), TICKET, { handover: 'draft', isSentNow: true });
  expect(act.warnings).toContainEqual(expect.stringContaining('ne vaut que pour une copie'));
  expect(act.workbook.repliesSent.rows.map(({ status }) => status)).toEqual(['prepared']);
});

test('a subject is one line, whatever was pasted', () => {
  const act = answer(replyShop(), TICKET, { subject: 'Bonjour\r\nBcc: tous@example.com' });
  expect(act.effects).toMatchObject([{ subject: 'Bonjour Bcc: tous@example.com' }]);
});

test('a draft that failed is made again, without a second bonus', () => {
  const drafted = answer(replyShop(), TICKET);
  const again = actOf(drafted.workbook, 'retry-draft', {}, NOW, { table: 'repliesSent', id: 'ENV-000001' });
  expect(again.effects).toMatchObject([{ kind: 'mail-draft', to: 'lea@example.com', replyId: 'ENV-000001' }]);
  expect(drawReplies(again.workbook)).toEqual(drawReplies(drafted.workbook));
});
