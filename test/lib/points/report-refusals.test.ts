// Paid invoices whose points cannot be counted: nothing is credited or taken, and it is said once.
import { test } from 'vitest';
import { raw } from '../../support/workbook-of.ts';
import { type Damage, expectDamage, shop } from './damaged-shop.ts';
import { invoice, monthly } from './points-night.ts';

const damages: readonly Damage[] = [
  {
    title: 'a damaged plan row stops new earnings only, and is said once',
    before: shop({ plans: [{ ...monthly, priceCents: raw('dix-huit') }] }),
    balances: [100, 100],
    problems: [
      'onglet « Factures », cellule E5 : la formule FOR-1 est introuvable ou illisible : les points des factures payées qui la désignent ne sont pas crédités. Corrigez l’onglet « Formules », la nuit suivante rattrape tout.',
    ],
  },
  {
    title: 'a plan priced 0',
    before: shop({ plans: [{ ...monthly, priceCents: 0 }] }),
    balances: [100, 100],
    problems: [
      'onglet « Factures », cellule E5 : la formule FOR-1 a un prix nul : les points de ses factures payées ne peuvent pas être calculés. Tapez son prix dans l’onglet « Formules ».',
    ],
  },
  {
    title: 'a paid invoice of a subscription without a plan, and one without its day',
    before: shop({
      invoices: [invoice('in_5', '2026-11-20', { planId: null }), invoice('in_6', '2026-11-20', { paidOn: null })],
    }),
    balances: [100, 100],
    problems: [
      'onglet « Factures », cellule E3 : cette facture d’abonnement payée n’a pas de formule : ses points ne sont pas crédités. Ajoutez le prix Stripe de l’abonnement à une ligne de l’onglet « Formules », la nuit suivante rattrape tout.',
      'onglet « Factures », cellule I4 : cette facture est payée sans date de paiement : ses points ne sont pas crédités. Ouvrez-la dans Stripe et vérifiez son paiement.',
    ],
  },
  {
    title: 'an invoice in a state never seen keeps what stands for it',
    before: shop({ invoices: [invoice('in_1', '2026-10-20', { status: 'unknown', paidBackCents: 1800 })] }),
    balances: [100, 100],
    problems: [],
  },
  {
    title: 'an invoice that moved to another customer is not credited twice',
    before: shop({ invoices: [invoice('in_1', '2026-10-20', { customerId: 'CLI-2' })] }),
    balances: [100, 100],
    problems: [
      'onglet « Factures », cellule C3 : cette facture est à CLI-2, mais ses points ont été écrits chez CLI-1 : rien n’est changé. Corrigez le client de la facture ou ajustez les points des deux clients à la main.',
    ],
  },
];

test.each(damages)('$title', expectDamage);
