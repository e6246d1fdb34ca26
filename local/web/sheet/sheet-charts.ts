/** Embedded charts as the page's figures: column, bar, line, area, combo, scatter and pie charts over ranges; others are left out. */
import type { EmbeddedChart, GridRange, Sheet } from '../../sheets-server/workbook/workbook.ts';
import { rangeText } from './sheet-rules.ts';

type ChartData = { readonly sourceRange?: { readonly sources?: readonly GridRange[] | null } | null };

type BasicChart = NonNullable<NonNullable<EmbeddedChart['spec']>['basicChart']>;

const TYPES: Readonly<Record<string, string>> = {
  COLUMN: 'bar',
  BAR: 'bar',
  LINE: 'line',
  AREA: 'line',
  COMBO: 'combo',
  SCATTER: 'scatter',
};
const DEFAULT_WIDTH = 600;
const DEFAULT_HEIGHT = 371;

export function pageFigures(sheets: readonly Sheet[], sheet: Sheet): object[] {
  return sheet.charts.flatMap((chart) => {
    const definition = chartDefinition(sheets, chart);
    if (definition === undefined) return [];
    const position = chart.position?.overlayPosition;
    const id = `chart-${chart.chartId}`;
    return [
      {
        id,
        tag: 'chart',
        col: position?.anchorCell?.columnIndex ?? 0,
        row: position?.anchorCell?.rowIndex ?? 0,
        offset: { x: position?.offsetXPixels ?? 0, y: position?.offsetYPixels ?? 0 },
        width: position?.widthPixels ?? DEFAULT_WIDTH,
        height: position?.heightPixels ?? DEFAULT_HEIGHT,
        data: { chartId: id, ...definition },
      },
    ];
  });
}

function chartDefinition(sheets: readonly Sheet[], { spec }: EmbeddedChart): object | undefined {
  const basic = spec?.basicChart;
  const pie = spec?.pieChart;
  const legend = basic?.legendPosition ?? pie?.legendPosition ?? 'BOTTOM_LEGEND';
  const shared = {
    title: { text: spec?.title ?? '' },
    legendPosition: legend.startsWith('NO_') ? 'none' : legend.split('_')[0]?.toLowerCase(),
    dataSetStyles: {},
    humanize: true,
  };
  if (pie) {
    const dataSource = source(sheets, pie.domain, [pie.series], false);
    return { ...shared, type: 'pie', isDoughnut: Boolean(pie.pieHole), dataSource };
  }
  const type = TYPES[basic?.chartType ?? ''];
  if (!basic || type === undefined) return undefined;
  const series = (basic.series ?? []).map((entry) => entry.series);
  return {
    ...shared,
    type,
    horizontal: basic.chartType === 'BAR',
    stacked: basic.stackedType === 'STACKED',
    fillArea: basic.chartType === 'AREA',
    axesDesign: {
      x: { title: { text: axisTitle(basic, 'BOTTOM_AXIS') } },
      y: { title: { text: axisTitle(basic, 'LEFT_AXIS') } },
    },
    dataSource: source(sheets, basic.domains?.[0]?.domain, series, (basic.headerCount ?? 0) > 0),
  };
}

/** Empty when the axis has no title of its own. */
export function axisTitle({ axis }: BasicChart, position: 'BOTTOM_AXIS' | 'LEFT_AXIS'): string {
  return axis?.find((entry) => entry.position === position)?.title ?? '';
}

function source(
  sheets: readonly Sheet[],
  domain: ChartData | null | undefined,
  series: readonly (ChartData | null | undefined)[],
  hasTitle: boolean,
): object {
  const labelRange = rangeOf(sheets, domain);
  const dataSets = series.flatMap((data, index) => {
    const dataRange = rangeOf(sheets, data);
    return dataRange === undefined ? [] : [{ dataSetId: String(index), dataRange }];
  });
  return { type: 'range', dataSetsHaveTitle: hasTitle, ...(labelRange && { labelRange }), dataSets };
}

/** The first source, with its tab's name; undefined when it is none of ours. */
export function rangeOf(sheets: readonly Sheet[], data: ChartData | null | undefined): string | undefined {
  const range = data?.sourceRange?.sources?.[0];
  const sheet = sheets.find(({ sheetId }) => sheetId === (range?.sheetId ?? 0));
  if (!range || sheet === undefined) return undefined;
  return `'${(sheet.properties.title ?? '').replaceAll("'", "''")}'!${rangeText(sheet, range)}`;
}
