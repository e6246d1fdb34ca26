// A person deletes old rows of the mirror: the next night brings them back, and costs hardly more than any other.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { readWorkbook } from '#sync/sheets/read-workbook.ts';
import { createSheetsClient } from '#sync/sheets/sheets-client.ts';
import { buildShopFolder, night, openCopy } from '../../support/shop-world.ts';

let folder: string;
beforeAll(async () => {
  folder = await buildShopFolder();
});
afterAll(() => rmSync(folder, { recursive: true }));

test('deleted invoices come back by what other tabs say of them', async () => {
  const world = await openCopy(folder);
  try {
    const { spreadsheetId, url } = world.sheets;
    const access = { kind: 'loopback', url: new URL(url) } as const;
    const client = createSheetsClient({ spreadsheetId, access, callsPerMinute: 10_000 });
    const paid = async () => {
      const { workbook } = await readWorkbook(client, fr);
      return workbook.invoices.rows.filter(({ status }) => status === 'paid');
    };
    await night(world);
    const before = await paid();
    const earned = new Set((await readWorkbook(client, fr)).workbook.points.rows.map(({ source }) => source));
    const oldest = before.filter(({ id }) => earned.has(id)).slice(0, 3);
    const requests = [...oldest]
      .sort((a, b) => b.rowIndex - a.rowIndex)
      .map(({ rowIndex }) => ({
        deleteDimension: {
          range: {
            sheetId: tables.invoices.sheetId,
            dimension: 'ROWS',
            startIndex: rowIndex,
            endIndex: rowIndex + 1,
          },
        },
      }));
    await client.batchUpdate({ requests }, 'spreadsheetId');
    expect(await paid()).toHaveLength(before.length - 3);
    const report = await night(world);
    expect(new Set((await paid()).map(({ id }) => id))).toEqual(new Set(before.map(({ id }) => id)));
    expect(report.calls.stripe).toBeLessThan(40);
    expect((await night(world)).steps.reduce((sum, { planned }) => sum + planned, 0)).toBe(0);
  } finally {
    await world.close();
  }
});
