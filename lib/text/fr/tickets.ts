// What the actions about tickets say: labels of their lists, what they did, the state of a clock in words.

type P<Name extends string> = Readonly<Record<Name, string>>;

const two = (count: number) => String(count).padStart(2, '0');
const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

/** Open time: 45 min, 3 h 20, 26 h. */
function duration(minutes: number): string {
  const whole = Math.abs(minutes);
  const hours = Math.floor(whole / 60);
  if (hours === 0) return `${whole} min`;
  return whole % 60 === 0 ? `${hours} h` : `${hours} h ${two(whole % 60)}`;
}

const clockKinds = {
  first: 'première réponse',
  next: 'réponse suivante',
  resolution: 'résolution',
} as const;

type ClockKind = keyof typeof clockKinds;
type Left = { readonly kind: ClockKind; readonly minutesLeft: number };

export const ticketTexts = {
  option: (p: P<'ticket' | 'subject' | 'customer' | 'state'>) =>
    [p.ticket, p.subject, p.customer, p.state].filter((part) => part !== '').join(' · '),
  steps: {
    answered: 'Réponse donnée, il reste à faire',
    answered_waiting: 'Réponse donnée, on attend le client',
    answered_resolved: 'Réponse donnée, c’est résolu',
    customer_wrote: 'Le client a écrit',
    wait: 'On attend le client',
    resolve: 'C’est résolu',
    reopen: 'Rouvrir',
    assign: 'Rien de cela : changer qui suit, ou noter',
  },
  /** Of a running clock, above a form or on the list. */
  clock: ({ kind, minutesLeft, dueAt }: Left & P<'dueAt'>) =>
    minutesLeft < 0
      ? `${clockKinds[kind]} : dépassée de ${duration(minutesLeft)} (avant le ${dueAt})`
      : `${clockKinds[kind]} : encore ${duration(minutesLeft)} (avant le ${dueAt})`,
  /** Past on the wall, though the shop has not been open since. */
  clockJustPast: ({ kind, dueAt }: Pick<Left, 'kind'> & P<'dueAt'>) =>
    `${clockKinds[kind]} : dépassée depuis le ${dueAt}, boutique fermée depuis`,
  waitingSince: (since: string) => `on attend le client depuis le ${since}`,
  waiting: 'on attend le client',
  resolvedOn: (since: string) => `résolu le ${since}`,
  created: (p: P<'ticket' | 'dueAt'>) => `Ticket ${p.ticket} ouvert : première réponse avant le ${p.dueAt}.`,
  followed: (p: P<'ticket' | 'step' | 'clock'>) =>
    `Ticket ${p.ticket} : ${p.step}${p.clock === '' ? '' : ` – ${p.clock}`}.`,
  stepsDone: {
    answered: 'réponse notée',
    answered_waiting: 'réponse notée, on attend le client',
    answered_resolved: 'réponse notée, résolu',
    customer_wrote: 'le client a écrit',
    wait: 'on attend le client',
    resolve: 'résolu',
    reopen: 'rouvert',
    assign: 'suivi mis à jour',
  },
  survey: {
    copyLabel: 'Lien de l’enquête, à envoyer au client',
    /** Sent to the customer once the ticket is solved. */
    message: (link: string) =>
      `Votre avis nous aide à mieux répondre : deux questions, une minute.\n${link}\nMerci d’avance.`,
    recorded: (p: P<'ticket' | 'scores'>) => `Ticket ${p.ticket} : ${p.scores}.`,
    csat: (score: number) => `CSAT ${score} sur 5`,
    nps: (score: number) => `NPS ${score} sur 10`,
    comment: 'commentaire noté',
  },
  list: {
    title: 'Tickets à traiter',
    sections: {
      breached: (count: number) => `Dépassés (${count})`,
      due_soon: (count: number) => `Bientôt dus (${count})`,
      on_time: (count: number) => `Dans les temps (${count})`,
      clock_stopped: (count: number) => `On attend le client (${count})`,
    },
    empty: 'Aucun.',
    nobody: 'Personne',
    more: (count: number) => `… et ${plural(count, 'autre', 'autres')}`,
    summary: (p: { readonly breached: number; readonly due_soon: number; readonly open: number }) =>
      p.open === 0
        ? 'Aucun ticket à traiter.'
        : `${plural(p.open, 'ticket à traiter', 'tickets à traiter')}, dont ${plural(p.breached, 'dépassé', 'dépassés')} et ${p.due_soon} bientôt ${p.due_soon > 1 ? 'dus' : 'dû'}.`,
  },
};
