// Orders pasted or imported from CSV: what is understood, what is refused and why, nothing twice.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it, test } from 'vitest';
import { type ImportOrdersInput, planImportOrders } from '#lib/orders/import/plan-import-orders.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { rowsAsText } from '../../../support/rows-as-text.ts';
import { carriedOut, contextAt, drawLines, drawOrders, meta, shopWith } from '../order-shop.ts';

const run = (text: string, workbook: WorkbookState = shopWith(), options: Partial<ImportOrdersInput> = {}) =>
  carriedOut(workbook, planImportOrders(contextAt(workbook), { text, isPaid: true, routeNow: true, ...options }, meta));

const csv = `Référence;Client;Date;SKU;Quantité;Prix;Port;Adresse;Code postal;Ville;Consignes
S-1;lea@example.com;22/11/2026 15:30;MIEL;2;11,50;4,90;"3, rue Basse";01000;Bourg;"Sonner; deux fois"
S-1;LEA@example.com;;savon;1;;;;;;
S-2;CLI-000001;2026-11-23;HUILE;1;15.00;;;;;
`;

describe('a CSV file', () => {
  const { after, refusals, warnings, plan } = run(csv);

  it('makes one order a reference, with what the file says', () => {
    expect(refusals).toEqual([]);
    expect(warnings).toEqual([]);
    expect(drawOrders(after)).toEqual([
      'CMD-000001 | confirmed | à préparer | one_parcel | 2026-11-24 | 3390 | 3390',
      'CMD-000002 | confirmed | à préparer | one_parcel | 2026-11-30 | 1500 | 1500',
    ]);
    expect(drawLines(after).map((line) => line.split(' | ').slice(1, 4).join(' '))).toEqual([
      'MIEL 2 reserved',
      'SAVON 1 reserved',
      'HUILE 1 at_partner',
    ]);
    expect(after.orders.rows[0]).toMatchObject({
      ...{ orderedAt: '2026-11-22T15:30:00', source: 'csv_import', sourceId: 'S-1', paidOn: '2026-11-22' },
      ...{ shipAddress: '3, rue Basse', shipPostalCode: '01000', instructions: 'Sonner; deux fois' },
    });
    expect(after.orders.rows[1]?.shipAddress).toBe('1 rue Haute');
    expect(plan.summary).toBe(
      '2 commandes importées, 3 lignes ; 0 lignes du fichier refusées, 0 commandes déjà connues.',
    );
  });

  it('is not imported twice; after an undo it is', () => {
    const again = run(csv, after);
    expect(again.plan.changes).toEqual([]);
    expect(again.refusals.map((text) => text.slice(0, 30))).toEqual([
      'la commande S-1 est déjà là (C',
      'la commande S-2 est déjà là (C',
    ]);
    const voided = after.orders.rows.map((row) => ({ ...row, status: 'voided' as const }));
    expect(run(csv, shopWith({ orders: voided })).after.orders.rows).toHaveLength(4);
  });

  it('pasted from a sheet, with a byte order mark, other titles and empty rows, says the same', () => {
    const pasted =
      '\ufeffOrder\tEmail\tLineitem sku\tLineitem quantity\tInconnu\n\nS-1\tlea@example.com\tMIEL\t2\tx\n\t\t\t\t\n';
    const done = run(pasted);
    expect(done.warnings).toEqual([]);
    expect(rowsAsText(done.after.orders.rows, 'source', 'sourceId', 'totalCents')).toEqual(['pasted | S-1 | 2400']);
  });

  it('can wait to be routed', () => {
    const done = run(csv, shopWith(), { routeNow: false, isPaid: false });
    expect(done.after.lines.rows.map(({ status }) => status)).toEqual(['to_route', 'to_route', 'to_route']);
    expect(done.after.orders.rows[0]).toMatchObject({ paidCents: null, paidOn: null });
  });
});

describe('a refused row is told with its number and its reason, and its order is left out whole', () => {
  test.each([
    ['S-1;x@example.com;MIEL;1;', 'le client « x@example.com »'],
    ['S-1;lea@example.com;RIEN;1;', 'le produit « RIEN »'],
    ['S-1;lea@example.com;MIEL;1,5;', 'la quantité « 1,5 »'],
    ['S-1;lea@example.com;MIEL;0;', 'la quantité « 0 »'],
    ['S-1;lea@example.com;MIEL;1;12,345', '« 12,345 » n’est pas un montant'],
    ['S-1;lea@example.com;MIEL;1;12;encore', 'plus de cellules'],
    [';lea@example.com;MIEL;1;', 'pas de référence'],
  ])('%s', (row, reason) => {
    const text = `Référence;Client;SKU;Quantité;Prix\n${row}\nS-2;lea@example.com;MIEL;1;\n`;
    const { after, warnings } = run(text);
    expect(warnings[0]).toContain(`ligne 2 du fichier refusée : `);
    expect(warnings[0]).toContain(reason);
    expect(after.orders.rows.map(({ sourceId }) => sourceId)).toEqual(['S-2']);
  });

  it('the other rows of that order do not make half an order', () => {
    const text = 'Référence;Client;SKU;Quantité\nS-1;lea@example.com;MIEL;1\nS-1;lea@example.com;RIEN;1\n';
    const { plan, refusals } = run(text);
    expect(plan.changes).toEqual([]);
    expect(refusals[1]).toBe(
      'la commande S-1 n’est pas importée, parce qu’une de ses lignes (3) est refusée. Corrigez le fichier et importez-le à nouveau.',
    );
  });

  it('two customers under one reference are not merged', () => {
    const customers = [
      { id: 'CLI-000001', email: 'lea@example.com' },
      { id: 'CLI-000002', email: 'tom@example.com' },
    ];
    const text = 'Référence;Client;SKU;Quantité\nS-1;lea@example.com;MIEL;1\nS-1;tom@example.com;MIEL;1\n';
    expect(run(text, shopWith({ customers })).refusals[0]).toContain('n’est pas celui des autres lignes');
  });
});

test.each([
  ['', 'vide'],
  ['Client;SKU\nlea@example.com;MIEL', 'il manque les colonnes : Référence, Quantité'],
  ['Référence;Client;SKU;Quantité\nS-1;lea@example.com;"MIEL;1\n', 'guillemet'],
])('a table that cannot be read is refused: %j', (text, message) => {
  const { plan, refusals } = run(text);
  expect(plan.changes).toEqual([]);
  expect(refusals.join(' ')).toContain(message);
});

test('the CSV library runs in a bare vm, as in Apps Script', () => {
  const sandbox = createContext({});
  const source = readFileSync(createRequire(import.meta.url).resolve('papaparse'), 'utf8');
  runInContext(`var module = { exports: {} }; var exports = module.exports; ${source}`, sandbox);
  const parsed = runInContext(`JSON.stringify(module.exports.parse('a;"b;c"\\n1;2').data)`, sandbox);
  expect(JSON.parse(String(parsed))).toEqual([
    ['a', 'b;c'],
    ['1', '2'],
  ]);
});
