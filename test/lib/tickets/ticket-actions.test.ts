// The actions about tickets as a person does them, from Monday 16 November 2026 at 10:00: what is written, what is refused,
// what is taken back.
import { describe, expect, test } from 'vitest';
import type { RawInput } from '#lib/actions/screen.ts';
import type { TicketsRow } from '#lib/tables/tickets.ts';
import { actOf, hintsOf, undoOf, WHO } from '../../support/act-of.ts';
import { raw, type TestRows } from '../../support/workbook-of.ts';
import { type TestTicket, ticketShop, timeOf } from './ticket-shop.ts';

// 16:00 in Paris on that Monday.
const NOW = '2026-11-16T15:00:00Z';
const SURVEY = 'https://avis.test/?t={{ticket}}';

const people: TestRows = {
  customers: [
    { id: 'CLI-000001', name: 'Zoé Martin', email: 'zoe@maison.test' },
    { id: 'CLI-000002', name: 'Client effacé', erasedOn: '2026-01-01' },
  ],
  orders: [
    { id: 'CMD-000001', customerId: 'CLI-000001', orderedAt: timeOf('09:00'), status: 'confirmed', source: 'typed' },
  ],
};

function shop(tickets: readonly TestTicket[] = [{}], survey = SURVEY) {
  const { workbook } = ticketShop('16:00', tickets, people);
  const cells = workbook.settings.rows.map(({ rowIndex: _, ...row }) =>
    row.id === 'links.survey' ? { ...row, value: raw(survey === '' ? null : survey) } : row,
  );
  return ticketShop('16:00', tickets, { ...people, settings: cells }).workbook;
}

function done(id: string, typed: RawInput, tickets?: readonly TestTicket[]) {
  const act = actOf(
    shop(tickets),
    id,
    typed,
    NOW,
    tickets === undefined ? null : { table: 'tickets', id: 'TIC-000001' },
  );
  expect(act.refusals).toEqual([]);
  return { act, ticket: act.workbook.tickets.rows.at(-1) as TicketsRow };
}

describe('a new ticket', () => {
  test('starts its clocks when it came, and knows whose order it is about', () => {
    const { act, ticket } = done('new-ticket', {
      orderId: 'CMD-000001',
      subject: 'Colis ?',
      channel: 'chat',
      happenedAt: '15:30',
    });
    expect(ticket).toMatchObject({
      id: 'TIC-000002',
      customerId: 'CLI-000001',
      receivedAt: timeOf('15:30'),
      firstDueAt: timeOf('17:30'),
      dueAt: timeOf('17:30'),
      clock: 'on_time',
      category: 'other',
      status: 'open',
      replies: 0,
    });
    expect(act.summary).toBe('Ticket TIC-000002 ouvert : première réponse avant le 16/11/2026 17:30.');
    expect(undoOf(act, NOW).workbook.tickets.byId.get('TIC-000002')?.status).toBe('voided');
  });

  test('from a selected customer or order', () => {
    const from = (table: 'customers' | 'orders', id: string) =>
      actOf(shop(), 'new-ticket', { subject: 'Essai' }, NOW, { table, id }).workbook.tickets.rows.at(-1);
    expect(from('customers', 'CLI-000001')).toMatchObject({ customerId: 'CLI-000001', orderId: null });
    expect(from('orders', 'CMD-000001')).toMatchObject({ customerId: 'CLI-000001', orderId: 'CMD-000001' });
  });

  test.each<[string, RawInput, string]>([
    ['nothing said', {}, 'un ticket sans objet ni message'],
    ['tomorrow', { subject: 'x', happenedAt: '17/11/2026 09:00' }, 'est dans l’avenir'],
    ['no time at all', { subject: 'x', happenedAt: 'tantôt' }, '« tantôt » n’est pas une heure'],
    ['an erased customer', { subject: 'x', customerId: 'CLI-000002' }, 'a été effacé'],
    [
      'an order of somebody else',
      { subject: 'x', customerId: 'CLI-000002', orderId: 'CMD-000001' },
      'n’est pas à CLI-000002',
    ],
  ])('refused: %s', (_, typed, sentence) => {
    const act = actOf(shop(), 'new-ticket', typed, NOW);
    expect(act.refusals.join()).toContain(sentence);
    expect(act.changes).toEqual([]);
  });
});

describe('what happened to a ticket', () => {
  const answered = { firstReplyAt: timeOf('11:00'), lastReplyAt: timeOf('11:00'), replies: 1 };

  test('an answer given at noon is noted at noon', () => {
    const { act, ticket } = done('follow-ticket', { step: 'answered_waiting', happenedAt: '12:00', note: 'Rappelée' }, [
      {},
    ]);
    expect(ticket).toMatchObject({
      firstReplyAt: timeOf('12:00'),
      waitingSince: timeOf('12:00'),
      clock: 'clock_stopped',
    });
    expect(ticket.note).toBe(`16/11/2026 16:00 ${WHO} : Rappelée`);
    expect(act.summary).toBe(
      'Ticket TIC-000001 : réponse notée, on attend le client – on attend le client depuis le 16/11/2026 12:00.',
    );
    expect(undoOf(act, NOW).workbook.tickets.rows[0]).toMatchObject({ firstReplyAt: null, status: 'open', note: null });
  });

  test('the link of the survey is given with the ticket in it, and the day noted', () => {
    const { act, ticket } = done('follow-ticket', { step: 'resolve' }, [answered]);
    expect(ticket).toMatchObject({ status: 'resolved', firstContact: true, surveyedOn: '2026-11-16' });
    expect(act.effects).toEqual([
      expect.objectContaining({ kind: 'copy', text: expect.stringContaining('https://avis.test/?t=TIC-000001\n') }),
    ]);
  });

  test('without a link nothing is offered, and asking for it is refused with the cure', () => {
    const open = { table: 'tickets', id: 'TIC-000001' } as const;
    expect(actOf(shop([answered], ''), 'follow-ticket', { step: 'resolve' }, NOW, open).effects).toEqual([]);
    const asked = actOf(shop([answered], ''), 'follow-ticket', { step: 'resolve', givesSurvey: true }, NOW, open);
    expect(asked.refusals.join()).toContain('« Lien de l’enquête de satisfaction » dans l’onglet « Réglages »');
  });

  test('giving it to somebody changes nothing else of its life', () => {
    const { ticket } = done('follow-ticket', { step: 'assign', assignee: 'Inès' }, [answered]);
    expect(ticket).toMatchObject({ ...answered, assignee: 'Inès', status: 'open' });
  });

  test('the form says how much time is left', () => {
    const hints = hintsOf(shop([{ channel: 'chat' }]), 'follow-ticket', null, NOW, {
      table: 'tickets',
      id: 'TIC-000001',
    });
    expect(hints).toEqual(['première réponse : dépassée de 4 h (avant le 16/11/2026 12:00)']);
  });

  test.each<[string, TestTicket, RawInput, string]>([
    ['before it came', {}, { step: 'answered', happenedAt: '09:00' }, 'est avant l’arrivée du ticket'],
    ['later today', {}, { step: 'answered', happenedAt: '16:30' }, 'est dans l’avenir'],
    ['taken out of use', { status: 'voided' }, { step: 'assign' }, 'est annulé'],
  ])('refused: %s', (_, ticket, typed, sentence) => {
    const act = actOf(shop([ticket]), 'follow-ticket', typed, NOW, { table: 'tickets', id: 'TIC-000001' });
    expect(act.refusals.join()).toContain(sentence);
  });

  test('a step that does not fit its state cannot be chosen', () => {
    expect(() => done('follow-ticket', { step: 'reopen' }, [{}])).toThrow('step:');
  });
});

describe('the survey', () => {
  test('a score of nought is a score', () => {
    const { act, ticket } = done('record-survey', { nps: '0', comment: 'Jamais plus' }, [{ csat: 4 }]);
    expect(ticket).toMatchObject({ csat: 4, nps: 0, surveyComment: 'Jamais plus' });
    expect(act.summary).toBe('Ticket TIC-000001 : NPS 0 sur 10, commentaire noté.');
    expect(act.warnings).toEqual([]);
  });

  test('a second answer replaces the first, and says so', () => {
    const { act, ticket } = done('record-survey', { csat: '5' }, [{ csat: 2 }]);
    expect(ticket.csat).toBe(5);
    expect(act.warnings.join()).toContain('sera remplacée');
  });

  test('nothing to note is refused; a score out of bounds cannot be typed', () => {
    const nothing = actOf(shop(), 'record-survey', {}, NOW, { table: 'tickets', id: 'TIC-000001' });
    expect(nothing.refusals.join()).toContain('aucune réponse à noter');
    expect(() => done('record-survey', { csat: '6' }, [{}])).toThrow('csat:');
  });
});

test('what is to be treated: late first, then the least time left, then those we wait for', () => {
  const { effects, summary } = actOf(
    shop([
      { subject: 'Pause' },
      { subject: 'Attente', status: 'waiting_customer', waitingSince: timeOf('12:00') },
      { subject: 'Vite', channel: 'chat', receivedAt: timeOf('14:15'), assignee: 'Inès', customerId: 'CLI-000001' },
      { subject: 'Trop tard', channel: 'chat' },
      { subject: 'Fini', status: 'resolved' },
    ]),
    'tickets-to-treat',
    {},
    NOW,
  );
  expect(summary).toBe('3 tickets à traiter, dont 1 dépassé et 1 bientôt dû.');
  const [card] = effects;
  if (card?.kind !== 'card') throw new Error('no card');
  expect(
    card.sections.map(({ title, items }) => [title, ...items.map(({ label, value }) => `${label} → ${value}`)]),
  ).toEqual([
    [
      'Dépassés (1)',
      'TIC-000004 · Trop tard · Personne → première réponse : dépassée de 4 h (avant le 16/11/2026 12:00)',
    ],
    [
      'Bientôt dus (1)',
      'TIC-000003 · Vite · Zoé Martin · Inès → première réponse : encore 15 min (avant le 16/11/2026 16:15)',
    ],
    [
      'Dans les temps (1)',
      'TIC-000001 · Pause · Personne → première réponse : encore 18 h (avant le 18/11/2026 16:00)',
    ],
    ['On attend le client (1)', 'TIC-000002 · Attente · Personne → on attend le client depuis le 16/11/2026 12:00'],
  ]);
});
