// The download opens in LibreOffice with the values, formulas and rules that the workbook has.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportXlsx } from '#local/web/export-xlsx.ts';
import { startWorld, type World } from '#local/world/start-world.ts';
import { recalculate } from '#test/support/recalculate.ts';
import { systemProgram } from '#test/support/system-packages.ts';

const folder = mkdtempSync(join(tmpdir(), 'ops-xlsx-'));
let world: World;
let file: Uint8Array;

const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });
const number = (numberValue: number, pattern = '') => ({
  userEnteredValue: { numberValue },
  ...(pattern && { userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern } } }),
});
const formula = (formulaValue: string) => ({ userEnteredValue: { formulaValue } });
const column = (index: number) => ({
  sheetId: 0,
  startRowIndex: 0,
  endRowIndex: 3,
  startColumnIndex: index,
  endColumnIndex: index + 1,
});

const otherConditions = [['TEXT_CONTAINS', 'miel'], ['NOT_BLANK'], ['NUMBER_BETWEEN', '2', '5']] as const;

beforeAll(async () => {
  world = await startWorld({ folder: null, startMs: Date.parse('2026-11-20T02:00:00Z') });
  const rows = [
    { values: [text('Produit'), text('Prix'), text('Jour'), text('Total')] },
    { values: [text('007'), number(12.5, '#,##0.00 [$€]'), number(46_346, 'dd/mm/yyyy'), formula('=SUM(B2:B3)')] },
    { values: [text('=1+1'), number(3), number(46_347, 'dd/mm/yyyy'), formula('=IF(B3>2;"oui";"non")')] },
    { values: [formula('=ARRAYFORMULA(B2:B3*2)')] },
  ];
  const condition = { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'a' }, { userEnteredValue: 'b' }] };
  const coloured = {
    condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=$B1>2' }] },
    format: { backgroundColorStyle: { rgbColor: { red: 1 } } },
  };
  const source = (index: number) => ({ sourceRange: { sources: [column(index)] } });
  const basic = (chartType: string) => ({
    title: chartType,
    basicChart: {
      chartType,
      headerCount: 1,
      legendPosition: 'TOP_LEGEND',
      axis: [
        { position: 'BOTTOM_AXIS', title: 'en bas' },
        { position: 'LEFT_AXIS', title: 'à gauche' },
      ],
      domains: [{ domain: source(0) }],
      series: [{ series: source(1) }],
    },
  });
  const pie = (title: string, pieHole: number) => ({
    title,
    pieChart: { pieHole, legendPosition: 'RIGHT_LEGEND', domain: source(0), series: source(1) },
  });
  const specs = [basic('COLUMN'), basic('LINE'), basic('BAR'), pie('PIE', 0), pie('DONUT', 0.5)];
  world.sheets.session.commit({
    kind: 'batchUpdate',
    requests: [
      {
        updateCells: {
          start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
          rows,
          fields: 'userEnteredValue,userEnteredFormat',
        },
      },
      { setDataValidation: { range: { ...column(5) }, rule: { condition, strict: true, showCustomUi: true } } },
      { addConditionalFormatRule: { rule: { ranges: [column(1)], booleanRule: coloured }, index: 0 } },
      ...otherConditions.map(([type, ...values]) => ({
        addConditionalFormatRule: {
          rule: {
            ranges: [column(1)],
            booleanRule: {
              condition: { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) },
              format: { textFormat: { bold: true } },
            },
          },
          index: 1,
        },
      })),
      ...specs.map((spec, index) => ({
        addChart: {
          chart: {
            spec,
            position: { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 5 + 20 * index, columnIndex: 0 } } },
          },
        },
      })),
    ],
  });
  file = await exportXlsx(world.sheets.session);
  writeFileSync(join(folder, 'workbook.xlsx'), file);
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

it('keeps values, formulas with what they show, validation, conditional formats and charts', async () => {
  const [sheet] = (await readXlsx(file)).sheets;
  expect(sheet?.rows.slice(1, 3).map((row) => [row[0], row[1], row[3]])).toEqual([
    ['007', 12.5, 15.5],
    ['=1+1', 3, 'oui'],
  ]);
  expect([sheet?.cells?.get('1,3')?.formula, sheet?.cells?.get('2,3')?.formula]).toEqual([
    'SUM(B2:B3)',
    'IF(B3>2,"oui","non")',
  ]);
  expect(sheet?.dataValidations).toMatchObject([{ type: 'list', range: 'F1:F3', values: ['a', 'b'] }]);
  expect(sheet?.conditionalRules).toMatchObject([
    { type: 'expression', formula: '$B1>2', range: 'B1:B3' },
    { type: 'cellIs', operator: 'between', formula: ['2', '5'] },
    { type: 'expression', formula: 'LEN(TRIM(B1))>0' },
    { type: 'expression', formula: 'ISNUMBER(SEARCH("miel",B1))' },
  ]);
});

it('opens in LibreOffice', () => {
  const soffice = systemProgram('libreoffice');
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const to = [
    '--headless',
    '--convert-to',
    'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true',
    '--outdir',
    folder,
  ];
  const { status } = spawnSync(soffice, [profile, ...to, join(folder, 'workbook.xlsx')], { stdio: 'ignore' });
  expect(status).toBe(0);
  const lines = readFileSync(join(folder, 'workbook.csv'), 'utf8').trim().split('\n');
  expect(lines.map((line) => line.replace(/;+$/, ''))).toEqual([
    'Produit;Prix;Jour;Total',
    '007;12.50 €;20/11/2026;15.5',
    '=1+1;3;21/11/2026;oui',
    '25',
    '6',
  ]);
}, 90_000);

it('recalculated by LibreOffice, an array formula still fills its cells', async () => {
  const [sheet] = await recalculate(file);
  expect(sheet?.rows.slice(3, 5).map(([first]) => first)).toEqual([25, 6]);
}, 120_000);

it('has every chart with its titles, axes, legend and ranges', async () => {
  const [sheet] = (await readXlsx(file)).sheets;
  const lines = sheet?.charts?.map(({ kinds, title, axes, legend, series }) =>
    [kinds, title, axes?.x?.title, axes?.y?.title, legend, series?.[0]?.valuesRef, series?.[0]?.categoriesRef].join(
      ' | ',
    ),
  );
  const ranges = "'Feuille 1'!$B$2:$B$3 | 'Feuille 1'!$A$2:$A$3";
  const wholeRanges = "'Feuille 1'!$B$1:$B$3 | 'Feuille 1'!$A$1:$A$3";
  expect(lines).toEqual([
    `bar | COLUMN | en bas | à gauche | top | ${ranges}`,
    `line | LINE | en bas | à gauche | top | ${ranges}`,
    // Excel counts the categories' axis first, which bars have on their left.
    `bar | BAR | à gauche | en bas | top | ${ranges}`,
    `pie | PIE |  |  | right | ${wholeRanges}`,
    `doughnut | DONUT |  |  | right | ${wholeRanges}`,
  ]);
});
