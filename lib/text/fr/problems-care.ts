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
};
