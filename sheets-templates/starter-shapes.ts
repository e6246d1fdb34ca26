// What goes with the texts of the starter replies and FAQ: subject matter, the row they start from, their side effect.
import type { ChoiceCode, FaqId, ReplyId } from '#lib/text/words.ts';

interface ReplyShape {
  readonly category: ChoiceCode;
  readonly appliesTo: ChoiceCode;
  readonly channel: ChoiceCode;
  readonly sideEffect: ChoiceCode;
}

const reply = (category: ChoiceCode, appliesTo: ChoiceCode, sideEffect: ChoiceCode = 'no_effect'): ReplyShape => ({
  category,
  appliesTo,
  channel: 'any_channel',
  sideEffect,
});

const replies: Readonly<Record<ReplyId, ReplyShape>> = {
  'REP-RETARD': reply('delay', 'about_order', 'delay_bonus'),
  'REP-EXPIRATION': reply('points_question', 'about_customer'),
  'REP-FREQUENCE': reply('subscription', 'about_subscription'),
  'REP-ECHEC': reply('billing', 'about_invoice'),
  'REP-PAUSE': reply('subscription', 'about_subscription'),
  'REP-SUIVI': reply('delivery', 'about_order'),
  'REP-RUPTURE': reply('out_of_stock', 'about_incident', 'incident_bonus'),
  'REP-PARTENAIRE': reply('partner_problem', 'about_incident', 'incident_bonus'),
  'REP-QUALITE': reply('quality', 'about_incident'),
};

const faqCategories: Readonly<Record<FaqId, ChoiceCode>> = {
  'FAQ-DELAIS': 'delivery',
  'FAQ-DEUXCOLIS': 'delivery',
  'FAQ-SUIVI': 'delivery',
  'FAQ-POINTS': 'points_question',
  'FAQ-EXPIRATION': 'points_question',
  'FAQ-ANNUEL': 'subscription',
  'FAQ-PAUSE': 'subscription',
  'FAQ-RESILIER': 'subscription',
  'FAQ-PAIEMENT': 'billing',
  'FAQ-QUALITE': 'quality',
};

export function replyShape(id: ReplyId): ReplyShape {
  return replies[id];
}

export function faqShape(id: FaqId): { readonly category: ChoiceCode } {
  return { category: faqCategories[id] };
}
