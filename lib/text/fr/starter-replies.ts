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

Vous avez choisi : {{ligne.produit}}. Rien de cela ne dort dans un entrepôt : {{envoi.partenaire}} prépare et envoie directement, pour que tout arrive frais. Ce chemin demande de {{envoi.joursMin}} à {{envoi.joursMax}} jours ouvrés avant le départ ; un stock classique part plus vite, mais vieillit sur une étagère.

{{#envoi.departPrevu}}
Départ prévu : au plus tard le {{envoi.departPrevu}}.
{{/envoi.departPrevu}}
{{#envoi.partiLe}}
Votre colis est parti le {{envoi.partiLe}}.
{{/envoi.partiLe}}
{{#envoi.lienSuivi}}
Pour le suivre : {{envoi.lienSuivi}}
{{/envoi.lienSuivi}}
{{^envoi.lienSuivi}}
Le lien pour le suivre vous parviendra le jour du départ.
{{/envoi.lienSuivi}}

{{#points.bonus}}
Pour l’attente, {{points.bonus}} points viennent d’être ajoutés à votre compte.
{{/points.bonus}}
Si quelque chose change encore, vous l’apprendrez par nous.

{{boutique.signature}}`,
  },
  'REP-EXPIRATION': {
    name: 'Points qui expirent',
    subject: '{{points.prochains}} de vos points expirent le {{points.prochaineExpiration}}',
    body: `Bonjour {{client.prenom}},

Vos points vivent {{points.dureeMois}} mois. Les prochains à expirer : {{points.prochains}} points, le {{points.prochaineExpiration}}. Votre solde est de {{points.solde}} points.

Avec ce solde, voici ce qui est à votre portée : {{points.lienCatalogue}}
{{#produits.aPortee}}
– {{nom}}, pour {{points}} points
{{/produits.aPortee}}

{{#saison.enCours}}
De saison en ce moment :
{{/saison.enCours}}
{{#produits.saison}}
– {{nom}} ({{mois}})
{{/produits.saison}}
{{#saison.enCours}}
Un produit de saison demande moins d’énergie à produire et à conserver : c’est le bon moment.
{{/saison.enCours}}

Rien ne presse si rien ne vous tente : vos autres points gardent leur propre date.

{{boutique.signature}}`,
  },
  'REP-FREQUENCE': {
    name: 'Changement de fréquence de paiement',
    subject: 'Passer à l’annuel ou au mensuel : ce que cela change',
    body: `Bonjour {{client.prenom}},

Vous pouvez changer la fréquence de votre abonnement quand vous voulez.

Au mois, il coûte {{formule.prixMensuel}} ; à l’année, {{formule.prixAnnuel}}. L’annuel vous fait donc économiser {{formule.economie}} par an, soit {{formule.economiePart}}.

{{#changement.aEcheance}}
Le changement prend effet à votre prochaine échéance, le {{abonnement.prochaineEcheance}}. D’ici là, rien ne bouge, et vos points restent les vôtres.
{{/changement.aEcheance}}
{{^changement.aEcheance}}
Le changement prend effet dans la nuit qui suit votre accord ; le temps déjà payé est déduit, et vos points restent les vôtres.
{{/changement.aEcheance}}

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
{{#facture.nouvelEssai}}
– nous réessayons automatiquement le {{facture.nouvelEssai}} (un nouvel essai vient {{paiement.joursAvantEssai}} jours après un échec) ;
{{/facture.nouvelEssai}}
{{^facture.nouvelEssai}}
– aucun nouvel essai n’est programmé : une carte à jour suffit pour que le paiement passe ;
{{/facture.nouvelEssai}}
– votre compte reste actif {{paiement.joursGrace}} jours, jusqu’au {{facture.graceJusquau}} ; vos points ne bougent pas.

Pour mettre votre carte à jour : {{liens.portail}}

{{#abonnement.mensuel}}
Si un seul paiement par an vous convient mieux, la formule annuelle est à {{formule.prixAnnuel}}, soit {{formule.economie}} de moins que douze mensualités. Dites-le-nous et nous faisons le changement.
{{/abonnement.mensuel}}

{{boutique.signature}}`,
  },
  'REP-PAUSE': {
    name: 'Pause ou résiliation',
    subject: 'Souffler ou partir : vos options, sans détour',
    body: `Bonjour {{client.prenom}},

Merci de nous l’avoir dit. C’est à vous de choisir :

– faire une pause de {{pause.mois}} mois : elle est gratuite, rien n’est prélevé, et vos {{points.solde}} points sont gardés ;
{{#abonnement.annuel}}
– passer au mensuel : {{formule.prixMensuel}} par mois à la fin de votre année payée, et vous arrêtez quand vous voulez ;
{{/abonnement.annuel}}
– résilier : votre abonnement s’arrête le {{abonnement.finPeriode}}. Vos points restent utilisables jusqu’à la fin de leurs {{points.dureeMois}} mois.

Répondez par « pause »{{#abonnement.annuel}}, « mensuel »{{/abonnement.annuel}} ou « résilier », ou faites-le ici : {{liens.portail}}

Quel que soit votre choix, ce que vous avez déjà changé compte.

{{boutique.signature}}`,
  },
  'REP-SUIVI': {
    name: 'Où en est ma commande',
    subject: 'Votre commande {{commande.id}} : {{commande.avancement}}',
    body: `Bonjour {{client.prenom}},

Voici où en est votre commande {{commande.id}} du {{commande.date}} : {{commande.avancement}}.
{{#colis}}
– {{contenu}}, envoyé par {{origine}} : {{etat}}{{#livreLe}} le {{livreLe}}{{/livreLe}}{{#promis}}{{^enRetard}}, attendu le {{promis}}{{/enRetard}}{{#enRetard}}, attendu le {{promis}} et donc en retard, pardon{{/enRetard}}{{/promis}}.{{#lien}} Pour le suivre : {{lien}}{{/lien}}
{{/colis}}
{{#enAttente}}
– {{produit}} : attend le retour du stock, prévu le {{retourLe}}.
{{/enAttente}}
{{^colis}}
Le colis n’est pas encore préparé ; vous recevrez un message à son départ.
{{/colis}}

Si quelque chose ne correspond pas à ce que vous voyez chez vous, répondez à ce message.

{{boutique.signature}}`,
  },
  'REP-RUPTURE': {
    name: 'Crise : produit phare en rupture',
    subject: '{{produit.nom}} nous manque, voici ce que nous faisons',
    body: `Bonjour {{client.prenom}},

{{produit.nom}} n’est plus en stock, et votre commande {{commande.id}} en contient. Nous vous le disons avant que vous ayez à le demander.

Dites-nous ce que vous préférez :
{{#produit.retourLe}}
– attendre : nous en avons racheté, retour prévu le {{produit.retourLe}} ;
{{/produit.retourLe}}
{{^produit.retourLe}}
– attendre : nous cherchons une date de retour et vous la donnons dès que nous l’avons ;
{{/produit.retourLe}}
{{#produit.envoyePar}}
– le recevoir sans passer par nous : {{produit.envoyePar}} peut vous l’envoyer dès maintenant ;
{{/produit.envoyePar}}
{{#produit.equivalent}}
– choisir {{produit.equivalent}} à la place, sans supplément ;
{{/produit.equivalent}}
– être remboursé.

{{#incident.points}}
Dans tous les cas, {{incident.points}} points viennent d’être ajoutés à votre compte.
{{/incident.points}}
Une petite production a ses limites ; nous préférons les montrer plutôt que les cacher derrière un grand stock. Répondez à ce message avec votre choix, et nous nous en occupons.

{{boutique.signature}}`,
  },
  'REP-PARTENAIRE': {
    name: 'Crise : problème chez un partenaire',
    subject: 'Un problème chez {{partenaire.nom}} touche votre commande {{commande.id}}',
    body: `Bonjour {{client.prenom}},

{{partenaire.nom}} rencontre une difficulté : {{incident.resume}}. Dans votre commande {{commande.id}}, elle touche : {{ligne.produit}}.

Ce que nous vous proposons :
{{#partenaire.reprise}}
– attendre la reprise, annoncée pour le {{partenaire.reprise}} ;
{{/partenaire.reprise}}
{{#partenaire.secours}}
– recevoir le même produit, ou son équivalent, préparé par {{partenaire.secours}} ;
{{/partenaire.secours}}
– être remboursé tout de suite, sans justification.

{{#incident.points}}
Nous venons d’ajouter {{incident.points}} points à votre compte.
{{/incident.points}}
{{#incident.geste}}
Et {{incident.geste}} seront déduits de votre prochaine commande.
{{/incident.geste}}
Ce partenaire partage nos exigences ; nous l’aidons à se relever plutôt que d’en changer au premier accroc. Vous aurez de nos nouvelles dès que nous en savons plus.

{{boutique.signature}}`,
  },
  'REP-QUALITE': {
    name: 'Crise : réclamation sur la qualité',
    subject: 'Votre réclamation sur {{produit.nom}} : on s’en occupe',
    body: `Bonjour {{client.prenom}},

Merci pour votre message au sujet de {{produit.nom}} (commande {{commande.id}}). Ce n’est pas ce que vous attendiez, et nous voulons comprendre.

Une ou deux photos nous aident à savoir si cela vient du produit, du transport, ou d’une description à revoir. Répondez à ce message en les joignant.

Sans attendre la fin de l’enquête, vous choisissez la réparation : un remplacement, un remboursement{{#incident.points}} ou {{incident.points}} points{{/incident.points}}.

Votre retour est transmis à {{partenaire.nom}} avec le lot d’où vient votre produit : c’est ainsi que la prochaine fabrication s’améliore.

{{boutique.signature}}`,
  },
};
