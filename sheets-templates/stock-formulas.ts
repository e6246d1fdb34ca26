// The Stock tab's formulas, one product a row, in the order of Produits. Definitions that lib must share:
// available = what lies in lots on sale, received and not past their date − what is reserved there; incoming = ordered and
// sent, less received; cover = available ÷ weekly demand; cash = on hand × the lot's cost. A date of today can still be sold.
import { FIRST_DATA_ROW_INDEX } from '#lib/tables/definition/table.ts';
import type { ChoiceCode, Words } from '#lib/text/words.ts';
import type { FormulaOf, FormulaScope } from './live-formula.ts';

const FIRST_ROW = FIRST_DATA_ROW_INDEX + 1;

export function stockFormulas(words: Words): Readonly<Record<string, FormulaOf>> {
  const label = (code: ChoiceCode) => `"${words.choiceLabel(code)}"`;
  return {
    id: (s) => shownFrom(s, 'id'),
    name: (s) => ifProduct(s, `INDEX(${s.column('products', 'name')};${s.row})`),
    model: (s) => ifProduct(s, `INDEX(${s.column('products', 'model')};${s.row})`),
    onHand: (s) => ifProduct(s, lotSum(s, 'onHand')),
    reserved: (s) => ifProduct(s, lotSum(s, 'reserved')),
    available: (s) => {
      // Few products have lots: the others are spared the arrays.
      const sums = `SUMPRODUCT(${sellable(s, label)};${s.column('lots', 'onHand')})-SUMPRODUCT(${sellable(s, label)};${s.column('lots', 'reserved')})`;
      return ifProduct(s, `IF(COUNTIFS(${lotsOf(s)})=0;0;${sums})`);
    },
    incoming: (s) =>
      ifProduct(s, [...purchased(s, label('sent')), ...purchased(s, label('partly_received'))].join('').slice(1)),
    targetStock: (s) => shownFrom(s, 'targetStock'),
    reorderPoint: (s) => shownFrom(s, 'reorderPoint'),
    weeklyDemand: (s) => shownFrom(s, 'weeklyDemand'),
    coverWeeks: (s) => {
      const demand = s.cell('weeklyDemand');
      return `=IF(OR(${s.cell('id')}="";${demand}="";${demand}=0);"";${s.cell('available')}/${demand})`;
    },
    nextBestBeforeOn: (s) => {
      const dated = `${lotsOf(s)};${s.column('lots', 'onHand')};">0";${s.column('lots', 'bestBeforeOn')};">0"`;
      const first = `MINIFS(${s.column('lots', 'bestBeforeOn')};${dated})`;
      return ifProduct(s, `IF(COUNTIFS(${dated})=0;"";${first})`);
    },
    valueCents: (s) => {
      const isProduct = `(${s.column('lots', 'productId')}=${s.cell('id')})*1`;
      return ifProduct(
        s,
        `SUMPRODUCT(${isProduct};${s.column('lots', 'onHand')};${s.column('lots', 'unitCostCents')})`,
      );
    },
    totalValueCents: (s) => (s.row <= FIRST_ROW ? `=SUM(${s.column('stock', 'valueCents')})` : '=""'),
    state: (s) => stateFormula(s, label),
  };
}

function stateFormula(s: FormulaScope, label: (code: ChoiceCode) => string): string {
  const active = `INDEX(${s.column('products', 'active')};${s.row})`;
  const [available, incoming, point] = [s.cell('available'), s.cell('incoming'), s.cell('reorderPoint')];
  const cases: readonly (readonly [string, ChoiceCode])[] = [
    // Not NOT(): a word typed there instead of a tick would make an error of the state.
    [`AND(${active}<>"";${active}=FALSE)`, 'inactive'],
    [`${s.cell('model')}=${label('dropship')}`, 'at_partner'],
    [`${available}<=0`, 'out_of_stock'],
    [`AND(${point}<>"";${available}+${incoming}<=${point})`, 'to_reorder'],
    [`${incoming}>0`, 'on_order'],
  ];
  const nested = cases.reduceRight((rest, [test, code]) => `IF(${test};${label(code)};${rest})`, label('enough'));
  return ifProduct(s, nested);
}

/** What Produits holds in the same row, blank when blank (INDEX alone would give 0). */
function shownFrom(s: FormulaScope, name: string): string {
  const source = `INDEX(${s.column('products', name)};${s.row})`;
  return `=IFERROR(IF(${source}="";"";${source});"")`;
}

function ifProduct(s: FormulaScope, expression: string): string {
  return `=IF(${s.cell('id')}="";"";${expression})`;
}

const lotsOf = (s: FormulaScope) => `${s.column('lots', 'productId')};${s.cell('id')}`;

const lotSum = (s: FormulaScope, name: string) => `SUMIFS(${s.column('lots', name)};${lotsOf(s)})`;

/**
 * One a lot that a customer may still get, 0 another: on sale, received, in date. The label of a month or a year needs no
 * look at its precision: receiving writes down the last day of its period.
 */
function sellable(s: FormulaScope, label: (code: ChoiceCode) => string): string {
  const column = (name: string) => s.column('lots', name);
  const status = `((${column('status')}=${label('available')})+(${column('status')}=${label('exhausted')}))`;
  const date = column('bestBeforeOn');
  const inDate = `((${date}="")+(${date}>=TODAY()))`;
  return `(${column('productId')}=${s.cell('id')})*${status}*(${column('receivedOn')}<=TODAY())*${inDate}`;
}

function purchased(s: FormulaScope, status: string): string[] {
  const rows = `${s.column('purchases', 'productId')};${s.cell('id')};${s.column('purchases', 'status')};${status}`;
  const sum = (name: string) => `SUMIFS(${s.column('purchases', name)};${rows})`;
  return [`+${sum('quantity')}`, `-${sum('receivedQuantity')}`];
}
