/** A tab's charts as the .xlsx writer takes them; a combo becomes columns, the writer has no combos. */
import type { SheetChart } from 'hucre';
import type { SheetsServer } from '../sheets-server/start-sheets-server.ts';
import type { GridRange, Sheet } from '../sheets-server/workbook/workbook.ts';
import { axisTitle, rangeOf } from './sheet/sheet-charts.ts';

type ChartData = { readonly sourceRange?: { readonly sources?: readonly GridRange[] | null } | null };

const TYPES: Readonly<Record<string, SheetChart['type']>> = {
  COLUMN: 'column',
  COMBO: 'column',
  BAR: 'bar',
  LINE: 'line',
  AREA: 'area',
  SCATTER: 'scatter',
};
const LEGENDS: Readonly<Record<string, NonNullable<SheetChart['legend']>>> = {
  TOP_LEGEND: 'top',
  LEFT_LEGEND: 'left',
  RIGHT_LEGEND: 'right',
  BOTTOM_LEGEND: 'bottom',
  NO_LEGEND: false,
};
const ROW_PIXELS = 21;
const COLUMN_PIXELS = 100;

export function xlsxCharts(session: SheetsServer['session'], sheet: Sheet): SheetChart[] {
  return sheet.charts.flatMap(({ spec, position }): SheetChart[] => {
    const basic = spec?.basicChart;
    const pie = spec?.pieChart;
    const type = pie ? (pie.pieHole ? 'doughnut' : 'pie') : TYPES[basic?.chartType ?? ''];
    if (type === undefined) return [];
    const hasHeader = (basic?.headerCount ?? 0) > 0;
    const categories = rangeAt(session, pie?.domain ?? basic?.domains?.[0]?.domain, hasHeader);
    const data = pie ? [pie.series] : (basic?.series ?? []).map((entry) => entry.series);
    const series = data.flatMap((entry) => {
      const values = rangeAt(session, entry, hasHeader);
      if (values === undefined) return [];
      const name = hasHeader ? headerOf(session, entry) : undefined;
      return [{ values, ...(categories && { categories }), ...(name && { name }) }];
    });
    const overlay = position?.overlayPosition;
    const from = { row: overlay?.anchorCell?.rowIndex ?? 0, col: overlay?.anchorCell?.columnIndex ?? 0 };
    const to = {
      row: from.row + Math.ceil((overlay?.heightPixels ?? 371) / ROW_PIXELS),
      col: from.col + Math.ceil((overlay?.widthPixels ?? 600) / COLUMN_PIXELS),
    };
    // Excel's first axis is that of the categories, which bars have on their left.
    const [first, second] =
      type === 'bar' ? (['LEFT_AXIS', 'BOTTOM_AXIS'] as const) : (['BOTTOM_AXIS', 'LEFT_AXIS'] as const);
    const axes = basic && { x: { title: axisTitle(basic, first) }, y: { title: axisTitle(basic, second) } };
    const legend = LEGENDS[basic?.legendPosition ?? pie?.legendPosition ?? ''] ?? 'bottom';
    return [
      { type, series, legend, anchor: { from, to }, ...(axes && { axes }), ...(spec?.title && { title: spec.title }) },
    ];
  });
}

/** `'Tab'!$A$2:$A$9`, without the header. */
function rangeAt(
  session: SheetsServer['session'],
  data: ChartData | null | undefined,
  hasHeader: boolean,
): string | undefined {
  const source = data?.sourceRange?.sources?.[0];
  if (!source) return undefined;
  const body = hasHeader ? { ...source, startRowIndex: (source.startRowIndex ?? 0) + 1 } : source;
  const text = rangeOf(session.workbook().sheets, { sourceRange: { sources: [body] } });
  return text?.replace(/(?<=[!:])([A-Z]+)(\d+)/g, '$$$1$$$2');
}

function headerOf(session: SheetsServer['session'], data: ChartData | null | undefined): string | undefined {
  const source = data?.sourceRange?.sources?.[0];
  const sheet = session.workbook().sheets.find(({ sheetId }) => sheetId === (source?.sheetId ?? 0));
  if (!source || sheet === undefined) return undefined;
  const { value } = session.evaluator().valueAt(sheet, source.startRowIndex ?? 0, source.startColumnIndex ?? 0);
  return value === null ? undefined : String(value);
}
