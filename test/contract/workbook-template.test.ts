// The template against a Sheets API: a blank workbook is filled in one batch, planning again asks for nothing, and a tab that
// cannot be trusted is left alone. Nothing here looks inside the plan's pieces; it looks at the workbook.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseSettings } from '#lib/settings/settings.ts';
import { defaultSettings } from '#lib/tables/default-settings.ts';
import { tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { everyTable, startTemplateWorld, type TemplateWorld, typed } from '../support/template-world.ts';

const { lots, hubs, settings, system, kpi } = tables;
let world: TemplateWorld;

beforeEach(async () => {
  world = await startTemplateWorld();
});
afterEach(async () => {
  await world.close();
});

const nothing = { requests: [], problems: [], preview: [] };

describe('a blank workbook', () => {
  test('gets every tab in order, before the person’s own, and then nothing is left to do', async () => {
    const planned = await world.init();
    expect(planned.problems).toEqual([]);
    expect(planned.preview).toEqual(everyTable.map((table) => `Créer l’onglet « ${fr.tabTitle(table.key)} ».`));
    expect(await world.titles()).toEqual([...everyTable.map((table) => fr.tabTitle(table.key)), 'Feuille 1']);
    expect(await world.plan()).toEqual(nothing);
  });

  test('takes one batch within the advised two megabytes', async () => {
    const planned = await world.plan();
    expect(JSON.stringify(planned.requests).length).toBeLessThan(2_000_000);
  });

  test('reads back as tables without a problem, and its settings are the defaults', async () => {
    await world.init();
    for (const table of everyTable) {
      const { state, problems } = await world.decode(table);
      expect(problems, table.key).toEqual([]);
      expect(state.usable, table.key).toBe(true);
    }
    const read = await world.decode(settings);
    expect(parseSettings(read.state as never)).toEqual({ settings: { ...defaultSettings }, problems: [] });
    const rows = async (table: (typeof everyTable)[number]) => (await world.decode(table)).state.rows.length;
    expect([await rows(tables.replyTemplates), await rows(tables.faq), await rows(kpi)]).toEqual([9, 10, 15]);
  });

  test('is set to French and Paris when it is not', async () => {
    await world.close();
    world = await startTemplateWorld('en_US');
    const planned = await world.init();
    expect(planned.preview[0]).toBe('Régler le classeur sur la langue fr_FR et le fuseau Europe/Paris.');
    expect(await world.plan()).toEqual(nothing);
  });

  test('keeps a person’s tab that already has one of our titles', async () => {
    await world.edit({ addSheet: { properties: { sheetId: 77, title: 'produits' } } });
    await world.init();
    const titles = await world.titles();
    expect(titles).toContain('produits');
    expect(titles).toContain('Produits (2)');
    expect(await world.plan()).toEqual(nothing);
  });

  test('hides and guards the keys, and guards what programs keep', async () => {
    await world.init();
    const head = await world.sheet(lots, 'protectedRanges,data(rowMetadata(hiddenByUser))');
    expect(head.data?.[0]?.rowMetadata?.[0]?.hiddenByUser).toBe(true);
    const guarded = (head.protectedRanges ?? []).map((range) => [range.warningOnly, range.description]);
    expect(guarded.every(([warningOnly]) => warningOnly === true)).toBe(true);
    expect(guarded.map(([, description]) => description)).toContain(
      '« En stock » est remplie par le programme, pas à la main.',
    );
    expect(guarded.map(([, description]) => description)).not.toContain(
      '« Emplacement » est remplie par le programme, pas à la main.',
    );
    const ledger = await world.sheet(tables.movements, 'protectedRanges');
    expect(ledger.protectedRanges).toHaveLength(2);
  });
});

describe('a tab that cannot be trusted is left alone', () => {
  test.each([
    ['a key stands twice', typed(hubs, 0, 1, ['city']), 'columnKeyTwice'],
    [
      'every key is gone',
      typed(
        hubs,
        0,
        0,
        Array.from({ length: 14 }, () => ''),
      ),
      'requiredColumnMissing',
    ],
  ] as const)('%s', async (_, edit, code) => {
    await world.init();
    await world.edit(edit, typed(hubs, 2, 0, ['HUB-000001', 'Atelier']));
    const planned = await world.init();
    expect(planned.problems.map((found) => found.code)).toEqual([code]);
    expect((await world.values(hubs))[2]).toEqual(['HUB-000001', 'Atelier']);
  });

  test('a workbook of a newer schema', async () => {
    await world.init();
    const row = (await world.values(system)).findIndex((cells) => cells[0] === 'schema_version');
    await world.edit(typed(system, row, 1, ['99']));
    const planned = await world.plan();
    expect(planned.requests).toEqual([]);
    expect(planned.problems.map((found) => found.code)).toEqual(['schemaNewer']);
  });
});
