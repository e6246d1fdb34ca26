// Bands, protections, named ranges, filters, conditional formats and charts: added, changed by mask, deleted, refused.
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestSheet, refusalOf, spreadsheetId, type TestSheet } from '../open-test-sheet.ts';

let sheet: TestSheet;
const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 3 };
const below = { ...range, startRowIndex: 5, endRowIndex: 9 };
const red = { red: 1 };
const defaults = { fontName: 'Roboto', hiddenDimensionStrategy: 'SKIP_HIDDEN_ROWS_AND_COLUMNS' };
const rowProperties = {
  headerColor: red,
  headerColorStyle: { rgbColor: red },
  firstBandColor: { green: 1 },
  firstBandColorStyle: { rgbColor: { green: 1 } },
};
const bold = { textFormat: { bold: true } };
const isRule = (type: string, ...values: string[]): sheets_v4.Schema$ConditionalFormatRule => ({
  ranges: [range],
  booleanRule: {
    condition: { type, ...(values.length > 0 && { values: values.map((userEnteredValue) => ({ userEnteredValue })) }) },
    format: bold,
  },
});
const chart = {
  chartId: 7,
  spec: {
    ...defaults,
    title: 'Ventes',
    basicChart: { chartType: 'COLUMN', series: [{ series: { sourceRange: { sources: [range] } } }] },
  },
  position: {
    overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 1, columnIndex: 5 }, widthPixels: 400, heightPixels: 300 },
  },
};

async function tab(): Promise<sheets_v4.Schema$Sheet> {
  return (await sheet.api.get({ spreadsheetId })).data.sheets?.[0] ?? {};
}

beforeEach(async () => {
  sheet = await openTestSheet();
});

afterEach(() => sheet.server.close());

test('bands', async () => {
  await sheet.batch({ addBanding: { bandedRange: { bandedRangeId: 1, range, rowProperties } } });
  expect((await tab()).bandedRanges).toEqual([{ bandedRangeId: 1, range, rowProperties }]);
  await sheet.batch({ updateBanding: { bandedRange: { bandedRangeId: 1, range: below }, fields: 'range' } });
  expect((await tab()).bandedRanges).toEqual([{ bandedRangeId: 1, range: below, rowProperties }]);
  await sheet.batch({ deleteBanding: { bandedRangeId: 1 } });
  expect((await tab()).bandedRanges).toBeUndefined();
});

test('protections, of a range or of a sheet with holes', async () => {
  const whole = {
    protectedRangeId: 2,
    range: { sheetId: 0 },
    description: 'journal',
    warningOnly: true,
    unprotectedRanges: [range],
  };
  const [reply] = await sheet.batch(
    { addProtectedRange: { protectedRange: whole } },
    { addProtectedRange: { protectedRange: { range } } },
  );
  expect(reply?.addProtectedRange?.protectedRange).toEqual({ ...whole, requestingUserCanEdit: true });
  await sheet.batch({
    updateProtectedRange: { protectedRange: { protectedRangeId: 2, description: 'points' }, fields: 'description' },
  });
  expect((await tab()).protectedRanges?.map(({ description, warningOnly }) => [description, warningOnly])).toEqual([
    ['points', true],
    [undefined, undefined],
  ]);
  await sheet.batch({ deleteProtectedRange: { protectedRangeId: 2 } });
  expect((await tab()).protectedRanges).toHaveLength(1);
});

test('a protection that only warns has no editors', async () => {
  const editors = { users: ['a@example.org'] };
  const [warning, locked] = await sheet.batch(
    { addProtectedRange: { protectedRange: { range, warningOnly: true, editors } } },
    { addProtectedRange: { protectedRange: { range: below, editors } } },
  );
  expect(warning?.addProtectedRange?.protectedRange).not.toHaveProperty('editors');
  expect(locked?.addProtectedRange?.protectedRange).toMatchObject({ editors });
});

test('named ranges, read by name', async () => {
  await sheet.type("'Feuille 1'!A2", [['trouvé']]);
  await sheet.batch({ addNamedRange: { namedRange: { namedRangeId: 'n', name: 'bloc', range } } });
  expect(await sheet.read('bloc')).toEqual([['trouvé']]);
  await sheet.batch({ updateNamedRange: { namedRange: { namedRangeId: 'n', range: below }, fields: 'range' } });
  expect((await sheet.api.get({ spreadsheetId })).data.namedRanges).toEqual([
    { namedRangeId: 'n', name: 'bloc', range: below },
  ]);
  await sheet.batch({ deleteNamedRange: { namedRangeId: 'n' } });
  expect((await refusalOf(sheet.read('bloc'))).message).toBe('Unable to parse range: bloc');
});

test('conditional formats are a list addressed by place', async () => {
  await sheet.batch(
    { addConditionalFormatRule: { rule: isRule('NUMBER_GREATER', '1') } },
    { addConditionalFormatRule: { rule: isRule('TEXT_EQ', 'x'), index: 1 } },
    { addConditionalFormatRule: { rule: isRule('NOT_BLANK') } },
  );
  const types = async () => (await tab()).conditionalFormats?.map((rule) => rule.booleanRule?.condition?.type);
  expect(await types()).toEqual(['NOT_BLANK', 'NUMBER_GREATER', 'TEXT_EQ']);
  await sheet.batch({ updateConditionalFormatRule: { sheetId: 0, index: 2, newIndex: 0 } });
  expect(await types()).toEqual(['TEXT_EQ', 'NOT_BLANK', 'NUMBER_GREATER']);
  const [reply] = await sheet.batch({ updateConditionalFormatRule: { sheetId: 0, index: 1, rule: isRule('BLANK') } });
  expect(reply?.updateConditionalFormatRule).toEqual({
    newIndex: 1,
    newRule: isRule('BLANK'),
    oldRule: isRule('NOT_BLANK'),
  });
  await sheet.batch({ deleteConditionalFormatRule: { sheetId: 0, index: 0 } });
  expect(await types()).toEqual(['BLANK', 'NUMBER_GREATER']);
});

test('charts: the specification is replaced whole, the position by mask', async () => {
  const [reply] = await sheet.batch({ addChart: { chart } });
  expect(reply?.addChart?.chart).toEqual(chart);
  const spec = { ...defaults, pieChart: { series: { sourceRange: { sources: [below] } } } };
  await sheet.batch(
    { updateChartSpec: { chartId: 7, spec } },
    {
      updateEmbeddedObjectPosition: {
        objectId: 7,
        newPosition: { overlayPosition: { widthPixels: 200 } },
        fields: 'widthPixels',
      },
    },
  );
  const position = { overlayPosition: { ...chart.position.overlayPosition, widthPixels: 200 } };
  expect((await tab()).charts).toEqual([{ chartId: 7, spec, position }]);
  await sheet.batch({ deleteEmbeddedObject: { objectId: 7 } });
  expect((await tab()).charts).toBeUndefined();
});

test('one basic filter a sheet', async () => {
  await sheet.batch({ setBasicFilter: { filter: { range } } }, { setBasicFilter: { filter: { range: below } } });
  expect((await tab()).basicFilter).toEqual({ range: below });
  await sheet.batch({ clearBasicFilter: { sheetId: 0 } });
  expect((await tab()).basicFilter).toBeUndefined();
});

const outside = { ...range, endRowIndex: 1001 };
const banded = { bandedRange: { bandedRangeId: 1, range, rowProperties } };

test.each([
  [
    'a band over a band',
    [{ addBanding: banded }, { addBanding: { bandedRange: { range, rowProperties } } }],
    'already has alternating background colors',
  ],
  [
    'a band id in use',
    [{ addBanding: banded }, { addBanding: { bandedRange: { ...banded.bandedRange, range: below } } }],
    'A banded range with ID 1 already exists',
  ],
  ['a band without colours', [{ addBanding: { bandedRange: { range } } }], 'row_properties and column_properties'],
  [
    'a band outside the grid',
    [{ addBanding: { bandedRange: { range: outside, rowProperties } } }],
    'exceeds grid limits',
  ],
  ['an unknown band', [{ deleteBanding: { bandedRangeId: 9 } }], 'No banded range with ID: 9'],
  [
    'holes in a range',
    [{ addProtectedRange: { protectedRange: { range, unprotectedRanges: [range] } } }],
    'only be set on protected sheets',
  ],
  [
    'an unknown protection',
    [{ updateProtectedRange: { protectedRange: { protectedRangeId: 9 }, fields: 'range' } }],
    'No protected range with ID: 9',
  ],
  ['a name like a cell', [{ addNamedRange: { namedRange: { name: 'AB12', range } } }], 'Invalid name: AB12'],
  ['a name with a space', [{ addNamedRange: { namedRange: { name: 'a b', range } } }], 'Invalid name: a b'],
  [
    'a name in use',
    [{ addNamedRange: { namedRange: { name: 'a', range } } }, { addNamedRange: { namedRange: { name: 'A', range } } }],
    'A named range with name "A" already exists',
  ],
  [
    'a rule past the list',
    [{ addConditionalFormatRule: { rule: isRule('BLANK'), index: 3 } }],
    'index out of bounds: 3',
  ],
  [
    'a rule not for formats',
    [{ addConditionalFormatRule: { rule: isRule('ONE_OF_LIST', 'a') } }],
    'not supported for conditional formatting',
  ],
  [
    'a rule with too many values',
    [{ addConditionalFormatRule: { rule: isRule('NUMBER_EQ', '1', '2') } }],
    'requires 1 ConditionValues, but 2',
  ],
  [
    'a rule with a number format',
    [
      {
        addConditionalFormatRule: {
          rule: {
            ...isRule('BLANK'),
            booleanRule: { condition: { type: 'BLANK' }, format: { numberFormat: { type: 'DATE' } } },
          },
        },
      },
    ],
    "'numberFormat'",
  ],
  [
    'a rule without ranges',
    [{ addConditionalFormatRule: { rule: { ...isRule('BLANK'), ranges: [] } } }],
    'No ranges specified',
  ],
  [
    'an unknown rule',
    [{ deleteConditionalFormatRule: { sheetId: 0, index: 0 } }],
    'No conditional format on sheet: 0 at index: 0',
  ],
  [
    'a chart of two kinds',
    [{ addChart: { chart: { ...chart, spec: { ...chart.spec, pieChart: {} } } } }],
    'Exactly one kind of chart',
  ],
  [
    'a chart of cells outside',
    [{ addChart: { chart: { ...chart, spec: { pieChart: { series: { sourceRange: { sources: [outside] } } } } } } }],
    'exceeds grid limits',
  ],
  [
    'a chart anchored outside',
    [{ addChart: { chart: { ...chart, position: { overlayPosition: { anchorCell: { rowIndex: 2000 } } } } } }],
    'anchor cell is outside',
  ],
  [
    'a chart on its own sheet',
    [{ addChart: { chart: { ...chart, position: { newSheet: true } } } }],
    'does not implement charts on sheets of their own',
  ],
])('%s is refused', async (_, requests, message) => {
  const refusal = await refusalOf(sheet.batch(...(requests as sheets_v4.Schema$Request[])));
  expect(refusal).toMatchObject({ code: 400, message: expect.stringContaining(message) });
});
