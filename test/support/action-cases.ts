// What must be so before an action has something to do in the demo shop, and what no list of its form offers. Most actions
// need no case: test/apps-script/every-action.test.ts selects rows and picks options until the action agrees.
import type { RawInput } from '#lib/actions/screen.ts';
import { serialFromDay } from '#lib/kernel/day.ts';
import type { CellValue } from '#lib/tables/definition/column.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';

interface ActionCase {
  /** Columns that a person fills, wherever they hold something, before the action. */
  readonly typed?: readonly (readonly [TableKey, string, CellValue])[];
  /** Rows that no person types, at the end of their tab: column name → cell. */
  readonly added?: readonly (readonly [TableKey, Readonly<Record<string, CellValue>>])[];
  /** It cannot be taken back: its undo is refused. */
  readonly isFinal?: true;
  /** @param firstId gives the id of a tab's first row. */
  readonly given?: (firstId: (key: TableKey) => string) => RawInput;
}

/** They write nothing: what they give is printed or read. */
export const ONLY_SHOWS: ReadonlySet<string> = new Set([
  'print-pick-list',
  'print-packing-slips',
  'compare-reorder-policies',
  'show-forecast',
  'tickets-to-treat',
  'unanswered-questions',
  'points-statement',
  'export-person',
  'customer-card',
  'failed-payments',
  'show-kpi-rows',
]);

export const ACTION_CASES: Readonly<Record<string, ActionCase>> = {
  'propose-purchases': {
    typed: [
      ['lots', 'onHand', 0],
      ['purchases', 'status', fr.choiceLabel('voided')],
    ],
  },
  'open-stock-take': { typed: [['stockTakes', 'status', fr.choiceLabel('voided')]] },
  'settle-lot': { typed: [['lots', 'onHand', 7]] },
  'prepare-delay-replies': { typed: [['shipments', 'promisedOn', serialFromDay('2026-10-01')]] },
  'new-ticket': { given: () => ({ subject: 'Où est mon colis ?' }) },
  'record-survey': { given: () => ({ csat: '4' }) },
  'edit-template': { given: () => ({ subject: 'Ce que nous savons de votre commande' }) },
  // Invoices come with the first night, which this shop has not seen; the customer is not the one that is erased before.
  'prepare-failure-messages': {
    added: [
      [
        'invoices',
        {
          ...{ id: 'in_essai', customerId: 'CLI-000020', status: fr.choiceLabel('open'), attempts: 1 },
          ...{ createdOn: serialFromDay('2026-11-20'), graceUntil: serialFromDay('2026-11-27') },
          ...{ totalCents: 18, paidCents: 0, paidBackCents: 0, withheldCents: 0, recovery: fr.choiceLabel('grace') },
        },
      ],
    ],
  },
  'erase-person': {
    given: () => ({ customerId: 'CLI-000013', confirmation: 'CLI-000013' }),
    isFinal: true,
  },
  'import-orders': {
    given: (firstId) => ({
      text: `Référence;Client;SKU;Quantité\nWEB-1;${firstId('customers')};${firstId('products')};1`,
    }),
  },
};
