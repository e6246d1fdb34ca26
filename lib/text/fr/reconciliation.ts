// What the Rapprochement tab says: each disagreement in a sentence, and what the night did about it. No whole name or
// address stands here: a night prints what it would write.

type P<Name extends string> = Readonly<Record<Name, string>>;

export const reconciliation = {
  nothing: 'vide',
  aboutDunning: 'Relances',
  aboutPrice: (p: P<'price'>) => `Prix Stripe ${p.price}`,
  typed: (p: P<'text'>) => `« ${p.text} »`,
  putRight: (p: P<'tab' | 'id' | 'header'>) =>
    `Onglet « ${p.tab} », ${p.id} : « ${p.header} » appartient à la nuit et avait été modifié à la main.`,
  putRightDone: 'La valeur de Stripe a été remise.',
  notOverwritten: 'Rien n’est remplacé : corrigez le côté qui a tort.',
  missingInStripe: (p: P<'tab' | 'id'>) =>
    `Onglet « ${p.tab} » : ${p.id} est en cours ici, mais Stripe ne le connaît plus.`,
  missingInStripeDone: 'La ligne est gardée telle quelle. Vérifiez le compte Stripe et la clé de la nuit.',
  customerDeleted: (p: P<'id'>) => `Le client ${p.id} a été supprimé dans Stripe.`,
  customerDeletedDone: 'La ligne est gardée, avec ses points.',
  deletedInStripe: 'supprimé',
  missingInWorkbook: (p: P<'tab' | 'id' | 'customer'>) =>
    `${p.id} existe dans Stripe (client ${p.customer}) mais n’a pas pu être repris dans l’onglet « ${p.tab} ».`,
  missingInWorkbookDone: 'Repris dès que la ligne du client est saine : corrigez d’abord les cellules signalées.',
  customerDiffers: (p: P<'id' | 'header'>) => `Client ${p.id} : « ${p.header} » n’est pas le même ici et dans Stripe.`,
  planDiffers: (p: P<'id' | 'header'>) => `Formule ${p.id} : « ${p.header} » n’est pas celui du prix Stripe.`,
  valueUnknown: (p: P<'tab' | 'id' | 'header'>) =>
    `Onglet « ${p.tab} », ${p.id} : « ${p.header} » a dans Stripe une valeur inconnue de ce programme.`,
  valueUnknownDone: 'Noté « inconnu » ; ni points ni relance n’en dépendent. Mettez le programme à jour.',
  currency: (p: P<'id'>) => `${p.id} : paiements dans une autre monnaie que l’euro.`,
  currencyDone: 'Les montants ne sont pas repris et ne donnent pas de points.',
  priceUnknown: (p: P<'price'>) => `Le prix Stripe ${p.price} n’est celui d’aucune formule.`,
  priceUnknownDone: 'Repris sans formule, donc sans points. Copiez le prix dans l’onglet « Formules ».',
  pointsDiffer: (p: P<'id' | 'customer'>) =>
    `Facture ${p.id} du client ${p.customer} : les points inscrits ne sont pas les points dus.`,
  pointsDifferDone: 'Les points de ce client sont gelés tant que la cellule signalée n’est pas corrigée.',
  pointsCount: (p: P<'points'>) => `${p.points} points`,
  pointsDebt: (p: P<'id'>) => `Client ${p.id} : des points déjà dépensés ont été retirés (remboursement ou litige).`,
  pointsDebtDone: 'Les prochains gains règlent d’abord cette dette.',
  dunningDrift: 'Les relances réglées dans Stripe ne suivent pas le délai promis aux clients.',
  dunningDriftDone: 'Changez le réglage « Nouvel essai promis après » ici, ou les relances dans Stripe.',
  days: (p: P<'days'>) => `${p.days} jours`,
  paymentOverdue: (p: P<'id' | 'customer' | 'day'>) =>
    `Facture ${p.id} du client ${p.customer} : impayée après le délai de grâce (${p.day}).`,
  noRetry: 'aucun nouvel essai prévu',
  retryOn: (p: P<'day'>) => `nouvel essai le ${p.day}`,
  paymentOverdueDone: 'Envoyez la relance avec le lien du portail pour mettre la carte à jour.',
  emailTwice: (p: P<'email' | 'ids'>) => `Plusieurs clients ont l’adresse ${p.email} : ${p.ids}.`,
  stripeCustomerTwice: (p: P<'customer' | 'ids'>) =>
    `Plusieurs lignes portent le client Stripe ${p.customer} : ${p.ids}.`,
  duplicateDone: 'Rien n’est fusionné : gardez une seule ligne, ou confirmez que ce sont deux personnes.',
  requestStuck: (p: P<'id' | 'day'>) => `La demande ${p.id} du ${p.day} n’est toujours pas faite.`,
  requestFailed: (p: P<'id' | 'day'>) => `La demande ${p.id} du ${p.day} a échoué.`,
  requestStuckDone: 'Lisez son résultat dans « Demandes », puis remettez-la « à faire » ou « retiré ».',
  summary: (p: P<'day' | 'open' | 'grace' | 'points'>) =>
    `Nuit du ${p.day} : ${p.open}. Paiements en délai de grâce : ${p.grace}. Points en circulation : ${p.points}.`,
  notCounted: (p: P<'tab'>) => `non comptés, onglet « ${p.tab} » inutilisable`,
  nothingOpen: 'tout concorde',
  openItems: (p: P<'count' | 'kinds'>) => `écarts ouverts : ${p.count} (${p.kinds})`,
  openOfKind: (p: P<'kind' | 'count'>) => `${p.kind} : ${p.count}`,
};
