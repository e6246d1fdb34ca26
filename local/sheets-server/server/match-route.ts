/**
 * URLs of the Sheets API, matched to method names. Percent-encoding is undone per segment, so a tab title may hold a slash.
 */

export interface Route {
  readonly method: string;
  readonly spreadsheetId: string;
  /** The range of values.* or the metadata id of developerMetadata.get. */
  readonly target: string;
}

const routes: readonly (readonly [verb: string, pattern: RegExp, method: string])[] = [
  ['GET', /^\/v4\/spreadsheets\/([^/:]+)$/, 'spreadsheets.get'],
  ['POST', /^\/v4\/spreadsheets\/([^/:]+):getByDataFilter$/, 'spreadsheets.getByDataFilter'],
  ['POST', /^\/v4\/spreadsheets\/([^/:]+):batchUpdate$/, 'spreadsheets.batchUpdate'],
  ['GET', /^\/v4\/spreadsheets\/([^/:]+)\/values:batchGet$/, 'values.batchGet'],
  ['POST', /^\/v4\/spreadsheets\/([^/:]+)\/values:batchGetByDataFilter$/, 'values.batchGetByDataFilter'],
  ['POST', /^\/v4\/spreadsheets\/([^/:]+)\/values:batchUpdate$/, 'values.batchUpdate'],
  ['POST', /^\/v4\/spreadsheets\/([^/:]+)\/values:batchUpdateByDataFilter$/, 'values.batchUpdateByDataFilter'],
  ['POST', /^\/v4\/spreadsheets\/([^/:]+)\/values:batchClear$/, 'values.batchClear'],
  ['POST', /^\/v4\/spreadsheets\/([^/:]+)\/values:batchClearByDataFilter$/, 'values.batchClearByDataFilter'],
  ['POST', /^\/v4\/spreadsheets\/([^/:]+)\/values\/([^/]+):append$/, 'values.append'],
  ['POST', /^\/v4\/spreadsheets\/([^/:]+)\/values\/([^/]+):clear$/, 'values.clear'],
  ['GET', /^\/v4\/spreadsheets\/([^/:]+)\/values\/([^/]+)$/, 'values.get'],
  ['PUT', /^\/v4\/spreadsheets\/([^/:]+)\/values\/([^/]+)$/, 'values.update'],
  ['POST', /^\/v4\/spreadsheets\/([^/:]+)\/developerMetadata:search$/, 'developerMetadata.search'],
  ['GET', /^\/v4\/spreadsheets\/([^/:]+)\/developerMetadata\/([^/]+)$/, 'developerMetadata.get'],
];

export function matchRoute(verb: string, url: string): Route | undefined {
  // Some clients put a slash behind the spreadsheet's id, before a colon or at the end; Google takes it.
  const path = url.replace(/\/(?=:|$)/, '');
  for (const [routeVerb, pattern, method] of routes) {
    const match = routeVerb === verb ? pattern.exec(path) : null;
    if (match === null) continue;
    return {
      method,
      spreadsheetId: decodeURIComponent(match[1] ?? ''),
      target: decodeURIComponent(match[2] ?? ''),
    };
  }
  return undefined;
}
