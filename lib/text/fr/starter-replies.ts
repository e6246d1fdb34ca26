// The replies a new workbook starts with: authentic about delays, educational, optimistic but realistic, no jargon. Every
// figure, date and link is a variable. {{#x}}…{{/x}} stands only when x has something to say.

export type ReplyId =
  | 'REP-RETARD'
  | 'REP-EXPIRATION'
  | 'REP-FREQUENCE'
  | 'REP-ECHEC'
  | 'REP-PAUSE'
  | 'REP-SUIVI'
  | 'REP-RUPTURE'
  | 'REP-PARTENAIRE'
  | 'REP-QUALITE';

export interface ReplyText {
  readonly name: string;
  readonly subject: string;
  readonly body: string;
}

export const starterReplies: Readonly<Record<ReplyId, ReplyText>> = {
  'REP-RETARD': {
    name: 'Retard d’un envoi partenaire',
    subject: 'Votre commande {{commande.id}} : où elle en est vraiment',
    body: `Bonjour {{client.prenom}},

Votre commande {{commande.id}} prend un peu plus de temps que prévu, et nous préférons vous le dire tout de suite.

{{ligne.produit}} ne dort pas dans un entrepôt : {{partenaire.nom}} le prépare et vous l’envoie directement, pour qu’il arrive frais. Ce chemin plus court pour le produit demande de {{envoi.joursMin}} à {{envoi.joursMax}} jours ouvrés avant le départ, là où un stock classique part plus vite mais vieillit sur une étagère.

Départ prévu : le {{envoi.departPrevu}}.
Pour suivre le colis : {{envoi.lienSuivi}}

Pour l’attente, {{points.bonus}} points viennent d’être ajoutés à votre compte. Si cette date bouge encore, vous l’apprendrez par nous.

{{boutique.signature}}`,
  },
  'REP-EXPIRATION': {
    name: 'Points qui expirent',
    subject: '{{points.prochains}} de vos points expirent le {{points.prochaineExpiration}}',
    body: `Bonjour {{client.prenom}},

Vos points vivent {{points.dureeMois}} mois. Les prochains à expirer : {{points.prochains}} points, le {{points.prochaineExpiration}}. Votre solde est de {{points.solde}} points.

Avec ce solde, voici ce qui est à votre portée : {{points.lienCatalogue}}
{{#produits.saison}}
De saison en ce moment : {{nom}} ({{mois}}). Un produit de saison demande moins d’énergie à produire et à conserver ; c’est le bon moment.
{{/produits.saison}}

Rien ne presse si rien ne vous tente : vos autres points gardent leur propre date.

{{boutique.signature}}`,
  },
  'REP-FREQUENCE': {
    name: 'Changement de fréquence de paiement',
    subject: 'Passer à l’annuel ou au mensuel : ce que cela change',
    body: `Bonjour {{client.prenom}},

Vous pouvez changer la fréquence de votre abonnement quand vous voulez.

Au mois, il coûte {{formule.prixMensuel}} ; à l’année, {{formule.prixAnnuel}}. L’annuel vous fait donc économiser {{formule.economie}} par an, soit {{formule.economiePart}}.

Le changement prend effet à votre prochaine échéance, le {{abonnement.prochaineEcheance}}. D’ici là, rien ne bouge, et vos points restent les vôtres.

Pour le faire vous-même : {{liens.portail}}
Ou répondez simplement à ce message, nous nous en occupons.

{{boutique.signature}}`,
  },
  'REP-ECHEC': {
    name: 'Paiement mensuel échoué',
    subject: 'Votre paiement du {{facture.echecLe}} n’est pas passé',
    body: `Bonjour {{client.prenom}},

Le paiement de {{facture.montant}} prévu le {{facture.echecLe}} n’est pas passé. Cela arrive souvent : carte expirée, plafond atteint, banque prudente.

Ce qui se passe maintenant :
– nous réessayons automatiquement dans {{paiement.joursAvantEssai}} jours, le {{facture.nouvelEssai}} ;
– votre compte reste actif pendant {{paiement.joursGrace}} jours, jusqu’au {{facture.graceJusquau}} ; vos points ne bougent pas.

Pour mettre votre carte à jour : {{liens.portail}}

Si un seul paiement par an vous convient mieux, la formule annuelle est à {{formule.prixAnnuel}}, soit {{formule.economie}} de moins que douze mensualités. Dites-le-nous et nous faisons le changement.

{{boutique.signature}}`,
  },
  'REP-PAUSE': {
    name: 'Pause ou résiliation',
    subject: 'Souffler ou partir : vos options, sans détour',
    body: `Bonjour {{client.prenom}},

Merci de nous l’avoir dit. Trois possibilités, à vous de choisir :

Faire une pause de {{pause.mois}} mois : elle est gratuite, rien n’est prélevé, et vos {{points.solde}} points sont gardés.
{{#abonnement.annuel}}
Passer au mensuel : {{formule.prixMensuel}} par mois à la fin de votre année payée, et vous arrêtez quand vous voulez.
{{/abonnement.annuel}}
Résilier : votre abonnement s’arrête le {{abonnement.finPeriode}}. Vos points restent utilisables jusqu’à la fin de leurs {{points.dureeMois}} mois.

Répondez par « pause », « mensuel » ou « résilier », ou faites-le ici : {{liens.portail}}

Quel que soit votre choix, ce que vous avez déjà changé compte.

{{boutique.signature}}`,
  },
  'REP-SUIVI': {
    name: 'Où en est ma commande',
    subject: 'Votre commande {{commande.id}} : {{commande.avancement}}',
    body: `Bonjour {{client.prenom}},

Voici où en est votre commande {{commande.id}} du {{commande.date}} : {{commande.avancement}}.
{{#colis}}
– {{contenu}}, envoyé par {{origine}} : {{etat}}, attendu le {{promis}}. Suivi : {{lien}}
{{/colis}}

Si quelque chose ne correspond pas à ce que vous voyez chez vous, répondez à ce message.

{{boutique.signature}}`,
  },
  'REP-RUPTURE': {
    name: 'Crise : produit phare en rupture',
    subject: '{{produit.nom}} nous manque, voici ce que nous faisons',
    body: `Bonjour {{client.prenom}},

Nous n’avons plus de {{produit.nom}}, et votre commande {{commande.id}} en contient. Nous vous le disons avant que vous ayez à le demander.

Trois solutions, dites-nous celle que vous préférez :
– attendre : un achat d’urgence est parti chez {{partenaire.nom}}, retour prévu le {{produit.retourLe}} ;
– le recevoir directement de {{partenaire.nom}}, dès qu’il peut l’envoyer ;
– choisir {{produit.equivalent}} à la place, au même prix.

Dans tous les cas, {{incident.points}} points vous sont offerts. Une petite production a ses limites ; nous préférons les montrer plutôt que les cacher derrière un grand stock.

{{boutique.signature}}`,
  },
  'REP-PARTENAIRE': {
    name: 'Crise : problème chez un partenaire',
    subject: 'Un problème chez {{partenaire.nom}} touche votre commande {{commande.id}}',
    body: `Bonjour {{client.prenom}},

{{partenaire.nom}}, qui prépare {{ligne.produit}}, rencontre une difficulté : {{incident.resume}}. Votre commande {{commande.id}} est concernée.

Ce que nous vous proposons :
– attendre la reprise, annoncée pour le {{partenaire.reprise}} ;
– recevoir le même produit ou son équivalent de {{partenaire.secours}} ;
– être remboursé tout de suite, sans justification.

Nous ajoutons {{incident.points}} points à votre compte et {{incident.geste}} sur votre prochaine commande. Ce partenaire partage nos exigences ; nous l’aidons à se relever plutôt que d’en changer au premier accroc.

{{boutique.signature}}`,
  },
  'REP-QUALITE': {
    name: 'Crise : réclamation sur la qualité',
    subject: 'Votre {{produit.nom}} : on s’en occupe',
    body: `Bonjour {{client.prenom}},

Merci pour votre message au sujet de {{produit.nom}} (commande {{commande.id}}). Ce n’est pas ce que vous attendiez, et nous voulons comprendre.

Une ou deux photos nous aident à savoir si cela vient du produit, du transport, ou d’une description à revoir. Répondez à ce message en les joignant.

Sans attendre la fin de l’enquête, vous choisissez la réparation : un remplacement, un remboursement, ou {{incident.points}} points.

Votre retour est transmis à {{partenaire.nom}} avec le numéro du lot : c’est ainsi que la prochaine fabrication s’améliore.

{{boutique.signature}}`,
  },
};

/** What each variable stands for, for the person who edits a text. */
export const replyVariables: Readonly<Record<string, string>> = {
  'client.prenom': 'prénom du client',
  'commande.id': 'numéro de la commande',
  'commande.date': 'date de la commande',
  'commande.avancement': 'avancement, d’après le colis le moins avancé',
  'ligne.produit': 'produit de la ligne en retard ou concernée',
  'produit.nom': 'produit concerné',
  'produit.equivalent': 'produit équivalent, d’après Produits',
  'produit.retourLe': 'date de retour, d’après l’achat en cours',
  'produits.saison': 'liste des produits de saison : nom, mois',
  'partenaire.nom': 'partenaire qui prépare le produit',
  'partenaire.secours': 'partenaire de secours',
  'partenaire.reprise': 'fin de la fermeture du partenaire',
  'envoi.joursMin': 'réglage orders.dispatchMinDays',
  'envoi.joursMax': 'réglage orders.dispatchMaxDays',
  'envoi.departPrevu': 'date de départ prévue',
  'envoi.lienSuivi': 'lien de suivi du colis',
  colis: 'liste des colis : contenu, origine, etat, promis, lien',
  'points.bonus': 'réglage points.delayBonus',
  'points.dureeMois': 'réglage points.lifetimeMonths',
  'points.solde': 'solde de points du client',
  'points.prochains': 'points de la prochaine expiration',
  'points.prochaineExpiration': 'date de la prochaine expiration',
  'points.lienCatalogue': 'catalogue à la portée du solde',
  'formule.prixMensuel': 'prix de la formule mensuelle',
  'formule.prixAnnuel': 'prix de la formule annuelle',
  'formule.economie': 'douze mensualités moins le prix annuel',
  'formule.economiePart': 'économie en pourcentage de douze mensualités',
  'abonnement.prochaineEcheance': 'date de la prochaine échéance',
  'abonnement.finPeriode': 'fin de la période payée',
  'abonnement.annuel': 'vrai quand l’abonnement est annuel',
  'facture.montant': 'montant de la facture',
  'facture.echecLe': 'date du premier échec',
  'facture.nouvelEssai': 'date du prochain essai',
  'facture.graceJusquau': 'fin du délai de grâce',
  'paiement.joursAvantEssai': 'réglage billing.retryDays',
  'paiement.joursGrace': 'réglage billing.graceDays',
  'pause.mois': 'réglage billing.pauseMonths',
  'incident.points': 'points offerts pour l’incident',
  'incident.geste': 'geste commercial de l’incident',
  'incident.resume': 'résumé de l’incident',
  'livraison.joursHub': 'réglage orders.hubDays',
  'livraison.joursMin': 'réglage orders.dropshipMinDays',
  'livraison.joursMax': 'réglage orders.dropshipMaxDays',
  'livraison.heureLimite': 'réglage orders.cutOffHour',
  'liens.portail': 'réglage links.portal',
  'boutique.email': 'réglage shop.email',
  'boutique.signature': 'réglage shop.signature',
};
