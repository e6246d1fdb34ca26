// What people do to a workbook, as requests; and a small shop typed into it, wherever its columns stand.
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { tables } from '#lib/tables/tables.ts';
import { type everyTable, type TemplateWorld, typed } from './template-world.ts';

const { products, lots } = tables;

export function columns(sheetId: number, startIndex: number, endIndex: number): sheets_v4.Schema$DimensionRange {
  return { sheetId, dimension: 'COLUMNS', startIndex, endIndex };
}

export function width(
  sheetId: number,
  index: number,
  pixelSize: number,
): sheets_v4.Schema$UpdateDimensionPropertiesRequest {
  return { range: columns(sheetId, index, index + 1), properties: { pixelSize }, fields: 'pixelSize' };
}

export function noteRequest(sheetId: number, columnIndex: number, note: string): sheets_v4.Schema$UpdateCellsRequest {
  return { start: { sheetId, rowIndex: 1, columnIndex }, rows: [{ values: [{ note }] }], fields: 'note' };
}

export function ownRule(range: sheets_v4.Schema$GridRange): sheets_v4.Schema$ConditionalFormatRule {
  const condition = { type: 'TEXT_CONTAINS', values: [{ userEnteredValue: 'miel' }] };
  return { ranges: [range], booleanRule: { condition, format: { textFormat: { italic: true } } } };
}

export function recoloured(rule: sheets_v4.Schema$ConditionalFormatRule): sheets_v4.Schema$ConditionalFormatRule {
  const format = { backgroundColorStyle: { rgbColor: { blue: 1 } } };
  return { ...rule, booleanRule: { ...rule.booleanRule, format } };
}

export function formulaOf(rule: sheets_v4.Schema$ConditionalFormatRule): string {
  return rule.booleanRule?.condition?.values?.[0]?.userEnteredValue ?? '';
}

/** One product, three lots: four and three on hand, three reserved, and two more in quarantine of another product. */
export async function fillShop(target: TemplateWorld): Promise<void> {
  const put = async (
    table: (typeof everyTable)[number],
    rows: readonly Readonly<Record<string, string | number>>[],
  ) => {
    const keys = (await target.values(table))[0] ?? [];
    const names = keys.map((key) => Object.keys(table.keyOf).find((name) => table.keyOf[name] === key) ?? '');
    await target.edit(typed(table, 2, 0, ...rows.map((row) => names.map((name) => row[name] ?? null))));
  };
  const lot = { hubId: 'HUB-000001', receivedOn: 46_300, dateKind: 'DDM', initialQuantity: 9, bestBeforeOn: 47_000 };
  const available = { ...lot, status: 'disponible', productId: 'MIEL' };
  await put(products, [{ id: 'MIEL', name: 'Miel', model: 'produit phare', priceCents: 12, vatRate: 0.055 }]);
  await put(lots, [
    { ...available, id: 'LOT-000001', onHand: 4, reserved: 1, unitCostCents: 2.5 },
    { ...available, id: 'LOT-000002', onHand: 3, reserved: 2, unitCostCents: 3 },
    {
      ...lot,
      id: 'LOT-000003',
      productId: 'SAVON',
      status: 'en quarantaine',
      onHand: 2,
      reserved: 0,
      unitCostCents: 4,
    },
  ]);
}
