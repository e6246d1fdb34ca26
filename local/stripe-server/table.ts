/**
 * One kind of Stripe object, in order of creation. Rows are immutable values: a change replaces the row, so an event can
 * keep the version it was rendered from. Rows are never removed, except the oldest ones (`dropOldest`), so that a row's
 * position is a stable cursor.
 */

export interface StoredObject {
  readonly id: string;
  readonly created: number;
}

export interface Table<Row extends StoredObject> {
  readonly name: string;
  get(id: string): Row | undefined;
  insert(row: Row): void;
  replace(row: Row): void;
  /** Ids whose indexed key is `key`, oldest first. */
  idsBy(index: string, key: string): readonly string[];
  /** Position counted from the first row ever inserted. */
  positionOf(id: string): number | undefined;
  at(position: number): Row | undefined;
  readonly firstPosition: number;
  /** One past the newest row. */
  readonly endPosition: number;
  all(): readonly Row[];
  dropOldest(keepFrom: (row: Row) => boolean): void;
}

type Indexes<Row> = Readonly<Record<string, (row: Row) => string | null | undefined>>;

/** `indexes` give keys that never change during a row's life. */
export function createTable<Row extends StoredObject>(name: string, indexes: Indexes<Row> = {}): Table<Row> {
  let rows: Row[] = [];
  let firstPosition = 0;
  const positions = new Map<string, number>();
  const idsByIndex = new Map(Object.keys(indexes).map((index) => [index, new Map<string, string[]>()] as const));
  return {
    name,
    get: (id) => {
      const position = positions.get(id);
      return position === undefined ? undefined : rows[position - firstPosition];
    },
    insert: (row) => {
      if (positions.has(row.id)) throw new Error(`${name} ${row.id} exists already`);
      positions.set(row.id, firstPosition + rows.length);
      rows.push(row);
      for (const [index, keyOf] of Object.entries(indexes)) {
        const key = keyOf(row);
        if (key === null || key === undefined) continue;
        const idsByKey = idsByIndex.get(index);
        const ids = idsByKey?.get(key);
        if (ids === undefined) idsByKey?.set(key, [row.id]);
        else ids.push(row.id);
      }
    },
    replace: (row) => {
      const position = positions.get(row.id);
      if (position === undefined) throw new Error(`${name} ${row.id} does not exist`);
      rows[position - firstPosition] = row;
    },
    idsBy: (index, key) => idsByIndex.get(index)?.get(key) ?? [],
    positionOf: (id) => positions.get(id),
    at: (position) => rows[position - firstPosition],
    get firstPosition() {
      return firstPosition;
    },
    get endPosition() {
      return firstPosition + rows.length;
    },
    all: () => rows,
    dropOldest: (keepFrom) => {
      const keptFrom = rows.findIndex(keepFrom);
      const dropCount = keptFrom === -1 ? rows.length : keptFrom;
      if (dropCount === 0) return;
      for (const row of rows.slice(0, dropCount)) positions.delete(row.id);
      rows = rows.slice(dropCount);
      firstPosition += dropCount;
    },
  };
}
