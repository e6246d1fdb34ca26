// What the team of the demo shop typed into Réglages: the addresses its replies and its purchases give.
import type { RawRow } from '#demo/plan-demo-seed.ts';
import type { SettingKey } from '#lib/tables/default-settings.ts';

const typed: Readonly<Partial<Record<SettingKey, string>>> = {
  'shop.email': 'bonjour@boutique.example',
  'links.catalogue': 'https://boutique.example/catalogue?points={{points}}',
  'links.portal': 'https://factures.boutique.example/connexion',
  'links.survey': 'https://avis.boutique.example/?ticket={{ticket}}',
  'links.faq': 'https://boutique.example/questions',
};

export const typedSettings: readonly RawRow[] = Object.entries(typed).map(([over, value]) => ({
  table: 'settings',
  over,
  cells: { value },
}));
