// Rows as a text table, so that a scenario reads like the sheet: one line a row, the named columns between bars, an empty
// cell as a dash.

export function rowsAsText<Row extends object>(rows: readonly Row[], ...columns: readonly (keyof Row)[]): string[] {
  return rows.map((row) => columns.map((column) => String(row[column] ?? '-')).join(' | '));
}
