// What each setting is called and what it changes.
import type { SettingKey } from '#lib/settings/settings.ts';

interface SettingText {
  readonly label: string;
  readonly unit: string;
  readonly note: string;
}

const texts: Readonly<Record<SettingKey, SettingText>> = {
  'points.lifetimeMonths': {
    label: 'Durée de vie des points',
    unit: 'mois',
    note: 'Mois calendaires, prolongés par les pauses d’abonnement.',
  },
  'points.delayBonus': {
    label: 'Bonus pour un retard',
    unit: 'points',
    note: 'Crédités quand la réponse de retard est envoyée.',
  },
  'billing.graceDays': {
    label: 'Délai de grâce après un échec',
    unit: 'jours',
    note: 'Le compte reste actif pendant ce délai.',
  },
  'billing.retryDays': {
    label: 'Nouvel essai promis après',
    unit: 'jours',
    note: 'Comparé aux relances réglées dans Stripe ; un écart est signalé.',
  },
  'billing.pauseMonths': { label: 'Durée d’une pause', unit: 'mois', note: 'Gratuite ; les points sont gardés.' },
  'billing.invoiceWindowDays': {
    label: 'Factures relues chaque nuit',
    unit: 'jours',
    note: 'Plus les factures ouvertes, quel que soit leur âge.',
  },
  'stock.threshold': {
    label: 'Seuil de réassort',
    unit: 'part du stock cible',
    note: 'Entre 15 % et 20 % du stock cible.',
  },
  'stock.bufferWeeks': { label: 'Stock de sécurité', unit: 'semaines', note: 'Semaines de ventes moyennes, 2 à 3.' },
  'stock.minimumShelfLifeDays': {
    label: 'Durée minimale à la livraison',
    unit: 'jours',
    note: 'Entre la livraison promise et la DDM.',
  },
  'orders.cutOffHour': {
    label: 'Heure limite de commande',
    unit: 'h',
    note: 'Après cette heure, la commande compte à partir du lendemain.',
  },
};

export function settingLabel(key: string): string {
  return texts[key as SettingKey]?.label ?? key;
}

/** The unit and the explanation. */
export function settingNote(key: string): { readonly unit: string; readonly note: string } {
  return texts[key as SettingKey] ?? { unit: '', note: '' };
}
