/**
 * Pages of a list, newest first by (created, order of insertion), with Stripe's cursors. A cursor is an object's id, so
 * objects of the same second are never lost between two pages.
 */
import type { Params, Range } from './read-params.ts';
import { inRange } from './read-params.ts';
import { invalidRequest, noSuch } from './stripe-refusal.ts';
import type { StoredObject, Table } from './table.ts';

export interface ListAnswer {
  readonly object: 'list';
  readonly data: readonly object[];
  readonly has_more: boolean;
  readonly url: string;
}

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;

/**
 * `created` and the cursors come from the parameters; `keep` is the endpoint's own filter. An unknown cursor is refused,
 * unless `unknownCursor` says to read from the oldest row on.
 */
export function listPage<Row extends StoredObject>(
  table: Table<Row>,
  url: string,
  params: Params,
  keep: (row: Row) => boolean,
  unknownCursor: 'refused' | 'from-oldest' = 'refused',
): ListAnswer {
  const limit = readLimit(params.limit as number | undefined);
  const after = params.starting_after as string | undefined;
  const before = params.ending_before as string | undefined;
  if (after !== undefined && before !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: starting_after, ending_before.');
  }
  const created = params.created as Range | undefined;
  const wanted = (row: Row) => inRange(row.created, created) && keep(row);
  const rows =
    before === undefined
      ? scanOlder(
          table,
          after === undefined ? table.endPosition : cursor(table, after, 'starting_after'),
          limit + 1,
          wanted,
          created,
        )
      : scanNewer(table, newerCursor(table, before, unknownCursor), limit + 1, wanted);
  const page = rows.slice(0, limit);
  return {
    object: 'list',
    data: before === undefined ? page : page.reverse(),
    has_more: rows.length > limit,
    url,
  };
}

function readLimit(limit: number | undefined): number {
  if (limit === undefined) return DEFAULT_LIMIT;
  if (limit > MAX_LIMIT)
    throw invalidRequest(
      'This value must be less than or equal to 100 (it currently is '.concat(`'${limit}').`),
      'limit',
    );
  if (limit < 1) throw invalidRequest('This value must be greater than or equal to 1.', 'limit');
  return limit;
}

function cursor<Row extends StoredObject>(table: Table<Row>, id: string, param: string): number {
  const position = table.positionOf(id);
  if (position === undefined) throw noSuch(table.name, id, param);
  return position;
}

function newerCursor<Row extends StoredObject>(
  table: Table<Row>,
  id: string,
  unknownCursor: 'refused' | 'from-oldest',
): number {
  if (unknownCursor === 'from-oldest' && table.positionOf(id) === undefined) return table.firstPosition - 1;
  return cursor(table, id, 'ending_before');
}

function scanOlder<Row extends StoredObject>(
  table: Table<Row>,
  from: number,
  count: number,
  wanted: (row: Row) => boolean,
  created: Range | undefined,
): Row[] {
  const oldest = created?.gte ?? created?.gt ?? Number.NEGATIVE_INFINITY;
  const rows: Row[] = [];
  for (let position = from - 1; position >= table.firstPosition && rows.length < count; position -= 1) {
    const row = table.at(position);
    if (row === undefined || row.created < oldest) break;
    if (wanted(row)) rows.push(row);
  }
  return rows;
}

function scanNewer<Row extends StoredObject>(
  table: Table<Row>,
  from: number,
  count: number,
  wanted: (row: Row) => boolean,
): Row[] {
  const rows: Row[] = [];
  for (let position = from + 1; position < table.endPosition && rows.length < count; position += 1) {
    const row = table.at(position);
    if (row !== undefined && wanted(row)) rows.push(row);
  }
  return rows;
}
