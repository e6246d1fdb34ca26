// Shows what a figure is made of: its two numbers, its details, and the rows behind it, each a click away. It writes nothing.
import { type ActionPlan, type CardItem, type CardSection, defineAction, type Selection } from '#lib/actions/action.ts';
import { refusedPlan } from '#lib/actions/action-plan.ts';
import { choiceField, type FieldOption } from '#lib/actions/field.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { showCell } from '#lib/changes/preview.ts';
import { problem } from '#lib/kernel/problem.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { type FigureId, type KpiId, kpiDefinitions, moneyParts } from '#lib/tables/kpi-definitions.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import { computeKpis, kpiSources } from './compute-kpis.ts';
import type { KpiFigure, RowGroup } from './kpi-figure.ts';
import { subjectLabel } from './plan-kpi.ts';

export const showKpiRowsAction = defineAction({
  id: 'show-kpi-rows',
  menu: 'figures',
  startsFrom: ['kpi'],
  reads: ['kpi', ...kpiSources],
  appends: [],
  fields: { kpiId: choiceField({ required: true }) },
  isReading: true,
  prepare(context, selection) {
    const selected = selectedKpi(selection);
    return { ...(selected === null ? {} : { initial: { kpiId: selected } }), options: { kpiId: kpiOptions(context) } };
  },
  plan: (context, { kpiId }): ActionPlan => planShowKpiRows(context, kpiId),
});

function selectedKpi(selection: Selection | null): string | null {
  return selection?.table === 'kpi' && selection.id in kpiDefinitions ? selection.id : null;
}

/** As the tab calls them; people may have renamed them. */
function kpiOptions({ workbook }: PlanContext): FieldOption[] {
  return (Object.keys(kpiDefinitions) as KpiId[]).map((id) => ({
    value: id,
    label: workbook.kpi.byId.get(id)?.name ?? id,
  }));
}

function planShowKpiRows(context: PlanContext, kpiId: string): ActionPlan {
  const { workbook, words } = context;
  const figures = computeKpis(context).filter(({ id }) => id === kpiId);
  const whole = figures.find(({ subject }) => subject === null);
  if (whole === undefined) return refusedPlan(problem('kpiUnknown', { id: kpiId }));
  const row = workbook.kpi.byId.get(kpiId);
  const title = row?.name ?? kpiId;
  const sections: CardSection[] = [
    calculation(context, whole, row?.definition ?? null),
    ...detailsOf(context, figures),
    ...whole.behind.map((group) => rowsOf(context, group)),
  ];
  const summary = words.kpiSamples.shown({ name: title, value: shownValue(context, whole), sample: whole.sample });
  return { changes: [], problems: [], refusals: [], summary, effects: [{ kind: 'card', title, sections }] };
}

function calculation(context: PlanContext, figure: KpiFigure, definition: string | null): CardSection {
  const { cards } = context.words.kpiSamples;
  const items: CardItem[] = [{ label: cards.value, value: shownValue(context, figure) }];
  if (figure.numerator !== null && figure.denominator !== null) {
    items.push({ label: cards.numerator, value: shownPart(context, figure.id, figure.numerator) });
    items.push({ label: cards.denominator, value: shownPart(context, figure.id, figure.denominator) });
  }
  items.push({ label: cards.sample, value: figure.sample });
  if (definition !== null) items.push({ label: cards.definition, value: definition });
  return { title: cards.calculation, items, empty: '' };
}

function detailsOf(context: PlanContext, figures: readonly KpiFigure[]): CardSection[] {
  const { words } = context;
  const items = figures.flatMap((figure): CardItem[] => {
    const { subject } = figure;
    if (subject === null) return [];
    const row = subject.kind === 'product' ? { row: { table: 'products', id: subject.id } as const } : {};
    return [{ label: subjectLabel(subject, words.choiceLabel), value: shownValue(context, figure), ...row }];
  });
  return items.length === 0 ? [] : [{ title: words.kpiSamples.cards.details, items, empty: '' }];
}

/** More would fill the sidebar without being read; the rest is counted. */
const ROWS_SHOWN = 100;

/** What tells a row from its neighbours, besides its id. */
const TELLING: Readonly<Partial<Record<TableKey, readonly string[]>>> = {
  movements: ['on', 'kind', 'quantity'],
  lines: ['orderId', 'productId', 'quantity'],
  tickets: ['receivedAt', 'channel', 'csat', 'nps'],
  invoices: ['number', 'firstFailedOn', 'paidOn'],
  facts: ['customerId', 'on'],
  subscriptions: ['customerId', 'status'],
  shipments: ['orderId', 'shippedOn', 'deliveredOn', 'errorKind', 'costCents'],
};

function rowsOf({ workbook, words }: PlanContext, { table, part, ids }: RowGroup): CardSection {
  const state: TableState = workbook[table];
  const { cards, behind } = words.kpiSamples;
  const latest = ids.slice(-ROWS_SHOWN).reverse();
  const items = latest.map((id): CardItem => {
    const row = state.byId.get(id);
    const raw = row === undefined ? {} : state.rawOf(row.rowIndex);
    const telling = (TELLING[table] ?? []).flatMap((name) => {
      const column = state.table.columns[name];
      const shown = column === undefined ? '' : showCell(column.type, raw[name] ?? null, words);
      return shown === '' ? [] : [shown];
    });
    return { label: id, value: telling.join(' · '), row: { table, id } };
  });
  const left = ids.length - latest.length;
  if (left > 0) items.push({ label: cards.more, value: words.formatNumber(left) });
  return { title: behind({ tab: state.title, part, count: ids.length, ids: [] }), items, empty: cards.noRows };
}

function shownValue({ words }: PlanContext, { id, value }: KpiFigure): string {
  if (value === null) return words.choiceLabel('no_value');
  return kpiDefinitions[id as KpiId].isShare ? words.formatPercent(value) : words.formatNumber(value);
}

function shownPart({ words }: PlanContext, id: FigureId, part: number): string {
  return moneyParts.has(id) ? words.formatEuros(Math.round(part)) : words.formatNumber(part, 1);
}
