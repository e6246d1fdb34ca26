// Failed payments as the team works through them: the list, the messages, and what becomes of a message once the payment is
// settled.
import { describe, expect, test } from 'vitest';
import { planFailureMessages } from '#lib/billing/plan-failure-messages.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import { planFillPrepared } from '#lib/replies/plan-fill-prepared.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { actOf } from '../../support/act-of.ts';
import { contextOn } from '../../support/billing-night.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { type TestRows, workbookOf } from '../../support/workbook-of.ts';

const TODAY = '2026-11-22';
type Invoice = Partial<RowOf<'invoices'>>;
const invoice = (id: string, over: Invoice) => ({
  id,
  customerId: 'CLI-000001',
  subscriptionId: 'sub_1',
  status: 'open' as const,
  createdOn: '2026-11-18' as const,
  totalCents: 1800,
  paidCents: 0,
  paidBackCents: 0,
  withheldCents: 0,
  attempts: 1,
  firstFailedOn: '2026-11-18' as const,
  ...over,
});
const template = {
  id: 'REP-ECHEC',
  name: 'Paiement échoué',
  category: 'billing',
  appliesTo: 'about_invoice',
  channel: 'any_channel',
  subject: 'Votre paiement de {{facture.montant}}',
  body: 'Bonjour {{client.prenom}}, actif jusqu’au {{facture.graceJusquau}}.',
  version: 2,
} as const;
const shop = (invoices: readonly ReturnType<typeof invoice>[], more: TestRows = {}): TestRows => ({
  customers: [{ id: 'CLI-000001', name: 'Camille Roux', email: 'camille@example.org' }],
  subscriptions: [{ id: 'sub_1', customerId: 'CLI-000001', status: 'past_due', startedOn: '2026-01-05' }],
  replyTemplates: [template],
  invoices,
  ...more,
});
const night = (rows: TestRows) => {
  const workbook = workbookOf(rows);
  const { changes, problems } = planFailureMessages(contextOn(workbook, TODAY));
  expect(problems).toEqual([]);
  const after = applyChanges(workbook, changes, fr);
  expect(planFailureMessages(contextOn(after, TODAY)).changes).toEqual([]);
  return after;
};

test('the list: fewest days of grace first, the retry, the message, and how the others ended', () => {
  const workbook = workbookOf(
    shop(
      [
        invoice('in_late', { graceUntil: '2026-11-20', recovery: 'overdue' }),
        invoice('in_soon', { graceUntil: '2026-11-22', retryOn: '2026-11-23', recovery: 'grace' }),
        invoice('in_more', { graceUntil: '2026-11-27', recovery: 'grace', paidCents: 800 }),
        invoice('in_paid', { status: 'paid', paidOn: '2026-11-10', paidCents: 1800, recovery: 'recovered' }),
        invoice('in_lost', { status: 'void', graceUntil: '2026-11-12', recovery: 'lost' }),
        invoice('in_old', { status: 'paid', paidOn: '2026-06-10', recovery: 'recovered' }),
        invoice('in_fine', { status: 'paid', paidOn: '2026-11-18', firstFailedOn: null }),
      ],
      {
        repliesSent: [
          {
            id: 'ENV-000001',
            key: 'in_soon/REP-ECHEC',
            channel: 'email',
            status: 'drafted',
            preparedAt: '2026-11-19T03:00:00',
          },
        ],
      },
    ),
  );
  const { effects, summary, changes } = actOf(workbook, 'failed-payments', {}, TODAY);
  expect(changes).toEqual([]);
  expect(summary).toBe('3 paiements à sauver ; 50 % des derniers ont été récupérés.');
  const card = effects.find((effect) => effect.kind === 'card');
  expect(
    card?.sections.map(({ title, items }) => [
      title,
      ...items.map(({ label, value, row }) => `${row?.id} ${label} : ${value}`),
    ]),
  ).toEqual([
    [
      'Grâce dépassée',
      'in_late Camille Roux · 18,00 € : grâce dépassée de 2 jours (20/11/2026) ; Stripe ne réessaie plus. Message : pas préparé.',
    ],
    [
      'Délai de grâce',
      'in_soon Camille Roux · 18,00 € : dernier jour de grâce (22/11/2026) ; nouvel essai le 23/11/2026. Message : brouillon Gmail.',
      'in_more Camille Roux · 10,00 € : encore 5 jours de grâce (27/11/2026) ; Stripe ne réessaie plus. Message : pas préparé.',
    ],
    ['Récupérés récemment', 'in_paid Camille Roux · 18,00 € : récupéré le 10/11/2026.'],
    ['Perdus récemment', 'in_lost Camille Roux · 18,00 € : perdu.'],
  ]);
});

test('without a failed payment each part says so', () => {
  const { effects, summary } = actOf(workbookOf(shop([])), 'failed-payments', {}, TODAY);
  const card = effects.find((effect) => effect.kind === 'card');
  expect(card?.sections.every(({ items, empty }) => items.length === 0 && empty !== '')).toBe(true);
  expect(summary).toBe('0 paiement à sauver.');
});

test('one message an invoice that can still be saved, by the night, with its text', () => {
  const prepared = night(
    shop([
      invoice('in_1', { graceUntil: '2026-11-25', recovery: 'grace' }),
      invoice('in_2', { graceUntil: '2026-11-20', recovery: 'overdue' }),
      invoice('in_3', { status: 'paid', recovery: 'recovered' }),
    ]),
  );
  expect(
    rowsAsText(prepared.repliesSent.rows, 'key', 'customerId', 'subscriptionId', 'status', 'recipient', 'body'),
  ).toEqual(['in_1/REP-ECHEC | CLI-000001 | sub_1 | prepared | camille@example.org | -']);
  const { changes, problems } = planFillPrepared(contextOn(prepared, TODAY), { mirrorOn: TODAY });
  expect(problems).toEqual([]);
  expect(applyChanges(prepared, changes, fr).repliesSent.rows[0]).toMatchObject({
    subject: 'Votre paiement de 18 €',
    body: 'Bonjour Camille, actif jusqu’au 25/11/2026.',
  });
});

describe('a message that was not sent', () => {
  const reply = (status: 'prepared' | 'sent') =>
    ({
      id: 'ENV-000001',
      key: 'in_1/REP-ECHEC',
      templateId: 'REP-ECHEC',
      customerId: 'CLI-000001',
      channel: 'email',
      status,
      preparedAt: '2026-11-19T03:00:00',
    }) as const;
  test.each<[string, 'prepared' | 'sent', Invoice, string]>([
    ['stays while the payment can be saved', 'prepared', { recovery: 'grace' }, 'prepared'],
    ['is dropped once it came in', 'prepared', { status: 'paid', recovery: 'recovered' }, 'voided'],
    ['is dropped once it is lost', 'prepared', { status: 'void', recovery: 'lost' }, 'voided'],
    ['is dropped after the grace that it announces', 'prepared', { recovery: 'overdue' }, 'voided'],
    ['but what was sent is sent', 'sent', { status: 'paid', recovery: 'recovered' }, 'sent'],
  ])('%s', (_, status, over, expected) => {
    const after = night(
      shop([invoice('in_1', { graceUntil: '2026-11-25', ...over })], { repliesSent: [reply(status)] }),
    );
    expect(after.repliesSent.rows.map((row) => row.status)).toEqual([expected]);
  });
});

test('a text that was written by hand is never replaced; one that lacks a value says which cell', () => {
  const base = {
    templateId: 'REP-ECHEC',
    customerId: 'CLI-000001',
    channel: 'email',
    preparedAt: '2026-11-19T03:00:00',
  } as const;
  const workbook = workbookOf(
    shop([invoice('in_1', { graceUntil: '2026-11-25', recovery: 'grace' }), invoice('in_2', { recovery: 'grace' })], {
      repliesSent: [
        { ...base, id: 'ENV-000001', key: 'in_1/REP-ECHEC', status: 'prepared', body: 'Écrit à la main' },
        { ...base, id: 'ENV-000002', key: 'in_2/REP-ECHEC', status: 'prepared' },
        { ...base, id: 'ENV-000003', key: 'in_1/REP-ECHEC/2', status: 'voided' },
      ],
    }),
  );
  const { changes, problems } = planFillPrepared(contextOn(workbook, TODAY), { mirrorOn: TODAY });
  expect(changes).toEqual([]);
  expect(problems.map(({ at }) => at?.id)).toEqual(['ENV-000002']);
  expect(problems[0]?.params.why).toContain('onglet « Factures »');
});
