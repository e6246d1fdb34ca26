/**
 * Query parameters of a call, checked against those the method has; unknown names and enum values are refused.
 */
import { invalidField } from '../schema/api-error.ts';

/** Parameter name → its enum values, or undefined for free text, booleans and lists. */
export type ParameterTable = Readonly<Record<string, readonly string[] | undefined>>;

export interface QueryParameters {
  text(name: string): string | undefined;
  list(name: string): string[];
  flag(name: string): boolean;
}

/** Parameters that every Google API takes. */
const common = new Set(
  'fields key alt prettyPrint access_token oauth_token callback quotaUser uploadType upload_protocol $.xgafv'.split(
    ' ',
  ),
);

export function parseQuery(search: URLSearchParams, table: ParameterTable): QueryParameters {
  for (const [name, value] of search) {
    if (common.has(name)) continue;
    if (!Object.hasOwn(table, name)) {
      const description = `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`;
      throw invalidField('', description);
    }
    const values = table[name];
    if (values !== undefined && !values.includes(value)) {
      throw invalidField(name, `Invalid value at '${name}' (TYPE_ENUM), "${value}"`);
    }
  }
  return {
    text: (name) => search.get(name) ?? undefined,
    list: (name) => search.getAll(name),
    flag: (name) => search.get(name) === 'true',
  };
}
