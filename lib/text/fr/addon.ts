// The add-on's own sentences: menu, errors of a form, what a commit says. The sidebar's buttons and states are in sidebar.ts.

export const addon = {
  menu: 'Opérations',
  places: {
    stock: 'Stock',
    purchases: 'Achats',
    orders: 'Commandes',
    customers: 'Clients et réponses',
    subscriptions: 'Abonnements et points',
    crises: 'Crises',
    figures: 'Chiffres',
  },
  undo: 'Annuler la dernière action',
  undoOf: (p: { readonly action: string }) => `Annuler « ${p.action} »`,
  undoSummary: (p: { readonly action: string; readonly when: string }) => `« ${p.action} » du ${p.when} est annulée.`,
  undoIntro:
    'L’annulation remet les cellules comme avant et annule les lignes ajoutées. Rien n’est supprimé. Un message déjà copié ou envoyé ne peut pas être repris.',
  undoWhich: 'Action à annuler',
  undoOption: (p: { readonly action: string; readonly when: string; readonly who: string }) =>
    p.who === '' ? `${p.action} – ${p.when}` : `${p.action} – ${p.when}, par ${p.who}`,
  undoNothing: 'Aucune action récente à annuler.',
  undoGone: 'Cette action est déjà annulée, ou trop ancienne pour l’être. Vous pouvez en choisir une autre.',
  identity: 'Je suis…',
  rightMissing:
    'Il manque à Opérations un droit que vous n’avez pas coché, ou que vous avez retiré. Ouvrez myaccount.google.com/permissions, supprimez l’accès de « Opérations », rechargez le classeur, puis acceptez la demande en laissant toutes les cases cochées.',
  rowGone: (p: { readonly id: string; readonly tab: string }) =>
    `${p.id} n’est plus dans l’onglet « ${p.tab} ». Actualisez pour voir le classeur tel qu’il est.`,
  mailDrafted: 'Le brouillon est dans Gmail, dossier Brouillons. Relisez-le, puis envoyez-le de là.',
  mailSent: (p: { readonly to: string }) => `Le message est parti vers ${p.to}.`,
  mailDraftedAlready: 'Le brouillon est déjà dans Gmail : il n’a pas été créé une seconde fois.',
  mailSentAlready: 'Ce message est déjà parti : il n’a pas été envoyé une seconde fois.',
  mailNotAllowed:
    'Vous n’avez pas donné à Opérations le droit de gérer vos brouillons Gmail. Donnez-le par le bouton ci-dessous et cochez la case « Gérer les brouillons et envoyer des e-mails », puis réessayez. Sans ce droit, copiez le texte ou ouvrez-le dans Gmail.',
  mailRefused: (p: { readonly message: string }) =>
    `Gmail a refusé le message : ${p.message}. Vérifiez l’adresse, ou copiez le texte.`,
  mailNotNoted: (p: { readonly id: string }) =>
    `Mais le classeur change sans arrêt : ${p.id} n’a pas pu être mis à jour. Corrigez son statut dans l’onglet « Envois ».`,
  mailRecord: 'Message remis à Gmail',
  mailRecordOf: (p: { readonly id: string; readonly status: string }) => `${p.id} : ${p.status}`,
  unexpected: (p: { readonly message: string }) =>
    `Une erreur imprévue est survenue : ${p.message}. Rien d’autre ne sera écrit. Regardez le Journal avant de recommencer, et signalez ce message.`,
  actionUnknown: 'Cette action n’existe pas dans cette version. Rechargez la page.',
  fieldRequired: 'Ce champ est obligatoire.',
  fieldInteger: 'Tapez un nombre entier, par exemple 12.',
  fieldTooSmall: (p: { readonly min: number }) => `Le minimum est ${p.min}.`,
  fieldTooLarge: (p: { readonly max: number }) => `Le maximum est ${p.max}.`,
  fieldMoney: 'Tapez un montant en euros, par exemple 12,50.',
  fieldDay: 'Tapez une date, par exemple 25/11/2026.',
  fieldChoice: 'Choisissez l’une des valeurs proposées.',
  fieldRow: (p: { readonly value: string; readonly tab: string }) =>
    `« ${p.value} » n’existe pas dans l’onglet « ${p.tab} ».`,
  fieldTooLong: 'Ce texte est trop long (50 000 caractères au plus).',
  notAWorkbook:
    'Ce classeur n’est pas encore préparé (l’onglet Système manque ou est abîmé). Lancez « ops init » sur l’ordinateur de la tâche de nuit.',
  tooManyConflicts:
    'Le classeur change sans arrêt : trois essais n’ont pas suffi. Rien n’a été écrit. Réessayez dans une minute.',
  refused: (p: { readonly message: string }) => `Google Sheets a refusé l’écriture : ${p.message}. Rien n’a été écrit.`,
  noAnswer:
    'Google Sheets n’a pas répondu et l’écriture n’est pas certaine. Regardez le Journal, puis recommencez : rien ne sera écrit deux fois.',
  notAllowed:
    'Google refuse l’accès à ce classeur avec ce compte. Vérifiez que vous pouvez le modifier, puis rechargez la page.',
  busy: 'Google Sheets demande d’attendre (trop d’appels en une minute). Réessayez dans une minute.',
  keepsMoving:
    'Les lignes sont déplacées sans arrêt pendant l’écriture. Attendez que chacun ait fini de trier le classeur, puis vérifiez le Journal.',
  doneAlready: 'C’est déjà fait : cette action est dans le Journal, rien n’a été écrit une seconde fois.',
  tooLarge: 'Cette action écrirait plus de 8 Mo en une fois. Faites-la en plusieurs parties.',
  newerClock: 'L’aperçu datait ; le voici refait à l’heure actuelle.',
  changedMeanwhile: 'Le classeur a changé depuis l’aperçu. Voici ce qui serait écrit maintenant.',
  repaired: 'Des lignes ont été déplacées pendant l’écriture ; tout a été remis à sa place.',
} as const;
