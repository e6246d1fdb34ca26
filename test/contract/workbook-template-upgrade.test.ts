// The template against a workbook in use: what people changed stays, and an older workbook is completed.
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Table } from '#lib/tables/definition/table.ts';
import { tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import type { Words } from '#lib/text/words.ts';
import { columns, fillShop, formulaOf, noteRequest, ownRule, recoloured, width } from '../support/template-edits.ts';
import { columnIndexOf, everyTable, startTemplateWorld, type TemplateWorld, typed } from '../support/template-world.ts';

const { products, lots, hubs, settings, system, stock, kpi } = tables;
const BACKGROUND = 'userEnteredFormat.backgroundColor';
const olderWords: Words = {
  ...fr,
  header: (table, name) => `Ancien ${fr.header(table, name)}`,
  note: () => 'Ancienne note',
  choiceLabels: (codes) => fr.choiceLabels(codes).slice(0, 1),
};

let world: TemplateWorld;

beforeEach(async () => {
  world = await startTemplateWorld();
});
afterEach(async () => {
  await world.close();
});

const nothing = { requests: [], problems: [], preview: [] };

describe('what people changed stays', () => {
  beforeEach(async () => {
    await world.init();
  });

  test('names, places, widths, colours, notes, rules, own columns, own tabs and data', async () => {
    const name = await columnIndexOf(world, products, 'name');
    const { sheetId } = products;
    const cells = { sheetId, startRowIndex: 2, startColumnIndex: name, endColumnIndex: name + 1 };
    const rule = (await world.sheet(products, 'conditionalFormats')).conditionalFormats?.[0] ?? {};
    await world.edit(
      { updateSheetProperties: { properties: { sheetId, title: 'Catalogue', index: 20 }, fields: 'title,index' } },
      typed(products, 1, name, ['Nom maison']),
      { updateCells: noteRequest(sheetId, name, 'Une note à nous') },
      { updateDimensionProperties: width(sheetId, name, 333) },
      {
        repeatCell: { range: cells, cell: { userEnteredFormat: { backgroundColor: { red: 1 } } }, fields: BACKGROUND },
      },
      { setDataValidation: { range: cells } },
      { updateConditionalFormatRule: { sheetId, index: 0, rule: recoloured(rule) } },
      { addConditionalFormatRule: { index: 0, rule: ownRule(cells) } },
      { deleteConditionalFormatRule: { sheetId: lots.sheetId, index: 0 } },
      { deleteBanding: { bandedRangeId: lots.sheetId * 10_000 + 3 } },
      { insertDimension: { range: columns(sheetId, 0, 1), inheritFromBefore: false } },
      typed(products, 1, 0, ['À nous'], ['données']),
      { moveDimension: { source: columns(sheetId, 5, 6), destinationIndex: 2 } },
      { addSheet: { properties: { sheetId: 78, title: 'Notes d’équipe', index: 0 } } },
    );
    expect(await world.plan()).toEqual(nothing);
  });

  test('a starter reply and a setting’s value that were edited, a question of the FAQ that was removed', async () => {
    const [body, value] = [await columnIndexOf(world, tables.replyTemplates, 'body'), 2];
    await world.edit(
      typed(tables.replyTemplates, 2, body, ['Notre texte à nous']),
      typed(settings, 2, value, ['Autre nom']),
      { deleteDimension: { range: { sheetId: tables.faq.sheetId, dimension: 'ROWS', startIndex: 2, endIndex: 3 } } },
    );
    expect(await world.plan()).toEqual(nothing);
  });

  test('the formulas follow when people move or rename what they read', async () => {
    await world.edit(
      { moveDimension: { source: columns(lots.sheetId, 12, 13), destinationIndex: 1 } },
      { updateSheetProperties: { properties: { sheetId: lots.sheetId, title: 'Nos lots' }, fields: 'title' } },
    );
    await fillShop(world);
    expect((await world.decode(stock)).state.rows[0]).toMatchObject({ id: 'MIEL', onHand: 7, available: 4 });
    expect(await world.plan()).toEqual(nothing);
  });
});

describe('an older workbook', () => {
  test('gets a missing tab back at its place, with the formulas and lists that read it', async () => {
    await world.init();
    await world.edit({ deleteSheet: { sheetId: products.sheetId } });
    const planned = await world.init();
    expect(planned.preview).toContain('Créer l’onglet « Produits ».');
    expect((await world.titles()).slice(0, 36)).toEqual(everyTable.map((table) => fr.tabTitle(table.key)));
    expect(await world.plan()).toEqual(nothing);
    await fillShop(world);
    expect((await world.decode(stock)).state.rows[0]).toMatchObject({ id: 'MIEL', onHand: 7 });
    expect(await listAt(world, tables.purchases, 'productId')).toEqual(["='Produits'!$A$3:$A"]);
  });

  test('gets its settings back when their tab was deleted, and the targets that read them', async () => {
    await world.init();
    await world.edit({ deleteSheet: { sheetId: settings.sheetId } });
    await world.init();
    expect((await world.decode(kpi)).state.byId.get('rotation')).toMatchObject({ target: 8 });
    expect(await world.plan()).toEqual(nothing);
  });

  test('gets tabs that were emptied and cut short filled again', async () => {
    await world.init();
    for (const { sheetId } of [settings, stock]) {
      await world.edit(
        { deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: 200 } } },
        { deleteDimension: { range: columns(sheetId, 0, 4) } },
        { repeatCell: { range: { sheetId }, cell: {}, fields: 'userEnteredValue' } },
      );
    }
    const planned = await world.init();
    expect(planned.preview).toContain('Remettre les titres de colonnes de l’onglet « Stock », vide aujourd’hui.');
    await fillShop(world);
    expect((await world.decode(stock)).state.rows[0]).toMatchObject({ id: 'MIEL', onHand: 7 });
    expect((await world.decode(settings)).state.rows.length).toBeGreaterThan(60);
    expect(await world.plan()).toEqual(nothing);
  });

  test('gets a missing column at its place, beside the data', async () => {
    await world.init();
    await fillShop(world);
    const at = await columnIndexOf(world, lots, 'supplierLot');
    await world.edit({ deleteDimension: { range: columns(lots.sheetId, at, at + 1) } });
    const planned = await world.init();
    expect(planned.preview).toContain('Ajouter la colonne « Lot du fournisseur » à l’onglet « Lots ».');
    expect(await columnIndexOf(world, lots, 'supplierLot')).toBe(at);
    expect((await world.decode(lots)).state.rows.map((row) => row.onHand)).toEqual([4, 3, 2]);
    expect(await world.plan()).toEqual(nothing);
  });

  test('gets a missing last column at the end of the sheet', async () => {
    await world.init();
    const at = await columnIndexOf(world, hubs, 'check');
    await world.edit({ deleteDimension: { range: columns(hubs.sheetId, at, at + 1) } });
    await world.init();
    expect(await columnIndexOf(world, hubs, 'check')).toBe(at);
    expect(await world.plan()).toEqual(nothing);
  });

  test('gets missing settings and figures back, and the texts that programs keep', async () => {
    await world.init();
    await world.edit(
      { deleteDimension: { range: { sheetId: settings.sheetId, dimension: 'ROWS', startIndex: 4, endIndex: 6 } } },
      { deleteDimension: { range: { sheetId: kpi.sheetId, dimension: 'ROWS', startIndex: 2, endIndex: 3 } } },
    );
    const planned = await world.init();
    expect(planned.preview).toEqual([
      'Ajouter 1 ligne à l’onglet « KPI ».',
      'Ajouter 2 lignes à l’onglet « Réglages ».',
    ]);
    expect((await world.decode(kpi)).state.byId.get('rotation')).toMatchObject({ target: 8, state: 'no_value' });
    expect(await world.plan()).toEqual(nothing);
  });

  test('follows our new wording, lists, notes and colours, except where people have their own', async () => {
    await world.init(olderWords);
    const [name, priority] = [await columnIndexOf(world, hubs, 'name'), await columnIndexOf(world, hubs, 'priority')];
    await world.edit(typed(hubs, 1, name, ['Notre nom']), {
      updateCells: noteRequest(hubs.sheetId, priority, 'Notre note'),
    });
    const planned = await world.init();
    expect(planned.problems).toEqual([]);
    const head = (await world.values(hubs))[1] ?? [];
    expect([head[name], head[priority]]).toEqual(['Notre nom', 'Priorité']);
    const cells = await world.sheet(hubs, 'data(rowData(values(note,dataValidation)))');
    expect(cells.data?.[0]?.rowData?.[1]?.values?.[priority]?.note).toBe('Notre note');
    expect(await listAt(world, tables.purchases, 'status')).toEqual(
      fr.choiceLabels(['draft', 'sent', 'partly_received', 'received', 'voided']),
    );
    expect(await world.plan()).toEqual(nothing);
  });

  test('follows our new rules, except where people have recoloured them', async () => {
    await world.init(olderWords);
    const rulesOf = async (table: Table) =>
      (await world.sheet(table, 'conditionalFormats')).conditionalFormats?.map((rule) => rule.booleanRule ?? {}) ?? [];
    const mutedAt = (await rulesOf(lots)).findIndex((rule) => JSON.stringify(rule).includes('ops:r.status.muted'));
    const rule = (await world.sheet(lots, 'conditionalFormats')).conditionalFormats?.[mutedAt] ?? {};
    const { sheetId } = lots;
    await world.edit({ updateConditionalFormatRule: { sheetId, index: mutedAt, rule: recoloured(rule) } });
    const before = await rulesOf(lots);
    await world.init();
    expect(await rulesOf(lots)).toEqual(before);
    expect(JSON.stringify(await rulesOf(tables.orders))).toContain('livré en partie');
    expect(await world.plan()).toEqual(nothing);
  });

  test('gets an erased key back above its column', async () => {
    await world.init();
    const at = await columnIndexOf(world, hubs, 'city');
    await world.edit(typed(hubs, 0, at, ['']));
    const planned = await world.init();
    expect(planned.preview).toEqual(['Remettre la clé de la colonne « Ville » de l’onglet « Hubs ».']);
    expect(await columnIndexOf(world, hubs, 'city')).toBe(at);
    expect(await world.plan()).toEqual(nothing);
  });

  test('without its Système tab is completed, not doubled', async () => {
    await world.init();
    await world.edit({ deleteSheet: { sheetId: system.sheetId } });
    await world.init();
    const rules = (await world.sheet(
      lots,
      'conditionalFormats,bandedRanges,protectedRanges',
    )) as sheets_v4.Schema$Sheet;
    expect(rules.bandedRanges).toHaveLength(1);
    expect(new Set(rules.conditionalFormats?.map(formulaOf)).size).toBe(rules.conditionalFormats?.length);
    expect(await world.plan()).toEqual(nothing);
  });
});

/** The values of the list that stands in the first data row of a column. */
async function listAt(target: TemplateWorld, table: Table, name: string): Promise<(string | null | undefined)[]> {
  const { data } = await target.sheet(table, 'data(rowData(values(dataValidation)))');
  const cell = data?.[0]?.rowData?.[2]?.values?.[await columnIndexOf(target, table, name)];
  return (cell?.dataValidation?.condition?.values ?? []).map((value) => value.userEnteredValue);
}
