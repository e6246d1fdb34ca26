// How a row that an action appended is taken back: rows are never deleted. A ledger gets the opposite entry; any other row
// gets a status or a zero. A table without a rule cannot be undone (mirrors of Stripe: the next night writes them again).
import type { TableKey } from '#lib/tables/tables.ts';

export type UndoRule =
  /** Column values (decoded) that take the row out of use. */
  | { readonly kind: 'set'; readonly cells: Readonly<Record<string, unknown>> }
  /** A new ledger row: the same cells with these columns negated and those set; `link` names the row reversed. */
  | {
      readonly kind: 'reverse';
      readonly negated: readonly string[];
      readonly cells: Readonly<Record<string, unknown>>;
      readonly link: string;
    };

const voided: UndoRule = { kind: 'set', cells: { status: 'voided' } };

export const undoRules: Readonly<Partial<Record<TableKey, UndoRule>>> = {
  orders: voided,
  lines: voided,
  shipments: voided,
  purchases: voided,
  lots: { kind: 'set', cells: { status: 'voided', onHand: 0, reserved: 0 } },
  stockTakes: voided,
  tickets: voided,
  repliesSent: voided,
  incidents: voided,
  requests: { kind: 'set', cells: { status: 'withdrawn' } },
  // A reading without a value is none: the next one of the same day may fill it.
  kpiHistory: { kind: 'set', cells: { value: null, numerator: null, denominator: null, sample: null } },
  // So is a row of the review without a state; the comment beside it is the team's.
  weeklyReview: {
    kind: 'set',
    cells: {
      onHand: null,
      available: null,
      incoming: null,
      coverWeeks: null,
      sold: null,
      rotation: null,
      stockOutDays: null,
      marginRate: null,
      valueCents: null,
      nextBestBeforeOn: null,
      near60: null,
      near30: null,
      near14: null,
      suggestedQuantity: null,
      suggestion: null,
      state: null,
    },
  },
  pointLots: { kind: 'set', cells: { remaining: 0 } },
  movements: { kind: 'reverse', negated: ['quantity'], cells: { kind: 'reversal' }, link: 'reversesId' },
  points: { kind: 'reverse', negated: ['points'], cells: { kind: 'adjust' }, link: 'reason' },
};
