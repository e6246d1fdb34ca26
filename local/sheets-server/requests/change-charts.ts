/**
 * addChart, updateChartSpec, updateEmbeddedObjectPosition, deleteEmbeddedObject. A chart is kept as it was sent; drawing it
 * is nobody's job here, but its sources must exist.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { mergeByMask, parseFieldMask } from '../schema/field-mask.ts';
import { resolveGridRange } from '../workbook/a1.ts';
import { objectIds } from '../workbook/object-ids.ts';
import type { EmbeddedChart, GridRange, Sheet } from '../workbook/workbook.ts';
import { chooseId } from './change-ranges.ts';
import { type RequestContext, type RequestHandler, refuse, required } from './request-context.ts';

const chartKinds = [
  'basicChart',
  'pieChart',
  'bubbleChart',
  'candlestickChart',
  'orgChart',
  'histogramChart',
  'waterfallChart',
  'treemapChart',
  'scorecardChart',
] as const;

/** What Google fills in when a specification leaves it out. */
const specDefaults = { fontName: 'Roboto', hiddenDimensionStrategy: 'SKIP_HIDDEN_ROWS_AND_COLUMNS' };

const defaultSize = { widthPixels: 600, heightPixels: 371 };

export const addChart: RequestHandler<sheets_v4.Schema$AddChartRequest> = (request, context) => {
  const given = required(request.chart, 'chart', context);
  const chartId = chooseId(given.chartId, objectIds(context.draft).charts, 'chart', context);
  const spec = checkSpec(given.spec ?? undefined, context);
  const position = checkPosition(given.position ?? undefined, context);
  const chart: EmbeddedChart = { ...given, chartId, spec, position };
  context.draft.writableSheet(position.overlayPosition?.anchorCell?.sheetId).charts.push(chart);
  return { addChart: { chart } };
};

/** Replaces the whole specification. */
export const updateChartSpec: RequestHandler<sheets_v4.Schema$UpdateChartSpecRequest> = (request, context) => {
  const { sheet, index, chart } = findChart(request.chartId, context);
  sheet.charts[index] = { ...chart, spec: checkSpec(request.spec ?? undefined, context) };
  return {};
};

export const updateEmbeddedObjectPosition: RequestHandler<sheets_v4.Schema$UpdateEmbeddedObjectPositionRequest> = (
  request,
  context,
) => {
  // The mask is relative to newPosition.overlayPosition, says the documentation; a missing one is refused like any other.
  if (!request.fields)
    throw refuse(context, "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const mask = parseFieldMask(request.fields, 'OverlayPosition');
  const { sheet, index, chart } = findChart(request.objectId, context);
  const update = required(request.newPosition?.overlayPosition, 'new_position.overlay_position', context);
  const overlayPosition = mergeByMask(chart.position?.overlayPosition ?? {}, update, mask);
  const position = checkPosition({ overlayPosition }, context);
  sheet.charts.splice(index, 1);
  const target = context.draft.writableSheet(overlayPosition.anchorCell?.sheetId);
  target.charts.splice(target === sheet ? index : target.charts.length, 0, { ...chart, position });
  return { updateEmbeddedObjectPosition: { position } };
};

export const deleteEmbeddedObject: RequestHandler<sheets_v4.Schema$DeleteEmbeddedObjectRequest> = (
  request,
  context,
) => {
  const { sheet, index } = findChart(request.objectId, context);
  sheet.charts.splice(index, 1);
  return {};
};

function findChart(
  id: number | null | undefined,
  context: RequestContext,
): { readonly sheet: Sheet; readonly index: number; readonly chart: EmbeddedChart } {
  for (const { sheetId, charts } of context.draft.sheets) {
    const index = charts.findIndex(({ chartId }) => chartId === (id ?? 0));
    const chart = charts[index];
    if (chart !== undefined) return { sheet: context.draft.writableSheet(sheetId), index, chart };
  }
  throw refuse(context, `No embedded object with ID: ${id ?? 0}`);
}

function checkSpec(spec: sheets_v4.Schema$ChartSpec | undefined, context: RequestContext): sheets_v4.Schema$ChartSpec {
  const given = required(spec, 'chart spec', context);
  const kinds = chartKinds.filter((kind) => given[kind]);
  if (kinds.length !== 1) throw refuse(context, 'Exactly one kind of chart must be specified.');
  if (given.basicChart && !given.basicChart.chartType) throw refuse(context, 'No basic chart type specified.');
  for (const source of sourcesOf(given)) {
    resolveGridRange(context.draft.sheet(source.sheetId), source, `${context.label}: source`);
  }
  return { ...specDefaults, ...given };
}

/** Every `sources` range of a specification, wherever its kind of chart keeps it. */
function sourcesOf(value: unknown): GridRange[] {
  if (Array.isArray(value)) return value.flatMap(sourcesOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'sources' ? (member as GridRange[]) : sourcesOf(member),
  );
}

function checkPosition(
  position: sheets_v4.Schema$EmbeddedObjectPosition | undefined,
  context: RequestContext,
): sheets_v4.Schema$EmbeddedObjectPosition {
  if (position?.newSheet || typeof position?.sheetId === 'number') {
    throw refuse(context, 'The local server does not implement charts on sheets of their own.');
  }
  const overlay = required(position?.overlayPosition, 'position.overlay_position', context);
  const anchorCell = overlay.anchorCell ?? {};
  const sheet = context.draft.sheet(anchorCell.sheetId);
  if ((anchorCell.rowIndex ?? 0) >= sheet.rowCount || (anchorCell.columnIndex ?? 0) >= sheet.columnCount) {
    throw refuse(context, 'The anchor cell is outside the grid.');
  }
  return { overlayPosition: { ...defaultSize, ...overlay, anchorCell } };
}
