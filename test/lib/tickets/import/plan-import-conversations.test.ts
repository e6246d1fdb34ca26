// Conversations from other tools as tickets: what each column may be called, how times and states are read, which rows are
// refused and why, and that nothing comes in twice. The shop's clock stands at Monday 16 November 2026, 16:00.
import { describe, expect, test } from 'vitest';
import { applyChanges } from '#lib/changes/apply.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import { fr } from '#lib/text/fr.ts';
import { planImportConversations } from '#lib/tickets/import/plan-import-conversations.ts';
import { type TestTicket, ticketShop, timeOf } from '../ticket-shop.ts';

const people = {
  customers: [
    { id: 'CLI-000001', name: 'Zoé', email: 'Zoe@Maison.test' },
    { id: 'CLI-000002', email: 'deux@maison.test' },
    { id: 'CLI-000003', email: 'deux@maison.test' },
  ],
};

function imported(csv: string, tickets: readonly TestTicket[] = []) {
  const context = ticketShop('16:00', tickets, people);
  const plan = planImportConversations(context, csv, 'a-import');
  const after = applyChanges(context.workbook, plan.changes, fr);
  const say = plan.problems.map((problem) => messageOf(problem, fr));
  return { plan, context, after, say, rows: after.tickets.rows.slice(tickets.length) };
}

test('a list of Crisp: milliseconds, numbered states, its own titles', () => {
  const { rows, say, plan } = imported(
    [
      'session_id,nickname,meta.email,meta.subject,state,created_at,updated_at,last_message,meta.origin',
      // 09:00 UTC is 10:00 in Paris.
      'session_1,Zoé M.,zoe@maison.test,Colis,resolved,1763888400000,1763895600000,"Merci, à bientôt",chat',
      'session_2,Inconnu,qui@ailleurs.test,,1,1763888400,,"Bonjour ;-)",urn:crisp.im:whatsapp:0',
    ]
      .join('\n')
      .replaceAll('1763888400', String(Date.parse('2026-11-16T09:00:00Z') / 1000))
      .replaceAll('1763895600', String(Date.parse('2026-11-16T11:00:00Z') / 1000)),
  );
  expect(say).toEqual([]);
  expect(plan.summary).toBe('2 conversations à ajouter, 0 déjà connue, 0 ligne refusée.');
  expect(rows).toMatchObject([
    {
      id: 'TIC-000001',
      sourceId: 'session_1',
      customerId: 'CLI-000001',
      subject: 'Colis',
      message: 'Merci, à bientôt',
      channel: 'chat',
      status: 'resolved',
      receivedAt: timeOf('10:00'),
      resolvedAt: timeOf('12:00'),
      firstDueAt: timeOf('12:00'),
      clock: 'clock_stopped',
      note: null,
      actionId: 'a-import',
    },
    {
      sourceId: 'session_2',
      customerId: null,
      channel: 'whatsapp',
      status: 'open',
      dueAt: timeOf('11:00'),
      clock: 'breached',
      note: 'Écrit par : Inconnu, qui@ailleurs.test',
    },
  ]);
});

test('our own titles, French dates, another separator, a zone', () => {
  const { rows, say } = imported(
    `\ufeffRéférence;Reçu le;Canal;E-mail;Objet;État;Première réponse le;Réponses;Catégorie;CSAT\r
A1;16/11/2026 10:00;e-mail;deux@maison.test;=1+1;attend le client;16/11/2026 11:00;1;livraison;4\r
A2;2026-11-16T09:30:00+01:00;téléphone;;Appel;;;;sorcellerie;\r
A3;2026-11-16T10:00:00Z;réseaux sociaux;;Message;résolu;16/11/2026 12:00;;;\r
`,
  );
  expect(say).toEqual([]);
  expect(rows).toMatchObject([
    // Two customers share that address: it names neither.
    {
      customerId: null,
      subject: '=1+1',
      status: 'waiting_customer',
      waitingSince: timeOf('11:00'),
      category: 'delivery',
      csat: 4,
    },
    {
      channel: 'phone',
      receivedAt: timeOf('09:30'),
      category: 'other',
      note: 'Catégorie d’origine : sorcellerie',
      replies: 0,
    },
    // How many answers it took is not known: the first contact is not praised.
    { channel: 'social', receivedAt: timeOf('11:00'), resolvedAt: timeOf('12:00'), replies: null, firstContact: null },
  ]);
});

// What one row says | why it is refused
test.each([
  [';16/11/2026 10:00;;', 'elle n’a pas de référence'],
  ['B;;;', 'elle n’a pas de date'],
  ['B;hier;;', '« hier » n’est pas une date'],
  ['B;31/02/2026 10:00;;', '« 31/02/2026 10:00 » n’est pas une date'],
  ['B;17/11/2026 10:00;;', 'est dans l’avenir'],
  ['B;16/11/2026 10:00;perdu;', 'l’état « perdu » n’est pas connu'],
  ['B;16/11/2026 10:00;;16/11/2026 09:00', 'est avant l’arrivée de la conversation'],
  ['B;16/11/2026 10:00;;"ouvert', 'un guillemet n’est pas refermé'],
  ['B;16/11/2026 10:00;;;trop', 'plus de cellules que la ligne de titres'],
  ['A;16/11/2026 10:00;;', 'sa référence est déjà à la ligne 2'],
])('refused: %s', (row, reason) => {
  const { say, rows } = imported(`Référence;Reçu le;État;Première réponse le\nA;16/11/2026 10:00;;\n${row}\n`);
  expect(say.join()).toContain('ligne 3 du fichier refusée');
  expect(say.join()).toContain(reason);
  expect(rows.map(({ sourceId }) => sourceId)).toEqual(['A']);
});

test.each([
  ['Canal', 'pigeon', 'le canal « pigeon » n’est pas connu'],
  ['Réponses', 'deux', '« deux » n’est pas un nombre entier de réponses'],
  ['CSAT', '6', 'n’est pas un nombre entier de 1 à 5'],
])('refused: %s %s', (title, value, reason) => {
  const { say, rows } = imported(`Référence;Reçu le;${title}\nA;16/11/2026 10:00;${value}\n`);
  expect(say.join()).toContain(reason);
  expect(rows).toEqual([]);
});

describe('the same conversation', () => {
  const csv = 'ID;Date;Message\nX1;16/11/2026 10:00;Bonjour\nX2;16/11/2026 10:05;Bonsoir\n';

  test('comes in once, however often the file is imported', () => {
    const { after, plan } = imported(csv);
    expect(plan.changes).toHaveLength(2);
    const again = planImportConversations({ ...ticketShop('16:00', []), workbook: after }, csv, 'a-again');
    expect([again.changes, again.known]).toEqual([[], 2]);
  });

  test('comes in again when its import was taken back', () => {
    const { plan } = imported(csv, [{ sourceId: 'X1', status: 'voided' }, { sourceId: 'X2' }]);
    expect(plan.conversations.map(({ sourceId }) => sourceId)).toEqual(['X1']);
  });
});

test('a file without the columns that matter is refused as a whole', () => {
  const { plan } = imported('Nom;Message\nZoé;Bonjour\n');
  expect(plan.refusals.map((problem) => messageOf(problem, fr)).join()).toContain('Référence, Reçu le');
  expect(plan.changes).toEqual([]);
});
