// The KPI tab and its history over several nights: a reading a day, written once, holes left open, trends against an earlier
// reading; and the two actions.
import { describe, expect, test } from 'vitest';
import type { ActionPlan } from '#lib/actions/action.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import type { Day } from '#lib/kernel/day.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import { planKpi } from '#lib/kpi/plan-kpi.ts';
import { showKpiRowsAction } from '#lib/kpi/show-kpi-rows-action.ts';
import { updateKpisAction } from '#lib/kpi/update-kpis-action.ts';
import { type KpiId, kpiDefinitions } from '#lib/tables/kpi-definitions.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { raw, type TestRows, workbookOf } from '../../support/workbook-of.ts';
import { kpiContext, workedRows } from './worked-shop.ts';

const kpiRows: TestRows = {
  kpi: (Object.keys(kpiDefinitions) as KpiId[]).map((id) => ({
    id,
    group: kpiDefinitions[id].group,
    name: fr.kpiTexts[id].name,
    definition: fr.kpiTexts[id].definition,
  })),
};

const shopWith = (rows: TestRows = {}, without: Parameters<typeof workbookOf>[1] = []) =>
  workbookOf({ ...workedRows, ...kpiRows, ...rows }, without);

interface Night {
  readonly workbook: WorkbookState;
  readonly changes: number;
  readonly problems: readonly string[];
}

function night(workbook: WorkbookState, today: Day): Night {
  const plan = planKpi(kpiContext(workbook, today));
  return {
    workbook: applyChanges(workbook, plan.changes, fr),
    changes: plan.changes.length,
    problems: plan.problems.map((one) => messageOf(one, fr)),
  };
}

const drawRow = ({ kpi }: WorkbookState, id: KpiId) =>
  rowsAsText(
    kpi.rows.filter((row) => row.id === id),
    ...(['value', 'previousValue', 'trend', 'asOf'] as const),
  );
const drawReadings = ({ kpiHistory }: WorkbookState, kpiId: string) =>
  rowsAsText(
    kpiHistory.rows.filter((row) => row.kpiId === kpiId),
    ...(['id', 'subject', 'value', 'numerator', 'denominator', 'target'] as const),
  );

describe('a night', () => {
  const first = night(shopWith(), '2026-11-22');

  test('writes every figure of the tab as of the evening before', () => {
    expect(first.problems).toEqual([]);
    expect(rowsAsText(first.workbook.kpi.rows, 'id', 'value', 'trend', 'asOf')).toEqual([
      'rotation | 6.11305 | - | 2026-11-21',
      'stock_out | 0.137255 | - | 2026-11-21',
      'hero_margin | 0.529412 | - | 2026-11-21',
      'csat | 4 | - | 2026-11-21',
      'first_response_chat | 1 | - | 2026-11-21',
      'first_response_email | 3 | - | 2026-11-21',
      'first_contact | 0.5 | - | 2026-11-21',
      'nps | 25 | - | 2026-11-21',
      'recovery | 0.333333 | - | 2026-11-21',
      'yearly_conversion | 0.25 | - | 2026-11-21',
      'portal_adoption | 0.5 | - | 2026-11-21',
      'hub_delay | 1.5 | - | 2026-11-21',
      'dropship_delay | 3.5 | - | 2026-11-21',
      'error_rate | 0.25 | - | 2026-11-21',
      'fulfilment_cost | 0.102273 | - | 2026-11-21',
    ]);
  });

  test('keeps one reading a figure and detail, amounts in euros, and none for what has no value', () => {
    expect(drawReadings(first.workbook, 'rotation')).toEqual([
      'rotation/2026-11-21 | - | 6.11305 | 187.71 | 30.71 | 8',
      'rotation/MIEL/2026-11-21 | MIEL | 6.11305 | 187.71 | 30.71 | 8',
    ]);
    expect(drawReadings(first.workbook, 'first_response')).toEqual([
      'first_response/2026-11-21 | - | 2 | 8 | 4 | -',
      'first_response/chat/2026-11-21 | chat | 1 | 2 | 2 | -',
      'first_response/email/2026-11-21 | e-mail | 3 | 6 | 2 | -',
    ]);
  });

  test('says in a cell which rows are behind, the latest first', () => {
    const behind = (id: KpiId) => first.workbook.kpi.byId.get(id)?.behind?.replace(/\s/g, ' ');
    expect(behind('error_rate')).toBe('Expéditions (1) : EXP-C Expéditions, ensemble (4) : EXP-E, EXP-D, EXP-C, EXP-B');
  });

  test('planned again, writes nothing', () => {
    expect(night(first.workbook, '2026-11-22').changes).toBe(0);
  });

  test('corrected rows change the tab and never a reading that was written', () => {
    const tickets = first.workbook.tickets.rows.map((row) => (row.id === 'TIC-1' ? { ...row, csat: 2 } : row));
    const { kpi, kpiHistory } = first.workbook;
    const corrected = night(shopWith({ tickets, kpi: kpi.rows, kpiHistory: kpiHistory.rows }), '2026-11-22');
    expect(drawRow(corrected.workbook, 'csat')).toEqual(['3 | - | - | 2026-11-21']);
    expect(drawReadings(corrected.workbook, 'csat')).toEqual(drawReadings(first.workbook, 'csat'));
  });

  test('a reading that was undone is filled again', () => {
    const kpiHistory = first.workbook.kpiHistory.rows.map((row) => ({ ...row, value: null, numerator: null }));
    const again = night(shopWith({ kpiHistory }), '2026-11-22');
    expect(drawReadings(again.workbook, 'nps')).toEqual(drawReadings(first.workbook, 'nps'));
  });
});

describe('nights that did not run', () => {
  const reading = (id: KpiId, on: Day, value: number) => ({ id: `${id}/${on}`, kpiId: id, on, value });
  const history = (...rows: NonNullable<TestRows['kpiHistory']>) => shopWith({ kpiHistory: rows });

  test('stay holes: only the evening before is read', () => {
    const before = history(reading('nps', '2026-11-10', 20));
    expect(
      night(before, '2026-11-22')
        .workbook.kpiHistory.rows.map(({ on }) => on)
        .filter((on) => on !== '2026-11-21'),
    ).toEqual(['2026-11-10']);
  });

  /** The NPS is 25 on 21 November: earlier readings → value | previous | trend | as of. */
  test.each<[string, readonly (readonly [Day, number])[], string]>([
    ['the reading of seven days before', [['2026-11-14', 20]], '25 | 20 | rising | 2026-11-21'],
    [
      'the latest at least seven days old',
      [
        ['2026-11-05', 10],
        ['2026-11-11', 40],
        ['2026-11-18', 0],
      ],
      '25 | 40 | falling | 2026-11-21',
    ],
    ['one that shows the same', [['2026-11-14', 25.04]], '25 | 25.04 | steady | 2026-11-21'],
    ['nothing when all are too recent', [['2026-11-15', 20]], '25 | - | - | 2026-11-21'],
    ['nothing when all are older than the period', [['2026-10-21', 20]], '25 | - | - | 2026-11-21'],
  ])('the trend compares with %s', (_, readings, expected) => {
    const rows = readings.map(([on, value]) => reading('nps', on, value));
    expect(drawRow(night(history(...rows), '2026-11-22').workbook, 'nps')).toEqual([expected]);
  });

  test('a detail of a figure is not its earlier value', () => {
    const rows = [{ ...reading('nps', '2026-11-14', 99), id: 'nps/chat/2026-11-14', subject: 'chat' }];
    expect(drawRow(night(history(...rows), '2026-11-22').workbook, 'nps')).toEqual(['25 | - | - | 2026-11-21']);
  });
});

describe('a tab that people changed', () => {
  test('a row that is gone is said, the others are written', () => {
    const { problems, workbook } = night(shopWith({ kpi: (kpiRows.kpi ?? []).slice(1) }), '2026-11-22');
    expect(problems).toEqual([
      'l’indicateur « rotation » n’a plus de ligne dans l’onglet « KPI » : sa valeur n’est écrite nulle part. Lancez « ops init », qui remet la ligne.',
    ]);
    expect(drawRow(workbook, 'csat')).toEqual(['4 | - | - | 2026-11-21']);
  });

  test('a row with a bad cell has its own Problem and is left alone', () => {
    const [rotation, ...rest] = kpiRows.kpi ?? [];
    const { problems } = night(shopWith({ kpi: [{ ...rotation, group: raw('au hasard') }, ...rest] }), '2026-11-22');
    expect(problems).toEqual([]);
  });

  test.each([['kpi'], ['kpiHistory']] as const)('without the tab %s nothing is written', (key) => {
    expect(night(shopWith({}, [key]), '2026-11-22').changes).toBe(0);
  });

  test('a period set to another length is the one looked at', () => {
    const settings = [{ id: 'kpi.windowDays', value: raw(7) }];
    const { workbook } = night(shopWith({ settings }), '2026-11-22');
    expect(workbook.kpi.byId.get('csat')?.sample).toBe('2 notes du 15/11/2026 au 21/11/2026.');
  });

  test('a shop of many rows keeps the cell short', () => {
    const tickets = Array.from({ length: 6000 }, (_, index) => ({
      id: `TIC-${String(index).padStart(6, '0')}`,
      ...({ receivedAt: '2026-11-16T10:00:00', channel: 'chat', status: 'resolved', csat: 5 } as const),
    }));
    const { workbook } = night(shopWith({ tickets }), '2026-11-22');
    const behind = workbook.kpi.byId.get('csat')?.behind ?? '';
    expect(behind).toMatch(/^Tickets \(6\s000\) : TIC-005999, TIC-005998, .* et 5\s980 autres$/);
    expect(behind.length).toBeLessThan(500);
  });
});

describe('the actions', () => {
  const meta = { actionId: 'act-1', who: 'ines@example.com' };
  const done = night(shopWith(), '2026-11-22').workbook;
  const update = (workbook: WorkbookState): ActionPlan => updateKpisAction.plan(kpiContext(workbook), {}, meta);
  const show = (workbook: WorkbookState, kpiId: string): ActionPlan =>
    showKpiRowsAction.plan(kpiContext(workbook), { kpiId }, meta);
  const refusals = (plan: ActionPlan) => plan.refusals.map((one) => messageOf(one, fr));

  test('updating writes what the night writes, under its own name', () => {
    const plan = update(shopWith());
    const after = applyChanges(shopWith(), plan.changes, fr);
    expect(plan.summary).toBe('15 indicateurs mesurés au 21/11/2026.');
    expect(after.kpi.rows).toEqual(done.kpi.rows);
    expect(after.kpiHistory.rows).toEqual(done.kpiHistory.rows.map((row) => ({ ...row, actionId: 'act-1' })));
  });

  test('an empty shop is told how much cannot be measured', () => {
    expect(update(workbookOf(kpiRows)).summary).toBe('0 indicateur mesuré au 21/11/2026, 15 sans mesure.');
  });

  test.each<[string, () => ActionPlan, string]>([
    [
      'nothing to update',
      () => update(done),
      'Les indicateurs sont à jour au 21/11/2026 : ils comptent des jours complets, jusqu’à la veille.',
    ],
    [
      'no KPI tab',
      () => update(shopWith({}, ['kpi'])),
      'l’onglet « KPI » ne peut pas être lu : rien n’est enregistré. Restaurez-le par Fichier › Historique des versions, ou lancez « ops init ».',
    ],
    [
      'an unknown figure',
      () => show(done, 'humeur'),
      '« humeur » n’est pas un indicateur de ce programme. Choisissez-en un dans la liste.',
    ],
  ])('refused: %s', (_, plan, expected) => {
    expect(refusals(plan())).toEqual([expected]);
  });

  test('showing gives the calculation, the details and the rows, each to go to', () => {
    const plan = show(done, 'hero_margin');
    expect(plan.changes).toEqual([]);
    expect(plan.summary.replace(/\s/g, ' ')).toMatch(/^Marge brute des produits phares : 52,9 %\. 2 lignes expédiées/);
    const [card] = plan.effects;
    if (card?.kind !== 'card') throw new Error('no card');
    const drawn = card.sections.flatMap(({ title, items }) => [
      title,
      ...items
        .filter(({ label }) => label !== 'Base de calcul' && label !== 'Définition')
        .map(({ label, value, row }) => `  ${label} : ${value}${row === undefined ? '' : ` → ${row.table}`}`),
    ]);
    expect(drawn.map((line) => line.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
      'Le calcul',
      '  Valeur : 52,9 %',
      '  Numérateur : 36,00 €',
      '  Dénominateur : 68,00 €',
      'Dans le détail',
      '  MIEL : 60 % → products',
      '  SAVON : 33,3 % → products',
      'Lignes (2)',
      '  LIG-C : CMD-C · SAVON · 5 → lines',
      '  LIG-B : CMD-B · MIEL · 6 → lines',
    ]);
  });

  test('the selected row of the KPI tab is the one shown', () => {
    const prepared = showKpiRowsAction.prepare(kpiContext(done), { table: 'kpi', id: 'nps' }, null);
    expect(prepared.initial).toEqual({ kpiId: 'nps' });
    expect(prepared.options?.kpiId).toContainEqual({ value: 'nps', label: 'Recommandation (NPS)' });
    expect(showKpiRowsAction.prepare(kpiContext(done), null, null).initial).toBeUndefined();
  });
});
