// Laws of the template, over random sequences of what people do to a workbook: after `ops init` nothing is left to do, and
// what people typed in cells of their own is still there. Prints how often each kind of edit was reached.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Table } from '#lib/tables/definition/table.ts';
import { columns, noteRequest, ownRule } from '../support/template-edits.ts';
import { everyTable, startTemplateWorld, type TemplateWorld, typed } from '../support/template-world.ts';

const KINDS = [
  'rename header',
  'own note',
  'move column',
  'own column',
  'delete column',
  'clear key',
  'delete tab',
  'rename tab',
  'own rule',
  'delete rule',
  'own row',
] as const;

interface Edit {
  readonly kind: (typeof KINDS)[number];
  readonly table: Table;
  /** 0 … 1: which column, of those that may be chosen. */
  readonly at: number;
  readonly number: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...KINDS),
  table: fc.constantFrom(...everyTable.filter((table) => table.key !== 'system')),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  number: fc.nat({ max: 999 }),
});

test('whatever people did, init leaves nothing to do and keeps what is theirs', async () => {
  const reached = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 4, maxLength: 10 }), async (edits) => {
      const world = await startTemplateWorld();
      try {
        await world.init();
        const deleted = new Set<Table>();
        for (const step of edits) {
          if (deleted.has(step.table)) continue;
          reached.set(step.kind, (reached.get(step.kind) ?? 0) + 1);
          if (step.kind === 'delete tab') deleted.add(step.table);
          await perform(world, step);
        }
        const standing = everyTable.filter((table) => !deleted.has(table));
        const before = await Promise.all(standing.map((table) => ownTexts(world, table)));
        const { problems } = await world.init();
        expect(problems).toEqual([]);
        expect(await world.plan()).toEqual({ requests: [], problems: [], preview: [] });
        expect(await Promise.all(standing.map((table) => ownTexts(world, table)))).toEqual(before);
        for (const table of everyTable) expect((await world.decode(table)).state.usable, table.key).toBe(true);
      } finally {
        await world.close();
      }
    }),
    { numRuns: 8 },
  );
  process.stdout.write(
    `template edits reached: ${[...reached].map(([kind, times]) => `${kind} ${times}`).join(', ')}\n`,
  );
});

async function perform(world: TemplateWorld, { kind, table, at, number }: Edit): Promise<void> {
  const { sheetId } = table;
  const keys = (await world.values(table))[0] ?? [];
  // Never the id column: a tab whose ids are lost is left alone, which is another test.
  const index = 1 + Math.floor(at * (keys.length - 1));
  const isId = keys[index] === 'id';
  const text = `à nous ${number}`;
  switch (kind) {
    case 'rename header':
      await world.edit(typed(table, 1, index, [text]));
      return;
    case 'own note':
      await world.edit({ updateCells: noteRequest(sheetId, index, text) });
      return;
    case 'move column':
      await world.edit({ moveDimension: { source: columns(sheetId, index, index + 1), destinationIndex: 0 } });
      return;
    case 'own column':
      await world.edit(
        { insertDimension: { range: columns(sheetId, index, index + 1), inheritFromBefore: false } },
        typed(table, 1, index, [text], [`${text} dessous`]),
      );
      return;
    case 'delete column':
      // One column at a time, and never a person's: what they delete themselves is not to be found again.
      if (!isId && keys[index] !== '' && keys[index] !== undefined && !(await holdsOwn(world, table, index)))
        await world.edit({ deleteDimension: { range: columns(sheetId, index, index + 1) } });
      return;
    case 'clear key':
      if (!isId) await world.edit(typed(table, 0, index, ['']));
      return;
    case 'delete tab':
      await world.edit({ deleteSheet: { sheetId } });
      return;
    case 'rename tab':
      await world.edit({
        updateSheetProperties: { properties: { sheetId, title: `${text} ${sheetId}` }, fields: 'title' },
      });
      return;
    case 'own rule':
      await world.edit({ addConditionalFormatRule: { index: 0, rule: ownRule({ sheetId }) } });
      return;
    case 'delete rule': {
      const rules = (await world.sheet(table, 'conditionalFormats')).conditionalFormats ?? [];
      if (rules.length > 0) await world.edit({ deleteConditionalFormatRule: { sheetId, index: 0 } });
      return;
    }
    case 'own row':
      await world.edit(typed(table, 250, index, [text]));
      return;
  }
}

async function holdsOwn(world: TemplateWorld, table: Table, index: number): Promise<boolean> {
  return (await world.values(table)).some((row) => isOwn(row[index]));
}

/** What people typed, in the order of the sheet. */
async function ownTexts(world: TemplateWorld, table: Table): Promise<unknown[]> {
  return (await world.values(table)).flat().filter(isOwn);
}

function isOwn(cell: unknown): boolean {
  return String(cell ?? '').startsWith('à nous');
}
