// A mail handed to Gmail through the built bundle: what Gmail gets, what Envois and the Journal say, what a repeat does, and
// what the person reads when the right is missing or Gmail refuses.
import { describe, expect, test } from 'vitest';
import type { MailDraft } from '#lib/actions/action.ts';
import type { DeliverAnswer } from '#lib/actions/screen.ts';
import { fr } from '#lib/text/fr.ts';
import { googleError } from '#test/support/add-on-host.ts';
import { CONSENT_URL } from '#test/support/gmail-side.ts';
import { useSmallShop } from '#test/support/small-shop.ts';

const reply = {
  id: 'ENV-000001',
  key: 'CMD-000001/REP-RETARD',
  channel: 'email',
  status: 'prepared',
  preparedAt: '2026-11-22T09:00:00',
} as const;

const { host, call, rows } = useSmallShop({ repliesSent: [reply] });

const mail: MailDraft = {
  kind: 'mail-draft',
  to: 'zoé@maison.test',
  subject: 'Votre commande arrive – 50 points offerts',
  text: 'Bonjour Zoé,\n\nà bientôt 🐝.',
  html: '<p>Bonjour <b>Zoé</b>,</p>',
  replyId: reply.id,
  send: false,
};
const ACTION = 'a-11111111-2222-4333-8444-555555555555';

const deliver = (changes: Partial<MailDraft> = {}, number = 0): DeliverAnswer =>
  call('deliverMail', { actionId: ACTION, number, mail: { ...mail, ...changes } });
const mailbox = () => host().gmail.mailbox.messages();
const envois = () => rows('repliesSent')[0];

describe('a draft', () => {
  test('is what the person saw, carries the action, and is noted in Envois and the Journal', async () => {
    expect(deliver()).toEqual({ isDelivered: true, sentence: fr.addon.mailDrafted, authorizationUrl: null });
    expect(host().calls).toEqual([
      'get',
      'batchGetByDataFilter',
      'users.drafts.list',
      'users.drafts.create',
      'batchUpdate',
    ]);
    const [draft] = await mailbox();
    expect(draft).toMatchObject({ subject: mail.subject, html: expect.stringContaining('<b>Zoé</b>') });
    expect(draft?.text.replace(/\r\n/g, '\n').trim()).toBe(mail.text);
    expect(draft?.headers['x-operations-action']).toBe(ACTION);
    expect(envois()).toMatchObject({ status: fr.choiceLabel('drafted'), draft_id: draft?.draftId, sent_at: null });
    expect(rows('journal').at(-1)).toMatchObject({ action: fr.addon.mailRecord, who: 'lea@maison.test' });
  });

  test('is not made a second time, neither from Envois nor from Gmail', async () => {
    deliver();
    expect(deliver()).toMatchObject({ isDelivered: true, sentence: fr.addon.mailDraftedAlready });
    deliver({ replyId: null }, 1);
    deliver({ replyId: null }, 1);
    expect(await mailbox()).toHaveLength(2);
  });

  test('of a run with several mails is one for each', async () => {
    deliver({ replyId: null }, 0);
    deliver({ replyId: null }, 1);
    expect(await mailbox()).toHaveLength(2);
  });

  test.each([
    ['plain', 'Bonjour'],
    ['long', `${'Une très longue ligne d’objet, '.repeat(9)}fin`],
    ['with a line break that would begin a header', 'Bonjour\r\nBcc: autre@maison.test'],
    ['of wide characters', '🐝'.repeat(40)],
    ['empty', ''],
  ])('a subject %s', async (_, subject) => {
    deliver({ subject, replyId: null, html: null });
    const [draft] = await mailbox();
    expect(draft?.subject).toBe(subject.replace(/\r\n/g, ' '));
    expect(draft?.headers.bcc).toBeUndefined();
    expect(draft?.html).toBeNull();
  });
});

describe('sending', () => {
  test('is noted as sent, once', async () => {
    expect(deliver({ send: true })).toMatchObject({ isDelivered: true, sentence: fr.addon.mailSent({ to: mail.to }) });
    expect(deliver({ send: true })).toMatchObject({ isDelivered: true, sentence: fr.addon.mailSentAlready });
    expect((await mailbox()).map(({ draftId }) => draftId)).toEqual([null]);
    expect(envois()).toMatchObject({ status: fr.choiceLabel('sent'), draft_id: null });
    expect(envois()?.sent_at).toBeGreaterThan(0);
  });

  test('what Gmail refuses is a sentence, is noted as failed, and can be tried again', () => {
    const refused = deliver({ send: true, to: 'personne' });
    expect(refused).toMatchObject({
      isDelivered: false,
      sentence: fr.addon.mailRefused({ message: 'Invalid To header' }),
      authorizationUrl: null,
    });
    expect(envois()).toMatchObject({ status: fr.choiceLabel('failed') });
    expect(deliver({ send: true, to: 'personne' }).isDelivered).toBe(false);
    expect(deliver().isDelivered).toBe(true);
    expect(envois()).toMatchObject({ status: fr.choiceLabel('drafted') });
  });
});

test('who unticked the right is told what to do, and Gmail is not called', () => {
  host().gmail.allow(false);
  expect(deliver()).toEqual({ isDelivered: false, sentence: fr.addon.mailNotAllowed, authorizationUrl: CONSENT_URL });
  expect(host().calls).toEqual([]);
  host().gmail.allow(true);
  expect(deliver().isDelivered).toBe(true);
});

test('a right that is missing although Google says otherwise is told with its cure, and nothing is noted', () => {
  host().beforeNext('users.drafts.list', () => {
    throw googleError('users.drafts.list', 403, 'Request had insufficient authentication scopes.', 'gmail');
  });
  expect(deliver()).toMatchObject({ isDelivered: false, sentence: fr.addon.rightMissing });
  expect(envois()).toMatchObject({ status: fr.choiceLabel('prepared') });
});

test('a busy Gmail is asked again', () => {
  host().beforeNext('users.drafts.create', () => {
    throw googleError('users.drafts.create', 429, 'Quota exceeded', 'gmail');
  });
  expect(deliver().isDelivered).toBe(true);
  expect(host().sleeps).toHaveLength(1);
});

test('a draft that cannot be noted is still said to be there', () => {
  expect(deliver({ replyId: 'ENV-000099' })).toMatchObject({
    isDelivered: true,
    sentence: expect.stringContaining('ENV-000099'),
  });
});
