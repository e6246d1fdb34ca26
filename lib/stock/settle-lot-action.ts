// The form that settles a lot whose cells disagree with its movements: the lots found by the audit, with what each side says.
import { defineAction } from '#lib/actions/action.ts';
import { integerField, rowField, textField } from '#lib/actions/field.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import { findLotDifferences, lotDifferenceProblems } from './find-lot-differences.ts';
import { lotOptions, selectedId } from './form-options.ts';
import { planSettleLot } from './plan-settle-lot.ts';

export const settleLotAction = defineAction({
  id: 'settle-lot',
  menu: 'stock',
  startsFrom: ['lots'],
  reads: ['lots', 'lines', 'movements', 'products', 'hubs'],
  appends: [],
  fields: {
    lotId: rowField('lots', { required: true }),
    counted: integerField({ required: true, min: 0 }),
    reason: textField({ required: true }),
  },
  prepare: (context, selection) => {
    const { workbook, words } = context;
    const differences = findLotDifferences(workbook);
    const differing = new Set(differences.map(({ lot }) => lot.id));
    const lotId = selectedId(selection, 'lots') ?? differences[0]?.lot.id ?? null;
    const lot = lotId === null ? undefined : workbook.lots.byId.get(lotId);
    return {
      // The cell is what a person typed last: it is the likelier count.
      initial: lot === undefined ? {} : { lotId: lot.id, counted: Math.max(0, lot.onHand) },
      options: { lotId: lotOptions(context, ({ id }) => differing.has(id)) },
      hints: lotDifferenceProblems(workbook).map((found) => messageOf(found, words)),
    };
  },
  plan: planSettleLot,
});
