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

/** Titles under which an imported table may hold each column: ours, Crisp's, other chat tools'. The first is the one we name. */
const importColumns = {
  sourceId: ['Référence', 'Identifiant', 'ID', 'session_id', 'conversation_id', 'Ticket ID'],
  receivedAt: ['Reçu le', 'Date', 'Créé le', 'created_at', 'conversation_created_at', 'Created'],
  channel: ['Canal', 'Channel', 'origin', 'meta.origin', 'source'],
  email: ['E-mail', 'Email', 'Adresse e-mail', 'Courriel', 'meta.email', 'Customer email', 'Visitor email'],
  name: ['Nom', 'Client', 'nickname', 'meta.nickname', 'Name', 'Visitor'],
  category: ['Sujet traité', 'Catégorie', 'Category'],
  subject: ['Objet', 'Sujet', 'Subject', 'meta.subject', 'Title'],
  message: ['Message', 'Premier message', 'First message', 'last_message', 'Description'],
  state: ['État', 'Statut', 'state', 'status', 'conversation_state'],
  firstReplyAt: ['Première réponse le', 'first_reply_at', 'First response at', 'conversation_first_response_at'],
  lastReplyAt: ['Dernière réponse', 'last_reply_at'],
  lastCustomerAt: ['Dernier message du client', 'waiting_since'],
  replies: ['Réponses données', 'Réponses', 'replies'],
  resolvedAt: ['Résolu le', 'Fermé le', 'resolved_at', 'closed_at', 'conversation_closed_at'],
  updatedAt: ['Modifié le', 'updated_at'],
  assignee: ['Suivi par', 'Assigné à', 'assignee', 'assigned', 'Operator'],
  csat: ['CSAT (1–5)', 'CSAT', 'Satisfaction', 'rating.stars'],
  link: ['Lien', 'URL', 'Link'],
} as const;

/** What chat tools call a conversation's state, without case or accents; Crisp also numbers them. */
const importStates = {
  open: ['ouvert', 'open', 'pending', 'unresolved', 'new', 'en cours', '0', '1'],
  waiting_customer: ['attend le client', 'waiting', 'snoozed', 'en attente'],
  resolved: ['resolu', 'resolved', 'closed', 'solved', 'ferme', 'termine', '2'],
} as const;

/** A word found in the channel's name; the first that fits counts. */
const importChannels = {
  whatsapp: ['whatsapp'],
  social: ['instagram', 'messenger', 'facebook', 'twitter', 'telegram', 'social', 'reseaux'],
  email: ['mail', 'courriel'],
  phone: ['phone', 'telephone', 'sms', 'call'],
  chat: ['chat', 'crisp', 'website', 'site'],
} as const;

export const ticketTexts = {
  importColumns,
  importStates,
  importChannels,
  imported: {
    summary: (p: { readonly tickets: number; readonly known: number; readonly refused: number }) =>
      `${plural(p.tickets, 'conversation à ajouter', 'conversations à ajouter')}, ${plural(p.known, 'déjà connue', 'déjà connues')}, ${plural(p.refused, 'ligne refusée', 'lignes refusées')}.`,
    line: (p: P<'when' | 'channel' | 'subject' | 'customer' | 'state'>) =>
      [p.when, p.channel, p.subject, p.customer, p.state].filter((part) => part !== '').join(' · '),
    noReference: 'elle n’a pas de référence. Complétez-la : elle empêche d’importer deux fois la même conversation.',
    twice: (first: string) => `sa référence est déjà à la ligne ${first}. Gardez une seule des deux.`,
    noDate: 'elle n’a pas de date. Complétez-la.',
    date: (text: string) => `« ${text} » n’est pas une date. Écrivez-la comme 22/11/2026 14:30.`,
    ahead: (text: string) => `« ${text} » est dans l’avenir. Corrigez la date.`,
    early: (text: string) => `« ${text} » est avant l’arrivée de la conversation. Corrigez l’une des deux dates.`,
    state: (text: string) => `l’état « ${text} » n’est pas connu. Écrivez ouvert, attend le client ou résolu.`,
    channel: (text: string) =>
      `le canal « ${text} » n’est pas connu. Écrivez chat, e-mail, WhatsApp, téléphone ou réseaux sociaux.`,
    count: (text: string) => `« ${text} » n’est pas un nombre entier de réponses.`,
    csat: (text: string) => `la note « ${text} » n’est pas un nombre entier de 1 à 5.`,
    writtenBy: (text: string) => `Écrit par : ${text}`,
    category: (text: string) => `Catégorie d’origine : ${text}`,
    action: 'Import de conversations',
    who: 'ops import',
  },
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
