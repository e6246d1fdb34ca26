// Reads back where formulas, objects, notes, rules and marks of a small workbook stand, for tests that move rows about.
import { spreadsheetId, type TestSheet } from '../open-test-sheet.ts';

/** Where everything stands, in one line each. */
export async function placesOf(sheet: TestSheet): Promise<Record<string, unknown>> {
  const { data } = await sheet.api.get({ spreadsheetId, includeGridData: true });
  const [first, tab] = data.sheets ?? [];
  const span = (
    range:
      | {
          startRowIndex?: number | null;
          endRowIndex?: number | null;
          startColumnIndex?: number | null;
          endColumnIndex?: number | null;
        }
      | undefined,
  ) => range && `${range.startRowIndex}-${range.endRowIndex} ${range.startColumnIndex}-${range.endColumnIndex}`;
  const placed: string[] = [];
  tab?.data?.[0]?.rowData?.forEach((row, index) => {
    row.values?.forEach((cell, column) => {
      if (cell.note) placed.push(`note ${index},${column}`);
      const [value] = cell.dataValidation?.condition?.values ?? [];
      if (value) placed.push(`rule ${index},${column} ${value.userEnteredValue}`);
    });
  });
  const chart = tab?.charts?.[0];
  const metadata = [
    ...(tab?.data?.[0]?.rowMetadata ?? []).entries(),
    ...(tab?.data?.[0]?.columnMetadata ?? []).entries(),
  ];
  const outside = first?.data?.[0]?.rowData?.[0]?.values?.map((cell) => cell.userEnteredValue?.formulaValue);
  return {
    outside: outside?.join(' '),
    values: (await sheet.read('T', 'FORMULA')).map((row) => row.join('|')).join(' / '),
    named: span(data.namedRanges?.[0]?.range),
    banded: span(tab?.bandedRanges?.[0]?.range),
    protected: span(tab?.protectedRanges?.[0]?.range),
    filter: span(tab?.basicFilter?.range),
    format: tab?.conditionalFormats
      ?.map((rule) => `${span(rule.ranges?.[0])} ${rule.booleanRule?.condition?.values?.[0]?.userEnteredValue}`)
      .join(),
    chart: span(chart?.spec?.basicChart?.series?.[0]?.series?.sourceRange?.sources?.[0]),
    anchor: `${chart?.position?.overlayPosition?.anchorCell?.rowIndex},${chart?.position?.overlayPosition?.anchorCell?.columnIndex}`,
    metadata: metadata
      .flatMap(([index, { developerMetadata }]) =>
        (developerMetadata ?? []).map((entry) => `${entry.metadataKey} ${index}`),
      )
      .join(),
    cells: placed.join('; '),
    grid: `${tab?.properties?.gridProperties?.rowCount}×${tab?.properties?.gridProperties?.columnCount} frozen ${tab?.properties?.gridProperties?.frozenRowCount}`,
  };
}
