/**
 * What the page's Model calls a cell's content, as the keystrokes of a French person. The Model hands contents over with
 * English decimals and dates; the server parses USER_ENTERED text by the workbook's French locale.
 */

const ENGLISH_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?=$| )/;
const DECIMAL = /^([-+]?[€$£]?\s*\d*)\.(\d+(?:e[-+]?\d+)?\s*[%€$£]?)$/i;

/** Text for the server to parse. A formula keeps its separators: the server takes both. */
export function enteredText(content: string): string {
  if (content.startsWith('=') || content.startsWith("'")) return content;
  if (DECIMAL.test(content)) return content.replace(DECIMAL, '$1,$2');
  return content.replace(ENGLISH_DATE, (_, month: string, day: string, year: string) => `${day}/${month}/${year}`);
}
