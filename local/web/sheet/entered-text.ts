/**
 * A cell's content in the page's Model, as the keystrokes of a French person. The Model hands numbers over with a decimal
 * point; the server parses USER_ENTERED text by the workbook's French locale. Dates come as they were typed.
 */

const DECIMAL = /^([-+]?[€$£]?\s*\d*)\.(\d+(?:e[-+]?\d+)?\s*[%€$£]?)$/i;

/** Text for the server to parse. A formula keeps its separators: the server takes both. */
export function enteredText(content: string): string {
  if (content.startsWith('=') || content.startsWith("'")) return content;
  return content.replace(DECIMAL, '$1,$2');
}
