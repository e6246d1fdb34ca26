// What became of a customer's request, as it stands on the Demandes tab: done, already so, or why not and what to do.

type P<Name extends string> = Readonly<Record<Name, string>>;

export const requestResults = {
  pauseDone: (p: P<'day'>) => `En pause jusqu’au ${p.day} : aucune échéance d’ici là, les points sont gardés.`,
  resumeDone: 'Abonnement repris.',
  resumeCharges: (p: P<'price'>) =>
    `Abonnement repris : une nouvelle période commence, et Stripe demande tout de suite ${p.price} au client.`,
  resumeNext: (p: P<'day' | 'price'>) => `Abonnement repris : prochaine échéance le ${p.day} (${p.price}).`,
  switchDone: (p: P<'plan'>) =>
    `Passé à la formule ${p.plan} ; le temps déjà payé et non consommé est déduit par Stripe.`,
  switchWaits: (p: P<'plan' | 'day'>) =>
    `Passera à la formule ${p.plan} à l’échéance du ${p.day} ; la nuit le fera la veille.`,
  cancelDone: (p: P<'day'>) => `Résiliation prévue le ${p.day} ; les points vivent jusqu’à leur expiration.`,
  cancelDoneUndated: 'Résiliation prévue en fin de période ; les points vivent jusqu’à leur expiration.',
  alreadyPaused: 'L’abonnement est déjà en pause : rien n’a été changé.',
  alreadyPausedUntil: (p: P<'day'>) => `L’abonnement est déjà en pause jusqu’au ${p.day} : rien n’a été changé.`,
  alreadyRunning: 'L’abonnement n’est pas en pause : rien n’a été changé.',
  alreadyInterval: (p: P<'interval'>) => `L’abonnement est déjà ${p.interval} : rien n’a été changé.`,
  alreadyCanceling: (p: P<'day'>) => `La résiliation est déjà prévue le ${p.day} : rien n’a été changé.`,
  alreadyCanceled: 'L’abonnement est déjà résilié : rien n’a été changé.',
  unknownSubscription: (p: P<'id'>) =>
    `Stripe ne connaît pas l’abonnement ${p.id}. Vérifiez l’identifiant dans l’onglet « Abonnements », puis refaites la demande.`,
  otherCustomer: (p: P<'id' | 'customer'>) =>
    `L’abonnement ${p.id} n’est pas celui du client ${p.customer}. Corrigez l’un des deux, puis refaites la demande.`,
  ended: (p: P<'id'>) => `L’abonnement ${p.id} est terminé. Proposez au client de se réabonner par le portail.`,
  unknownState: (p: P<'value'>) =>
    `L’état de l’abonnement dans Stripe (« ${p.value} ») est inconnu de ce programme. Faites ce changement dans Stripe.`,
  notStarted: 'Le premier paiement n’a jamais abouti : l’abonnement n’a pas commencé. Il s’éteindra de lui-même.',
  paymentDue:
    'Une échéance est impayée. Faites d’abord mettre la carte à jour par le portail, puis refaites la demande.',
  endsBefore: (p: P<'day'>) =>
    `Une résiliation est prévue le ${p.day}. Annulez-la d’abord dans Stripe ou par le portail, puis refaites la demande.`,
  pausedFirst: 'L’abonnement est en pause. Demandez d’abord la reprise, puis ce changement la nuit suivante.',
  yearlyPaid: (p: P<'day'>) =>
    `Un abonnement annuel est déjà payé jusqu’au ${p.day} : une pause n’y changerait rien. Proposez de passer au mensuel, ou de résilier en fin de période.`,
  yearlyRenewal: (p: P<'day' | 'price'>) =>
    `L’échéance annuelle du ${p.day} tombe dans la pause : elle serait annulée, soit une année offerte (${p.price}). Proposez de passer d’abord au mensuel, ou de résilier en fin de période.`,
  intervalUnknown: 'La fréquence de cet abonnement est inconnue de ce programme. Faites ce changement dans Stripe.',
  noPlan: (p: P<'interval'>) =>
    `Aucune formule proposée « ${p.interval} » n’a de prix Stripe. Complétez l’onglet « Formules », puis refaites la demande.`,
  severalPlans: (p: P<'interval' | 'plans'>) =>
    `Plusieurs formules proposées sont « ${p.interval} » (${p.plans}). Faites ce changement dans Stripe, ou n’en proposez qu’une.`,
  failed: (p: P<'reason'>) =>
    `Stripe a refusé : ${p.reason} Rien n’a été changé. Corrigez, puis remettez la demande « à faire ».`,
  unanswered: 'Stripe n’a pas répondu : la demande reste à faire et sera reprise la nuit prochaine.',
};
