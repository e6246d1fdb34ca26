// French: every text a person reads. The catalogue is plain data and small functions of parameters, assembled here.
import { choiceCode, choiceLabel, choiceLabels } from './fr/choices.ts';
import { formatDay, formatEuros, formatNumber, formatPercent } from './fr/formats.ts';
import { headerOf, noteOf } from './fr/headers.ts';
import { night } from './fr/night.ts';
import { problems } from './fr/problems.ts';
import { settingLabel, settingNote } from './fr/settings.ts';
import { tabTitle } from './fr/tabs.ts';

export const fr = {
  place: (tab: string, cell: string) => `onglet « ${tab} », cellule ${cell}`,
  problems,
  night,
  tabTitle,
  header: headerOf,
  note: noteOf,
  choiceLabel,
  choiceLabels,
  choiceCode,
  settingLabel,
  settingNote,
  formatEuros,
  formatNumber,
  formatPercent,
  formatDay,
};
