// Labels of the actions on figures and of their fields.
import type { ActionText } from './actions.ts';

export const kpiActionTexts: Readonly<Record<string, ActionText>> = {
  'update-kpis': {
    label: 'Mettre à jour les indicateurs…',
    intro:
      'Comme la nuit le fait : utile après une correction, ou quand la nuit n’a pas tourné. Les jours comptés sont complets, jusqu’à hier ; le relevé d’un jour déjà noté dans l’historique n’est jamais refait.',
    fields: {},
  },
  'show-kpi-rows': {
    label: 'Voir les lignes derrière un indicateur…',
    intro: 'Le calcul d’un indicateur et les lignes du classeur dont il vient. Rien n’est écrit.',
    fields: { kpiId: 'Indicateur' },
  },
};
