// What replies say around their texts: how a value is said, what a variable stands for, the marks of what is missing.
import { FIXED, formatEuros, formatNumber } from './formats.ts';

type P<Name extends string> = Readonly<Record<Name, string>>;

/** What each variable stands for, for the person who edits a text; of a list, its fields. */
const replyVariables = {
  'client.prenom': 'prénom du client',
  'client.nom': 'nom du client',
  'commande.id': 'numéro de la commande',
  'commande.date': 'date de la commande',
  'commande.avancement': 'avancement, d’après le colis le moins avancé',
  'commande.promise': 'date promise de la commande',
  'ligne.produit': 'produits en retard ou concernés',
  'envoi.partenaire': 'partenaire dont le colis est attendu',
  'envoi.joursMin': 'jours avant le départ chez le partenaire, au plus tôt',
  'envoi.joursMax': 'jours avant le départ chez le partenaire, au plus tard',
  'envoi.departPrevu': 'date de départ prévue du colis attendu',
  'envoi.partiLe': 'date de départ du colis attendu, s’il est parti',
  'envoi.lienSuivi': 'lien de suivi du colis attendu',
  colis: 'liste des colis : contenu, origine, etat, promis, enRetard, livreLe, lien',
  enAttente: 'liste des produits en attente de stock : produit, retourLe',
  'produit.nom': 'produit concerné',
  'produit.equivalent': 'produit équivalent',
  'produit.retourLe': 'date de retour, d’après l’achat en cours',
  'produit.envoyePar': 'partenaire qui peut envoyer le produit directement',
  'produits.saison': 'liste des produits de saison : nom, mois',
  'saison.enCours': 'vrai quand un produit est de saison',
  'produits.aPortee': 'liste des produits à portée du solde : nom, points',
  'partenaire.nom': 'partenaire qui prépare le produit',
  'partenaire.secours': 'partenaire de secours',
  'partenaire.reprise': 'jour où le partenaire rouvre',
  'points.bonus': 'points offerts pour le retard',
  'points.dureeMois': 'durée de vie des points, en mois',
  'points.solde': 'solde de points du client',
  'points.prochains': 'points de la prochaine expiration',
  'points.prochaineExpiration': 'date de la prochaine expiration',
  'points.lienCatalogue': 'lien du catalogue à portée du solde',
  'changement.aEcheance': 'vrai quand un changement de fréquence attend l’échéance',
  'formule.prixMensuel': 'prix de la formule mensuelle',
  'formule.prixAnnuel': 'prix de la formule annuelle',
  'formule.economie': 'douze mensualités moins le prix annuel',
  'formule.economiePart': 'économie en pourcentage de douze mensualités',
  'abonnement.prix': 'prix de l’abonnement',
  'abonnement.annuel': 'vrai quand l’abonnement est annuel',
  'abonnement.mensuel': 'vrai quand l’abonnement est mensuel',
  'abonnement.prochaineEcheance': 'date de la prochaine échéance',
  'abonnement.finPeriode': 'fin de la période payée',
  'facture.montant': 'montant qui reste à payer',
  'facture.echecLe': 'date du premier échec',
  'facture.nouvelEssai': 'date du prochain essai',
  'facture.graceJusquau': 'fin du délai de grâce',
  'paiement.joursAvantEssai': 'jours entre un échec et le nouvel essai',
  'paiement.joursGrace': 'jours de grâce après un échec',
  'pause.mois': 'durée d’une pause, en mois',
  'incident.points': 'points offerts pour l’incident',
  'incident.geste': 'geste commercial de l’incident',
  'incident.resume': 'résumé de l’incident, tel qu’il est écrit',
  'livraison.joursHub': 'délai de livraison du micro-stock',
  'livraison.joursMin': 'délai de livraison du partenaire, au plus tôt',
  'livraison.joursMax': 'délai de livraison du partenaire, au plus tard',
  'livraison.heureLimite': 'heure limite de commande',
  'liens.portail': 'lien du portail client',
  'liens.catalogue': 'lien du catalogue',
  'liens.faq': 'lien de la FAQ',
  'boutique.nom': 'nom de la boutique',
  'boutique.email': 'adresse e-mail de la boutique',
  'boutique.signature': 'signature',
} as const;

export type VariableName = keyof typeof replyVariables;

const MONTHS = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'],
  ...['juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
];
const monthName = (month: number | undefined) => MONTHS[(month ?? 1) - 1] ?? '';
/** de mai, d’avril. */
const fromMonth = (name: string) => (/^[aeiouyâéè]/.test(name) ? `d’${name}` : `de ${name}`);
/** miel, savon et thé; names that hold a comma themselves stand between semicolons. */
const list = (items: readonly string[]) => {
  const separator = items.some((item) => item.includes(',')) ? ' ; ' : ', ';
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(separator)} et ${items[items.length - 1]}`;
};

export const replyTexts = {
  variable: (name: string): string => replyVariables[name as VariableName] ?? name,
  /** Stands in a text where a value is missing; a text that still holds one is not sent. */
  mark: (variable: string) => `[à compléter : ${variable}]`,
  markStart: '[à compléter',
  /** 1800 cents → 18 €; 1850 → 18,50 €. */
  money: (cents: number) => (cents % 100 === 0 ? `${formatNumber(cents / 100)}${FIXED}€` : formatEuros(cents)),
  list,
  /** d’avril à juin; avril et septembre. @param isOneSeason each follows the one before. */
  months: (months: readonly number[], isOneSeason: boolean) =>
    isOneSeason && months.length > 2
      ? `${fromMonth(monthName(months[0]))} à ${monthName(months[months.length - 1])}`
      : list(months.map(monthName)),
  quantityOf: (p: { readonly quantity: string; readonly product: string }) => `${p.quantity} × ${p.product}`,
  /** What is in one parcel. */
  together: (parts: readonly string[]) => parts.join(' + '),
  someParcel: 'un colis',
  fitting: (name: string) => `★ ${name}`,
  handovers: {
    draft: 'Brouillon Gmail',
    send: 'Envoi par Gmail tout de suite',
    copy: 'Copie, pour un chat ou une autre messagerie',
  },
  chooseSomebody: 'Choisissez d’abord de qui il s’agit : le numéro d’un ticket, d’une commande, d’un client…',
  /** Above the form: whom the letter is to, and about what. */
  isTo: (p: P<'customer' | 'rows' | 'order'>) =>
    p.customer === '' ? '' : `Pour ${p.customer} (${p.rows}).${p.order === '' ? '' : ` ${p.order}`}`,
  lacking: (problem: string) => `Il manque une valeur – ${problem}`,
  sentBefore: (p: P<'reply' | 'on'>) => `Cette réponse est déjà partie le ${p.on} (${p.reply}) : aucun point en plus.`,
  willGive: (points: string) => `${points} points seront ajoutés au compte du client quand la réponse sera envoyée.`,
  bonusReason: (p: P<'template' | 'about'>) => (p.about === '' ? p.template : `${p.template} – ${p.about}`),
  prepared: (p: P<'reply' | 'customer'>) =>
    `${p.reply} est prête pour ${p.customer}. Rien n’est encore noté comme envoyé.`,
  sent: (p: P<'reply' | 'customer' | 'points'> & { readonly hasPoints: boolean }) =>
    `${p.reply} est notée comme envoyée à ${p.customer}${p.hasPoints ? `, avec ${p.points} points` : ''}.`,
  draftAgain: (p: P<'reply' | 'to'>) => `${p.reply} : nouveau brouillon pour ${p.to}.`,
  copyLabel: (reply: string) => `Texte de ${reply}`,
  option: (p: P<'reply' | 'customer' | 'subject' | 'status'>) =>
    [p.reply, p.customer, p.subject, p.status].filter((part) => part !== '').join(' · '),
  noTemplate: 'L’onglet « Réponses » n’a aucun modèle lisible.',
  triedOn: (p: P<'rows' | 'subject' | 'body'>) =>
    `Essayé sur ${p.rows === '' ? 'aucune ligne' : p.rows} :\n${p.subject === '' ? '' : `Objet : ${p.subject}\n\n`}${p.body}`,
  exampleTitle: (rows: string) => (rows === '' ? 'Essai sans ligne' : `Essai sur ${rows}`),
  templateSaved: (p: P<'template' | 'version'>) => `« ${p.template} » : version ${p.version}.`,
  faults: {
    tag_not_closed: 'l’accolade ouverte n’est pas refermée',
    section_not_closed: 'le passage {{#…}} ou {{^…}} n’est pas refermé par {{/…}}',
    section_not_opened: 'le passage refermé par {{/…}} n’a pas été ouvert',
    tag_not_allowed: 'seuls {{nom}}, {{#nom}}…{{/nom}} et {{^nom}}…{{/nom}} sont permis',
  },
};
