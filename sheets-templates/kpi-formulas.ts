// The KPI tab's formulas: the target comes from Réglages, the state compares the value with it in words.
import type { KpiDefinition } from '#lib/tables/kpi-definitions.ts';
import type { Words } from '#lib/text/words.ts';
import type { FormulaOf } from './live-formula.ts';

const comparison = { above: '>', below: '<', at_most: '<=' } as const;

export function kpiFormulas(definition: KpiDefinition, words: Words): Readonly<Record<string, FormulaOf>> {
  const [reached, missed, none] = (['reached', 'missed', 'no_value'] as const).map(words.choiceLabel);
  const sign = comparison[definition.rule];
  return {
    target: (s) => {
      const found = `MATCH("${definition.target}";${s.column('settings', 'id')};0)`;
      return `=IFERROR(INDEX(${s.column('settings', 'value')};${found});"")`;
    },
    state: (s) => {
      const [value, target] = [s.cell('value'), s.cell('target')];
      return `=IF(OR(${value}="";${target}="");"${none}";IF(${value}${sign}${target};"${reached}";"${missed}"))`;
    },
  };
}
