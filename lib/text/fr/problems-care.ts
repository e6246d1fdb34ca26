// Problems of tickets and of the FAQ: what contradicts itself, what refuses an action, and the cure.

type P<Name extends string> = Readonly<Record<Name, string>>;

export const careProblems = {
  ticketTimeBeforeStart: (p: P<'header'>) =>
    `« ${p.header} » est avant « Reçu le » : le ticket n’existait pas encore. Corrigez l’une des deux heures.`,
  ticketTimeAhead: (p: P<'header'>) =>
    `« ${p.header} » est dans l’avenir. Tapez l’heure à laquelle c’est vraiment arrivé.`,
  ticketCustomerCameBack: () =>
    'le client a écrit depuis que nous l’attendons, et le délai est arrêté : remettez l’état à « ouvert », ou choisissez « Suivre un ticket » › « Le client a écrit ».',
  ticketScoreTooHigh: (p: P<'header' | 'value' | 'max'>) =>
    `« ${p.header} » vaut ${p.value} ; le maximum est ${p.max}. Corrigez la note, elle fausserait les moyennes.`,
  ticketTabUnusable: (p: P<'tab'>) =>
    `l’onglet « ${p.tab} » est inutilisable : rien n’est enregistré. Restaurez-le par Fichier › Historique des versions, ou lancez « ops init ».`,
  ticketMomentBad: (p: P<'value'>) =>
    `« ${p.value} » n’est pas une heure. Tapez-la comme 14:30, ou comme 20/11/2026 14:30.`,
  ticketMomentAhead: (p: P<'value'>) =>
    `« ${p.value} » est dans l’avenir. Tapez quand c’est vraiment arrivé, ou laissez vide pour maintenant.`,
  ticketMomentTooEarly: (p: P<'value' | 'receivedAt'>) =>
    `« ${p.value} » est avant l’arrivée du ticket (${p.receivedAt}). Corrigez l’heure.`,
  ticketWithoutText: () => 'un ticket sans objet ni message ne dit rien : remplissez l’un des deux.',
  ticketVoided: (p: P<'ticket'>) =>
    `le ticket ${p.ticket} est annulé. Pour le reprendre, remettez son état à « ouvert » dans l’onglet « Tickets ».`,
  surveyLinkMissing: () =>
    'le lien de l’enquête manque : remplissez « Lien de l’enquête de satisfaction » dans l’onglet « Réglages ». {{ticket}} y est remplacé par le numéro du ticket.',
  surveyWithoutAnswer: () => 'aucune réponse à noter : remplissez la note, la recommandation ou le commentaire.',
  surveyAnsweredBefore: (p: P<'ticket'>) =>
    `une réponse était déjà notée pour ${p.ticket} : elle sera remplacée par celle-ci.`,
};
