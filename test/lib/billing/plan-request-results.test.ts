// What is written on Demandes once Stripe has answered, or has not.
import { expect, test } from 'vitest';
import type { DecidedRequest } from '#lib/billing/decide-request.ts';
import { planRequestResults, requestResult, type StripeAnswer } from '#lib/billing/plan-request-results.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { contextOn } from '../../support/billing-night.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { raw, type TestRow, workbookOf } from '../../support/workbook-of.ts';

type RequestRow = TestRow<WorkbookState['requests']['table']>;

const TODAY = '2026-11-22';
const queued = { id: 'DEM-000001', subscriptionId: 'sub_1', kind: 'pause', status: 'queued' } as const;
const call = { kind: 'pause_collection', subscriptionId: 'sub_1', resumesOn: '2027-02-22' } as const;
const toDo = { kind: 'do', call, text: 'En pause.', effectiveOn: TODAY } as const;

function write(row: RequestRow | null, decision: DecidedRequest['decision'], answer: StripeAnswer | null) {
  const request = workbookOf({ requests: [queued] }).requests.rows[0];
  if (request === undefined) throw new Error('the request row is not sound');
  const before = workbookOf({
    subscriptions: [{ id: 'sub_1', customerId: 'CLI-000001', status: 'active', startedOn: TODAY }],
    requests: row === null ? [] : [row],
  });
  const results = [requestResult({ request, decision }, answer, fr)];
  const planned = planRequestResults(contextOn(before, TODAY), results);
  const after = applyChanges(before, planned.changes, fr);
  expect(planRequestResults(contextOn(after, TODAY), results).changes).toEqual([]);
  return {
    ...planned,
    lines: rowsAsText(after.requests.rows, 'status', 'doneOn', 'effectiveOn', 'customerId', 'result'),
  };
}

test.each<[string, RequestRow, DecidedRequest['decision'], StripeAnswer | null, string]>([
  ['accepted', queued, toDo, { kind: 'accepted' }, 'done | 2026-11-22 | 2026-11-22 | CLI-000001 | En pause.'],
  [
    'refused by Stripe, an address in its words masked',
    queued,
    toDo,
    { kind: 'rejected', message: 'No such customer: zoe@example.com.' },
    'failed | 2026-11-22 | - | CLI-000001 | Stripe a refusé : No such customer: z…@example.com. Rien n’a été changé. Corrigez, puis remettez la demande « à faire ».',
  ],
  [
    'no answer: still to do',
    queued,
    toDo,
    { kind: 'unanswered' },
    `queued | - | - | CLI-000001 | ${fr.requestResults.unanswered}`,
  ],
  [
    'already so',
    queued,
    { kind: 'already', text: 'Déjà.', effectiveOn: null },
    null,
    'done | 2026-11-22 | - | CLI-000001 | Déjà.',
  ],
  ['refused here', queued, { kind: 'refuse', text: 'Non.' }, null, 'refused | 2026-11-22 | - | CLI-000001 | Non.'],
  [
    'withdrawn meanwhile, but done: the truth is written',
    { ...queued, status: 'withdrawn' },
    toDo,
    { kind: 'accepted' },
    'done | 2026-11-22 | 2026-11-22 | CLI-000001 | En pause.',
  ],
  [
    'withdrawn meanwhile, not done: stays withdrawn',
    { ...queued, status: 'withdrawn' },
    toDo,
    { kind: 'unanswered' },
    'withdrawn | - | - | - | -',
  ],
])('%s', (_, row, decision, answer, expected) => {
  expect(write(row, decision, answer).lines).toEqual([expected]);
});

test.each([
  ['gone', null],
  ['broken', { ...queued, status: raw('peut-être') }],
])('done, but its row is %s meanwhile: said as a Problem', (_, row) => {
  const { changes, problems } = write(row, toDo, { kind: 'accepted' });
  expect(changes).toEqual([]);
  expect(problems).toEqual([{ code: 'requestRowGone', params: { id: 'DEM-000001', result: 'En pause.' } }]);
});
