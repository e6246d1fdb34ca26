// What the actions about customers, points and subscriptions say: summaries, hints, cards.

type P<Name extends string> = Readonly<Record<Name, string>>;

const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

/** Movements of points in the customer's words. */
const statement = {
  title: (p: P<'name' | 'on'>) => `Points de ${p.name} au ${p.on}`,
  copy: 'Relevé à envoyer au client',
  points: (points: string) => `${points} points`,
  balanceTitle: 'Solde',
  expiriesTitle: 'Prochaines expirations',
  noExpiry: 'Aucun point à utiliser.',
  linesTitle: 'Mouvements',
  noLine: 'Aucun mouvement.',
  movement: (p: P<'points' | 'balance'>) => `${p.points} (solde ${p.balance})`,
  line: (p: P<'what' | 'about'>) => (p.about === '' ? p.what : `${p.what} (${p.about})`),
  textBalance: (p: P<'points' | 'on'>) => `Votre solde au ${p.on} : ${p.points} points.`,
  textExpiry: (p: P<'points' | 'on'>) => `– ${p.points} points à utiliser avant le ${p.on}`,
  expiresOn: 'Expirent le',
  pointsHeader: 'Points',
  balanceHeader: 'Solde',
  day: 'Date',
  what: 'Mouvement',
  kinds: {
    opening: 'Solde de départ',
    earn: 'Gagnés avec l’abonnement',
    bonus: 'Offerts',
    spend: 'Dépensés',
    expire: 'Expirés',
    clawback: 'Repris après un remboursement',
    restore: 'Rendus',
    adjust: 'Corrigés',
    settle: 'Dette réglée',
  },
};

/** What Stripe will do about a request, and what it means. */
const foreseen = {
  noDay: 'date inconnue',
  pause: (p: { readonly months: number; readonly day: string }) =>
    `À la prochaine nuit, Stripe met l’abonnement en pause pour ${p.months} mois : rien n’est prélevé jusqu’au ${p.day}, puis il reprend tout seul.`,
  pointsKept: 'Les points sont gardés, et leur vie s’allonge de la durée de la pause.',
  resume: (p: P<'day'>) => `À la prochaine nuit, Stripe reprend les prélèvements ; le prochain est le ${p.day}.`,
  resumeFrozen:
    'À la prochaine nuit, Stripe reprend l’abonnement : une nouvelle période commence et est prélevée aussitôt.',
  cancel: (p: P<'day'>) =>
    `À la prochaine nuit, Stripe note la résiliation : l’abonnement court jusqu’au ${p.day}, plus rien n’est prélevé ensuite.`,
  pointsUntilExpiry: 'Les points restent utilisables jusqu’à leur expiration.',
  switchNow: (p: P<'plan' | 'price' | 'interval'>) =>
    `À la prochaine nuit, Stripe passe à la formule ${p.plan} (${p.interval}, ${p.price}) ; le temps déjà payé est déduit.`,
  switchLater: (p: P<'plan' | 'price' | 'interval' | 'day'>) =>
    `À l’échéance du ${p.day}, Stripe passe à la formule ${p.plan} (${p.interval}, ${p.price}). D’ici là rien ne change.`,
  saves: (p: P<'amount' | 'share'>) => `Le client économise ${p.amount} par an (${p.share}).`,
  costs: (p: P<'amount' | 'share'>) => `Le client perd l’économie de l’annuel : ${p.amount} par an (${p.share}).`,
};

const erased = {
  /** Stands in place of the name. */
  name: 'Client effacé',
  summary: (p: { readonly customer: string; readonly rows: number; readonly cells: number }) =>
    `${p.customer} est effacé : ${plural(p.cells, 'cellule vidée', 'cellules vidées')} dans ${plural(p.rows, 'ligne', 'lignes')}. La prochaine nuit vide aussi le Journal de ce qu’il gardait.`,
};

/** Days as people say them: before or after the end of the grace. */
const graceLeft = (days: number) => {
  if (days < 0) return `grâce dépassée de ${plural(-days, 'jour', 'jours')}`;
  return days === 0 ? 'dernier jour de grâce' : `encore ${plural(days, 'jour', 'jours')} de grâce`;
};

const failed = {
  title: 'Paiements échoués',
  summary: (p: { readonly open: number; readonly share: string }) =>
    `${plural(p.open, 'paiement à sauver', 'paiements à sauver')}${p.share === '' ? '' : ` ; ${p.share} des derniers ont été récupérés`}.`,
  overdue: 'Grâce dépassée',
  noOverdue: 'Aucun.',
  inGrace: 'Délai de grâce',
  noGrace: 'Aucun.',
  recovered: 'Récupérés récemment',
  noRecovered: 'Aucun.',
  lost: 'Perdus récemment',
  noLost: 'Aucun.',
  label: (p: P<'name' | 'amount'>) => `${p.name} · ${p.amount}`,
  left: (p: { readonly days: number; readonly until: string; readonly retryOn: string }) =>
    `${graceLeft(p.days)} (${p.until}) ; ${p.retryOn === '' ? 'Stripe ne réessaie plus' : `nouvel essai le ${p.retryOn}`}.`,
  settled: (p: P<'status' | 'paidOn'>) => (p.paidOn === '' ? `${p.status}.` : `${p.status} le ${p.paidOn}.`),
  message: (status: string) => (status === '' ? 'Message : pas préparé.' : `Message : ${status}.`),
};

/** One person on one screen. */
const card = {
  who: 'Qui',
  subscriptions: 'Abonnement',
  noSubscription: 'Aucun abonnement.',
  payments: 'Paiements',
  noPayment: 'Aucun paiement d’abonnement.',
  points: 'Points',
  orders: 'Commandes',
  noOrder: 'Aucune commande.',
  tickets: 'Tickets',
  noTicket: 'Aucun ticket.',
  incidents: 'Incidents',
  noIncident: 'Aucun incident.',
  replies: 'Messages',
  noReply: 'Aucun message.',
  someOf: (p: { readonly title: string; readonly shown: number; readonly all: number }) =>
    `${p.title} (${p.shown} sur ${p.all})`,
  ended: (day: string) => `terminé le ${day}`,
  endsOn: (day: string) => `s’arrête le ${day}`,
  resumesOn: (day: string) => `reprend le ${day}`,
  renewsOn: (day: string) => `prochaine échéance le ${day}`,
  waitingRequest: 'Demande en attente',
  failed: (p: P<'amount'>) => `Échec de ${p.amount}`,
  until: (day: string) => `jusqu’au ${day}`,
  lastPaid: (p: P<'amount'>) => `Dernier paiement : ${p.amount}`,
  balance: 'Solde',
  expires: (day: string) => `Expirent le ${day}`,
  order: (p: P<'id' | 'on'>) => `${p.id} du ${p.on}`,
  parcel: (id: string) => `Colis ${id}`,
  promised: (day: string) => `promis le ${day}`,
};

const rowsText = (count: number) => plural(count, 'ligne', 'lignes');

/** A person's data, for that person. */
const exported = {
  title: (p: P<'name' | 'on'>) => `Données de ${p.name} au ${p.on}`,
  intro: 'Voici tout ce que notre classeur contient à votre sujet, onglet par onglet, tel qu’il y est écrit.',
  summary: (p: { readonly rows: number; readonly tabs: number }) =>
    `${rowsText(p.rows)} dans ${plural(p.tabs, 'onglet', 'onglets')}. Stripe, Gmail et le chat gardent en plus leurs propres données.`,
  contents: 'Contenu',
  rows: rowsText,
  tab: (p: { readonly tab: string; readonly rows: number }) => `${p.tab} (${rowsText(p.rows)})`,
  json: 'Fichier JSON',
  person: 'Client',
  on: 'Exporté le',
};

export const customerTexts = {
  exported,
  card,
  failed,
  noticeFor: (p: P<'name' | 'points' | 'day'>) => `${p.name} : ${p.points} points expirent le ${p.day}.`,
  prepared: (p: { readonly prepared: number; readonly unwritten: number; readonly dropped: number }) =>
    [
      `${plural(p.prepared, 'message préparé', 'messages préparés')} dans « Envois », à relire et à envoyer.`,
      ...(p.unwritten > 0 ? [`${plural(p.unwritten, 'texte reste', 'textes restent')} à compléter.`] : []),
      ...(p.dropped > 0 ? [`${plural(p.dropped, 'message périmé annulé', 'messages périmés annulés')}.`] : []),
    ].join(' '),
  erased,
  foreseen,
  subscriptionOption: (p: P<'name' | 'plan' | 'status' | 'id'>) => `${p.name} – ${p.plan} – ${p.status} – ${p.id}`,
  subscriptionState: (p: P<'label' | 'price' | 'day'>) =>
    p.price === '' ? `${p.label} ; fin de période : ${p.day}.` : `${p.label} ; ${p.price} ; fin de période : ${p.day}.`,
  requestOption: (p: P<'id' | 'kind' | 'name'>) => `${p.id} – ${p.kind} – ${p.name}`,
  withdrawnBy: (who: string) => (who === '' ? 'Retirée avant d’être faite.' : `Retirée par ${who} avant d’être faite.`),
  withdrawn: (p: P<'request' | 'kind' | 'subscription'>) =>
    `Demande ${p.request} (${p.kind}, ${p.subscription}) retirée : Stripe n’en saura rien.`,
  statement,
  option: (p: P<'id' | 'name'>) => (p.name === p.id ? p.id : `${p.name} – ${p.id}`),
  balance: (p: P<'points'>) => `Solde : ${p.points} points.`,
  balanceWithExpiry: (p: P<'points' | 'next' | 'day'>) =>
    `Solde : ${p.points} points, dont ${p.next} expirent le ${p.day}.`,
  account: (p: P<'name' | 'balance'>) => `${p.name}. ${p.balance}`,
  spendable: (points: string) => `Utilisables aujourd’hui : ${points} points.`,
  leftToPay: (p: P<'order' | 'left'>) => `Reste à payer sur ${p.order} : ${p.left}.`,
  toRestore: (p: P<'order' | 'points'>) => `Dépensés sur ${p.order} et pas encore rendus : ${p.points} points.`,
  given: (p: P<'points' | 'customer' | 'value' | 'day'>) =>
    `${p.points} points (${p.value}) offerts à ${p.customer} ; ils expirent le ${p.day}.`,
  spent: (p: P<'points' | 'order' | 'value' | 'left'>) =>
    `${p.points} points dépensés sur ${p.order}, soit ${p.value} ; reste à payer : ${p.left}.`,
  restored: (p: P<'points' | 'order'>) => `${p.points} points de ${p.order} rendus.`,
  adjusted: (p: P<'points' | 'customer'>) => `${p.points} points pour ${p.customer}.`,
};
