// The FAQ at work: from a ticket to its answer, counted once; and what is asked often without an answer.
import { describe, expect, test } from 'vitest';
import type { Action } from '#lib/actions/action.ts';
import { openActionForm, planContextOf } from '#lib/actions/run-action.ts';
import type { RawInput } from '#lib/actions/screen.ts';
import { useFaqAction } from '#lib/faq/use-faq-action.ts';
import { defaultSettings } from '#lib/tables/default-settings.ts';
import { fr } from '#lib/text/fr.ts';
import { starterRows } from '#templates/starter-rows.ts';
import { demoShop, demoWorkbook, LAST_DAY } from '../../demo/demo-workbook.ts';
import { actOf, undoOf } from '../../support/act-of.ts';
import { clockAt } from '../../support/clock-at.ts';
import { type TestRows, workbookOf } from '../../support/workbook-of.ts';
import type { TestTicket } from '../tickets/ticket-shop.ts';

const NOW = '2026-11-16T15:00:00Z';
const faq = (starterRows(fr, {}).faq ?? []).map(({ cells }) => ({ ...cells }));

/** Received on that Monday at 10:00, unless said otherwise. @param portal the link of the customer portal. */
function shop(tickets: readonly TestTicket[], portal = 'https://portail.test') {
  const settings = Object.entries({ ...defaultSettings, 'links.portal': portal }).map(([id, value]) => ({
    id,
    value: value === '' ? null : value,
  }));
  const rows = tickets.map((ticket, index) => ({
    id: `TIC-00000${index + 1}`,
    receivedAt: '2026-11-16T10:00:00',
    channel: 'chat',
    status: 'open',
    ...ticket,
  }));
  return workbookOf({ settings, faq, tickets: rows } as TestRows);
}

const asked: TestTicket = { subject: 'Lien de suivi', message: 'Je ne le retrouve pas' };
const FIRST = { table: 'tickets', id: 'TIC-000001' } as const;

function formOf(workbook: ReturnType<typeof shop>, filled: RawInput | null = null) {
  const context = planContextOf(workbook, clockAt(NOW), fr);
  return openActionForm(useFaqAction as unknown as Action, context, FIRST, filled);
}

describe('an answer from the FAQ', () => {
  test('opens on the entry that answers the ticket, its text ready', () => {
    const { initial, hints } = formOf(shop([asked]));
    expect(initial).toMatchObject({ ticketId: 'TIC-000001', faqId: 'FAQ-SUIVI', answersNow: true });
    expect(initial.text).toMatch(/^Le lien de suivi est dans/);
    expect(hints.join()).toContain('Où puis-je suivre mon colis ?');
  });

  test('other words bring another entry; an entry picked by hand stays', () => {
    const workbook = shop([asked]);
    const { initial } = formOf(workbook);
    const searched = formOf(workbook, { ...initial, search: 'carte refusée' }).initial;
    expect(searched).toMatchObject({ faqId: 'FAQ-PAIEMENT', search: 'carte refusée' });
    expect(searched.text).toContain('https://portail.test');
    const picked = formOf(workbook, { ...searched, faqId: 'FAQ-PAUSE' }).initial;
    expect(picked).toMatchObject({ faqId: 'FAQ-PAUSE' });
    expect(picked.text).toContain('pendant 3 mois');
  });

  test('is counted, noted on the ticket, answers it, and is taken back whole', () => {
    const act = actOf(shop([asked]), 'use-faq', {}, NOW, FIRST);
    expect(act.refusals).toEqual([]);
    expect(act.workbook.faq.byId.get('FAQ-SUIVI')).toMatchObject({ uses: 1, lastUsedOn: '2026-11-16' });
    expect(act.workbook.tickets.rows[0]).toMatchObject({
      faqId: 'FAQ-SUIVI',
      status: 'waiting_customer',
      replies: 1,
      firstReplyAt: '2026-11-16T16:00:00',
    });
    expect(act.effects).toEqual([expect.objectContaining({ kind: 'copy', text: expect.stringMatching(/^Le lien/) })]);
    const back = undoOf(act, NOW).workbook;
    expect(back.faq.byId.get('FAQ-SUIVI')?.uses).toBe(0);
    expect(back.tickets.rows[0]).toMatchObject({ faqId: null, status: 'open', firstReplyAt: null });
  });

  test('copied without being sent, the ticket only remembers the entry', () => {
    const { workbook } = actOf(shop([asked]), 'use-faq', { answersNow: false }, NOW, FIRST);
    expect(workbook.tickets.rows[0]).toMatchObject({ faqId: 'FAQ-SUIVI', status: 'open', firstReplyAt: null });
  });

  test('an answer that lacks a figure or a link is refused with the cell to fill, unless a person wrote it', () => {
    const workbook = shop([{ subject: 'Carte refusée' }], '');
    const refused = actOf(workbook, 'use-faq', {}, NOW, FIRST);
    expect(refused.refusals.join()).toMatch(/onglet « Réglages », cellule C\d+/);
    expect(refused.changes).toEqual([]);
    const text = 'Nous vous envoyons le lien tout de suite.';
    expect(actOf(workbook, 'use-faq', { text }, NOW, FIRST).refusals).toEqual([]);
  });
});

test('what is asked often without an entry, and only that', () => {
  const workbook = shop([
    { subject: 'Point relais fermé', category: 'delivery' },
    { subject: 'Relais fermé cette semaine', category: 'delivery' },
    { subject: 'Mon point relais !', category: 'delivery', receivedAt: '2026-11-16T12:00:00' },
    { subject: 'Relais fermé', category: 'quality' },
    { subject: 'Lien de suivi', category: 'delivery' },
    { subject: 'Lien de suivi', category: 'delivery' },
    { subject: 'Lien de suivi', category: 'delivery' },
    { subject: 'Relais', category: 'delivery', faqId: 'FAQ-SUIVI' },
    { subject: 'Relais', category: 'delivery', receivedAt: '2026-01-05T12:00:00' },
  ]);
  const { effects, summary, changes } = actOf(workbook, 'unanswered-questions', {}, NOW);
  expect(changes).toEqual([]);
  expect(summary).toBe('1 question fréquente sans réponse, 3 tickets sur les 90 derniers jours.');
  const [card] = effects;
  if (card?.kind !== 'card') throw new Error('no card');
  expect(card.sections).toEqual([
    {
      title: 'livraison',
      items: [
        expect.objectContaining({
          row: { table: 'tickets', id: 'TIC-000003' },
          value: expect.stringMatching(/^3 tickets/),
        }),
      ],
      empty: 'Rien de fréquent.',
    },
  ]);
});

test('on the demo shop: the gaps of its FAQ, none of what it answers', () => {
  const { effects } = actOf(demoWorkbook(demoShop()), 'unanswered-questions', {}, LAST_DAY);
  const [card] = effects;
  if (card?.kind !== 'card') throw new Error('no card');
  const labels = card.sections.flatMap(({ items }) => items.map(({ label }) => label));
  expect(labels).toContain('« Point relais fermé »');
  expect(labels).not.toContain('« Lien de suivi »');
});
