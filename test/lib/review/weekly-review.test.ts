// The review on a shop counted by hand, when the night writes it, what the action adds, what the page and the e-mail say.
import { describe, expect, test } from 'vitest';
import { applyChanges } from '#lib/changes/apply.ts';
import type { ChangeSet } from '#lib/changes/change-set.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { Day } from '#lib/kernel/day.ts';
import { planWeeklyReview } from '#lib/review/plan-weekly-review.ts';
import { planReview } from '#lib/review/weekly-review-action.ts';
import { fr } from '#lib/text/fr.ts';
import { clockAt } from '../../support/clock-at.ts';
import { rowsAsText } from '../../support/rows-as-text.ts';
import { workbookOf } from '../../support/workbook-of.ts';
import { reviewShop, shopRows, TODAY } from './review-shop.ts';

const standing = (context: PlanContext, { changes }: ChangeSet, today: Day = TODAY): PlanContext => ({
  ...context,
  workbook: applyChanges(context.workbook, changes, fr),
  clock: clockAt(today),
});
const rowsOf = ({ workbook }: PlanContext) => workbook.weeklyReview.rows;

describe('the rows, by hand', () => {
  const context = reviewShop();
  const next = standing(context, planWeeklyReview(context));

  test('stock: on hand | available | incoming | cover | value | state', () => {
    const columns = ['id', 'onHand', 'available', 'incoming', 'coverWeeks', 'valueCents', 'state'] as const;
    expect(rowsAsText(rowsOf(next), ...columns)).toEqual([
      // 5 + 3 + 2; two are past their date. Nothing is expected to sell out of season: no cover.
      '2026-03-02/BAUME | 10 | 8 | 6 | - | 5000 | on_order',
      // 4 ÷ 14 a week; 4 ≤ 20.
      '2026-03-02/MIEL | 4 | 4 | 0 | 0.3 | 1600 | to_reorder',
      '2026-03-02/SAVON | 0 | 0 | 0 | - | 0 | out_of_stock',
    ]);
  });

  test('dates: next | within 60 | 30 | 14 days', () => {
    expect(rowsAsText(rowsOf(next), 'productId', 'nextBestBeforeOn', 'near60', 'near30', 'near14')).toEqual([
      'BAUME | 2026-03-01 | 10 | 10 | 7',
      'MIEL | - | 0 | 0 | 0',
      'SAVON | - | 0 | 0 | 0',
    ]);
  });

  test('the week before: sold | days without stock | rotation | margin', () => {
    // Honey: 13 sold, one came back; none of the year is long enough for a rotation, no order for a margin.
    expect(rowsAsText(rowsOf(next), 'productId', 'sold', 'stockOutDays', 'rotation', 'marginRate')).toEqual([
      'BAUME | 4 | 0 | - | -',
      'MIEL | 12 | 0 | - | -',
      'SAVON | 0 | - | - | -',
    ]);
  });

  test('advice: a sum to check, a partner to remind, a partner to find', () => {
    const [balm, honey, soap] = rowsOf(next).map(({ suggestedQuantity, suggestion }) => [
      suggestedQuantity,
      suggestion,
    ]);
    // Ten days are too near for a customer: 3 of the balms and the 6 to come count.
    expect(balm).toEqual([
      null,
      'Déjà commandé : ACH-1 devait apporter 6 le 02/03/2026 : relancez le partenaire. Au total 9, point de commande 0.',
    ]);
    // 4 left; a fifth of 40 is 8: back to 40.
    expect(honey?.[0]).toBe(36);
    expect(honey?.[1]).toMatch(
      /^Urgent, .* au plus le point de commande 8 \(20 % de la cible 40\) : 36 pour remonter à 40\.$/,
    );
    expect(soap).toEqual([null, expect.stringMatching(/^Savon n’a aucun partenaire actif/)]);
  });
});

describe('once a week', () => {
  test.each<[string, Day]>([
    ['Monday', '2026-03-02'],
    ['Monday’s night did not run: Tuesday', '2026-03-03'],
    ['none ran before Sunday', '2026-03-08'],
  ])('%s', (_, today) => {
    const context = reviewShop({}, today);
    const first = planWeeklyReview(context);
    expect(first.changes.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'append 2026-03-02/BAUME',
      'append 2026-03-02/MIEL',
      'append 2026-03-02/SAVON',
    ]);
    expect(new Set(first.changes.map(({ group }) => group)).size).toBe(1);
    const next = standing(context, first, '2026-03-08');
    expect(planWeeklyReview(next).changes).toEqual([]);
    expect(planWeeklyReview({ ...next, clock: clockAt('2026-03-09') }).changes).toHaveLength(3);
  });

  test('a row that an undo emptied is filled again', () => {
    const emptied = { id: '2026-03-02/MIEL', weekOn: '2026-03-02', productId: 'MIEL', comment: 'vu' } as const;
    const context = reviewShop({ weeklyReview: [emptied] });
    const plan = planWeeklyReview(context);
    expect(plan.changes.map(({ kind }) => kind).sort()).toEqual(['append', 'append', 'update']);
    expect(rowsOf(standing(context, plan))[0]).toMatchObject({ state: 'to_reorder', comment: 'vu' });
  });

  test.each(['movements', 'lots', 'weeklyReview', 'orders'] as const)('without a readable %s: nothing', (key) => {
    const context = reviewShop();
    const workbook = { ...context.workbook, [key]: workbookOf({}, [key])[key] };
    expect(planWeeklyReview({ ...context, workbook }).changes).toEqual([]);
  });
});

describe('on demand', () => {
  test('rows that stand are brought up to date, the comment stays', () => {
    const context = reviewShop();
    const written = standing(context, planWeeklyReview(context));
    const plan = planReview(written, { mailDraft: false });
    expect(plan.changes).toEqual([]);
    const row = { id: '2026-03-02/MIEL', weekOn: '2026-03-02', productId: 'MIEL', onHand: 9, comment: 'vu' } as const;
    const old = reviewShop({ weeklyReview: [row] });
    expect(rowsOf(standing(old, planReview(old, { mailDraft: false })))[0]).toMatchObject({ onHand: 4, comment: 'vu' });
  });

  test('summary', () => {
    expect(planReview(reviewShop(), { mailDraft: false }).summary).toBe(
      'Semaine du 02/03/2026 : 3 produits phares, 1 à commander, 10 unités proches de leur date, 66,00 € HT immobilisés.',
    );
  });

  test.each<[string, string, boolean, string[], string[]]>([
    ['asked and known', 'equipe@shop.fr', true, ['print', 'mail-draft', 'copy'], []],
    ['not asked', 'equipe@shop.fr', false, ['print', 'copy'], []],
    ['asked, no address', '', true, ['print', 'copy'], ['reviewNoEmail']],
  ])('an e-mail for the team: %s', (_, email, mailDraft, effects, warnings) => {
    const plan = planReview(reviewShop({}, TODAY, { 'shop.email': email }), { mailDraft });
    expect(plan.effects.map(({ kind }) => kind)).toEqual(effects);
    expect(plan.problems.map(({ code }) => code)).toEqual(warnings);
  });

  test('no hero on sale: refused', () => {
    const products = (shopRows.products ?? []).map((product) => ({ ...product, active: false }));
    expect(planReview(reviewShop({ products }), { mailDraft: false }).refusals.map(({ code }) => code)).toEqual([
      'reviewNoHero',
    ]);
  });

  test('a tab that cannot be read: refused and named', () => {
    const context = reviewShop();
    const workbook = { ...context.workbook, lots: workbookOf({}, ['lots']).lots };
    expect(planReview({ ...context, workbook }, { mailDraft: false }).refusals).toEqual([
      { code: 'stockTabUnusable', params: { tab: 'Lots' } },
    ]);
  });
});

describe('read by people', () => {
  const plan = planReview(reviewShop({}, TODAY, { 'shop.email': 'equipe@shop.fr' }), { mailDraft: true });
  const mail = plan.effects.find((effect) => effect.kind === 'mail-draft');
  const page = plan.effects.find((effect) => effect.kind === 'print');

  test('the e-mail', () => {
    expect(mail?.subject).toBe('Revue de la semaine du 02/03/2026 – Make the CHANGE');
    expect(mail?.text.split('\n\n').slice(1, 3)).toEqual([
      'Voici où en sont nos produits phares, et ce qui s’est vendu du 23/02/2026 au 01/03/2026. Argent immobilisé en stock : 66,00 € HT.',
      [
        'Baume : réassort en cours',
        '  8 unités disponibles, couverture inconnue ; 4 vendus la semaine passée.',
        '  À retirer de la vente : 2 unités du L4 (Atelier <Lyon>), date 02/03/2026, date passée depuis 2 jours.',
        '  À écouler : 5 unités du L2 (Atelier <Lyon>), date 14/03/2026, encore 10 jours.',
        '  À écouler : 3 unités du L3 (Atelier <Lyon>), date 31/03/2026, encore 27 jours.',
        '  Déjà commandé : ACH-1 devait apporter 6 le 02/03/2026 : relancez le partenaire. Au total 9, point de commande 0.',
      ].join('\n'),
    ]);
  });

  test('the page escapes what people type, and asks nothing of the network', () => {
    expect(page?.html).toContain('<td class="name">Miel &amp; noix</td>');
    expect(page?.html).toContain('Atelier &lt;Lyon&gt;');
    expect(page?.html).not.toMatch(/<script|https?:|<img|<link|undefined|NaN|null/);
  });

  test('without near lots or heroes the page says so', () => {
    const { html } = planReview(reviewShop({ lots: [] }), { mailDraft: false }).effects[0] as { readonly html: string };
    expect(html).toContain('Aucun lot à moins de 60 jours de sa date.');
  });
});
