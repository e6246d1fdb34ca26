// Rows of text under each other for a terminal: every column as wide as its widest cell, the last one wrapped under itself.

export interface TableOptions {
  readonly columns: number;
  readonly indent: number;
  readonly heads?: readonly string[];
  readonly paintHead?: (text: string) => string;
}

const GAP = '  ';
const NARROWEST = 30;

export function textTable(rows: readonly (readonly string[])[], options: TableOptions): readonly string[] {
  const { columns, indent, heads, paintHead = (text) => text } = options;
  const all = heads === undefined ? rows : [heads, ...rows];
  const last = Math.max(0, ...all.map((row) => row.length)) - 1;
  const widths = Array.from({ length: last }, (_, index) => Math.max(...all.map((row) => row[index]?.length ?? 0)));
  const lead = ' '.repeat(indent);
  const hanging = lead + widths.map((width) => ' '.repeat(width) + GAP).join('');
  const room = Math.max(NARROWEST, columns - hanging.length);
  const linesOf = (row: readonly string[]): readonly string[] => {
    const [first = '', ...more] = wrapText(row[last] ?? '', room);
    const fixed = widths.map((width, index) => (row[index] ?? '').padEnd(width) + GAP).join('');
    return [`${lead}${fixed}${first}`.trimEnd(), ...more.map((line) => hanging + line)];
  };
  return all.flatMap((row) => (row === heads ? linesOf(row).map(paintHead) : linesOf(row)));
}

/**
 * Cut at plain spaces only: a no-break space holds a figure to its unit, and French signs are held to their words here. A
 * word longer than the room stays whole.
 */
export function wrapText(text: string, room: number): readonly string[] {
  const held = text.replace(/« /g, '«\u00a0').replace(/ (?=[»:;?!])/g, '\u00a0');
  const lines: string[] = [];
  let line = '';
  for (const word of held.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
