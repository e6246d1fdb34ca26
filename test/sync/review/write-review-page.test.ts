// The page of the week: written by the first night of the week, left alone by the others, refused with its cure.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeReviewPage } from '#sync/review/write-review-page.ts';
import { reviewShop } from '#test/lib/review/review-shop.ts';
import { workbookOf } from '#test/support/workbook-of.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ops-review-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('once a week', async () => {
  const own = join(folder, 'revues');
  const file = await writeReviewPage(reviewShop(), own);
  expect(file).toBe(join(own, 'revue-2026-03-02.html'));
  const page = readFileSync(String(file), 'utf8');
  expect(page).toContain('Revue de la semaine du 02/03/2026');
  expect(await writeReviewPage(reviewShop({ lots: [] }), own)).toBeNull();
  expect(readFileSync(String(file), 'utf8')).toBe(page);
  await writeReviewPage(reviewShop({}, '2026-03-10'), own);
  expect(readdirSync(own)).toEqual(['revue-2026-03-02.html', 'revue-2026-03-09.html']);
});

test('nothing from half a workbook', async () => {
  const context = reviewShop();
  const workbook = { ...context.workbook, lots: workbookOf({}, ['lots']).lots };
  expect(await writeReviewPage({ ...context, workbook }, folder)).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder that cannot be', async () => {
  const taken = join(folder, 'fichier');
  writeFileSync(taken, '');
  await expect(writeReviewPage(reviewShop(), join(taken, 'revues'))).rejects.toThrow(/vérifiez OPS_REVIEW_DIR/);
});
