// Problems of replies: what a text lacks, what is wrong with a template, what is not to be sent.

type P<Name extends string> = Readonly<Record<Name, string>>;

export const replyProblems = {
  replyRowUnknown: (p: P<'id' | 'tab'>) =>
    `${p.id} n’est pas dans l’onglet « ${p.tab} », ou sa ligne est à corriger. Vérifiez le numéro.`,
  replyRowNone: (p: P<'tab'>) =>
    `rien dans l’onglet « ${p.tab} » ne concerne cette personne en ce moment. Choisissez un autre modèle, ou partez de la bonne ligne.`,
  replyRowSeveral: (p: P<'tab' | 'rows'>) =>
    `plusieurs lignes de l’onglet « ${p.tab} » conviennent (${p.rows}) : ajoutez la bonne dans « Concerne ».`,
  replyOtherCustomer: (p: P<'id' | 'owner' | 'customer'>) =>
    `${p.id} est à ${p.owner}, pas à ${p.customer} : rien n’en est repris. Corrigez le client ou le numéro.`,
  replyCellEmpty: (p: P<'header'>) => `« ${p.header} » est vide : remplissez la cellule.`,
  replySettingEmpty: (p: P<'key'>) =>
    `le réglage « ${p.key} » est vide : remplissez sa valeur dans l’onglet « Réglages ».`,
  replyDayPast: (p: P<'header' | 'day'>) =>
    `« ${p.header} » dit le ${p.day}, qui est passé : mettez la date à jour avant de l’annoncer.`,
  replyMirrorPast: (p: P<'header' | 'day'>) =>
    `« ${p.header} » dit le ${p.day}, qui est passé : d’après Stripe il n’y a plus rien à annoncer. Prenez un autre modèle.`,
  replyMirrorOld: (p: P<'header' | 'on'>) =>
    `« ${p.header} » vient de Stripe et date de la nuit du ${p.on}. Relancez « ops night » avant de répondre.`,
  replyMirrorNever: (p: P<'header'>) =>
    `« ${p.header} » vient de Stripe et aucune nuit n’a encore été faite. Lancez « ops night » avant de répondre.`,
  replyTrackingOld: (p: P<'shipment' | 'on'>) =>
    `on ne sait plus où est le colis ${p.shipment} depuis le ${p.on}. Lancez « Noter le suivi de colis », puis répondez.`,
  replyOrderEmpty: (p: P<'order'>) =>
    `la commande ${p.order} n’a aucune ligne : ajoutez ses produits dans l’onglet « Lignes ».`,
  replyNothingTravels: (p: P<'order'>) =>
    `la commande ${p.order} n’a plus rien en route ni en attente : il n’y a pas de départ à annoncer. Prenez un autre modèle.`,
  replyNoPartnerParcel: (p: P<'order'>) =>
    `la commande ${p.order} n’attend aucun colis d’un partenaire. Prenez le modèle « Où en est ma commande ».`,
  replyParcelLeft: (p: P<'shipment'>) => `le colis ${p.shipment} est déjà parti : son départ n’est plus à annoncer.`,
  replyPlanMissing: (p: P<'tab'>) =>
    `il faut une formule mensuelle et une annuelle actives dans l’onglet « ${p.tab} » pour calculer l’économie.`,
  replyPlanSeveral: (p: P<'tab' | 'rows'>) =>
    `plusieurs formules du même rythme sont actives dans l’onglet « ${p.tab} » (${p.rows}) : on ne sait pas laquelle annoncer. Désactivez celles qui ne sont plus vendues.`,
  replyBonusGiven: () => 'les points de cette réponse ont déjà été donnés : ils ne sont pas annoncés une seconde fois.',
  replyBonusNone: () => 'aucun point n’est offert : retirez la phrase qui les annonce, ou changez le nombre de points.',
  replyNoReturnDay: (p: P<'product'>) =>
    `aucune date de retour n’est connue pour ${p.product}. Passez un achat, ou notez « De retour le » dans l’offre du partenaire.`,
  replyNobodyShips: (p: P<'product'>) => `aucun partenaire ne peut envoyer ${p.product} directement en ce moment.`,
  replyCustomerErased: (p: P<'customer'>) =>
    `les données de ${p.customer} ont été effacées à sa demande : on ne lui écrit plus.`,
  replyTabUnusable: (p: P<'tab'>) => `l’onglet « ${p.tab} » ne peut pas être lu : corrigez-le d’abord.`,
  replyAboutNothing: () =>
    'personne n’est choisi. Tapez le numéro d’un ticket, d’une commande ou d’un client dans « Concerne ».',
  replyAboutUnknown: (p: P<'value'>) =>
    `« ${p.value} » n’est le numéro d’aucun ticket, commande, client, abonnement, facture ou incident. Corrigez « Concerne ».`,
  replyTextForOther: (p: P<'filled' | 'wanted'>) =>
    `le texte a été rempli pour « ${p.filled} », pas pour « ${p.wanted} ». Videz « Texte rempli pour » et choisissez à nouveau le modèle : le texte sera refait.`,
  replyRawTag: () => 'le texte contient encore des accolades {{…}} : remplacez-les par ce que le client doit lire.',
  replyMarkLeft: () => 'le texte contient encore « [à compléter … ] » : remplacez-le par ce que le client doit lire.',
  replyNotByMail: () => 'Gmail n’envoie que des e-mails : choisissez le canal « e-mail », ou la copie.',
  replyAddressBad: (p: P<'value'>) =>
    `« ${p.value} » n’est pas une adresse e-mail. Complétez le destinataire, ou choisissez la copie.`,
  replySubjectMissing: () => 'un e-mail a besoin d’un objet. Remplissez-le.',
  replyOtherAddress: (p: P<'recipient' | 'email'>) =>
    `le message part à ${p.recipient}, alors que l’adresse du client est ${p.email}. Vérifiez.`,
  replySentBefore: (p: P<'reply' | 'on'>) =>
    `cette réponse est déjà partie le ${p.on} (${p.reply}) : elle peut repartir, sans nouveaux points.`,
  replySentAlready: (p: P<'reply' | 'on' | 'who'>) =>
    `${p.reply} est déjà notée comme envoyée, le ${p.on} par ${p.who} : rien n’est compté deux fois.`,
  replyVoided: (p: P<'reply'>) => `${p.reply} est annulée. Préparez une nouvelle réponse.`,
  replyTextMissing: (p: P<'reply'>) =>
    `${p.reply} n’a pas de texte complet. Ouvrez « Répondre avec un modèle » sur sa ligne pour le remplir.`,
  replyTickWaits: () =>
    '« Je l’envoie maintenant » ne vaut que pour une copie : ici, la réponse sera notée comme envoyée quand Gmail l’aura envoyée, ou par « Marquer comme envoyé ».',
  replyDraftStands: (p: P<'reply'>) =>
    `${p.reply} a déjà un brouillon dans Gmail : supprimez-le là-bas, pour ne pas envoyer les deux.`,
  replyNotFilled: (p: P<'why'>) => `le texte n’est pas encore écrit. ${p.why}`,
  replyTone: (p: P<'hint'>) => `Conseil : ${p.hint}`,
  replyTemplateChanged: (p: P<'template' | 'version'>) =>
    `« ${p.template} » a été modifié entre-temps (${p.version}). Videz « Version » et choisissez à nouveau le modèle pour repartir du texte actuel.`,
  replyTemplateSame: (p: P<'template'>) => `« ${p.template} » est déjà ainsi : rien n’est à enregistrer.`,
  replyTemplateBroken: (p: P<'tag' | 'fault'>) => `le modèle est mal écrit près de « ${p.tag} » : ${p.fault}.`,
  replyVariableUnknown: (p: P<'name' | 'known'>) =>
    `la variable « ${p.name} » n’existe pas. Variables possibles : ${p.known}.`,
  replyVariableElsewhere: (p: P<'name' | 'kind' | 'known'>) =>
    `la variable « ${p.name} » n’existe pas pour une réponse qui part d’une ligne « ${p.kind} ». Variables possibles : ${p.known}.`,
  replyVariableNeedsSection: (p: P<'name'>) =>
    `« ${p.name} » peut manquer : écrivez {{#${p.name}}}…{{/${p.name}}} autour du passage qui en parle.`,
  replyVariableAlwaysThere: (p: P<'name'>) =>
    `« ${p.name} » a toujours une valeur, ou bloque l’envoi : {{#${p.name}}} est de trop, écrivez {{${p.name}}}.`,
};
