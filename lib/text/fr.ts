// French: every text a person reads. The catalogue is plain data and small functions of parameters, assembled here.
import { actionText } from './fr/actions.ts';
import { addon } from './fr/addon.ts';
import { billingSteps } from './fr/billing-steps.ts';
import { choiceCode, choiceLabel, choiceLabels } from './fr/choices.ts';
import { customerTexts } from './fr/customers.ts';
import { faqTexts } from './fr/faq.ts';
import { forecastTexts } from './fr/forecast.ts';
import { formatDay, formatEuros, formatNumber, formatPercent, formatWallTime } from './fr/formats.ts';
import { headerOf, noteOf } from './fr/headers.ts';
import { kpiSamples } from './fr/kpi-samples.ts';
import { kpiTexts } from './fr/kpi-texts.ts';
import { night } from './fr/night.ts';
import { orderTexts } from './fr/orders.ts';
import { problems } from './fr/problems.ts';
import { purchaseTexts } from './fr/purchases.ts';
import { reconciliation } from './fr/reconciliation.ts';
import { replyTexts } from './fr/replies.ts';
import { requestResults } from './fr/request-results.ts';
import { reviewTexts } from './fr/review.ts';
import { searchTerm } from './fr/search-terms.ts';
import { settingLabel, settingNote } from './fr/settings.ts';
import { starterFaq } from './fr/starter-faq.ts';
import { starterReplies } from './fr/starter-replies.ts';
import { stockTexts } from './fr/stock.ts';
import { stripeReason } from './fr/stripe-reasons.ts';
import { tabTitle } from './fr/tabs.ts';
import { ticketTexts } from './fr/tickets.ts';
import { toneChecklist, toneTexts } from './fr/tone.ts';
import { workbook } from './fr/workbook.ts';

export const fr = {
  place: (tab: string, cell: string) => `onglet « ${tab} », cellule ${cell}`,
  rowNumber: (number: number) => `ligne ${number}`,
  yesNo: (value: boolean) => (value ? 'oui' : 'non'),
  problems,
  actionText,
  addon,
  night,
  billingSteps,
  reconciliation,
  requestResults,
  stock: stockTexts,
  orders: orderTexts,
  customers: customerTexts,
  purchases: purchaseTexts,
  forecast: forecastTexts,
  review: reviewTexts,
  tickets: ticketTexts,
  faq: faqTexts,
  tabTitle,
  workbook,
  kpiTexts,
  kpiSamples,
  replies: replyTexts,
  starterReplies,
  starterFaq,
  toneChecklist,
  tone: toneTexts,
  searchTerm,
  header: headerOf,
  note: noteOf,
  choiceLabel,
  choiceLabels,
  choiceCode,
  stripeReason,
  settingLabel,
  settingNote,
  formatEuros,
  formatNumber,
  formatPercent,
  formatDay,
  formatWallTime,
};
