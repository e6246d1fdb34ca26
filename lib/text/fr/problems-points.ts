// Problems of points: what was not credited, taken or expired, and what to do about it.

type P<Name extends string> = Readonly<Record<Name, string>>;

export const pointsProblems = {
  pointsFrozen: (p: P<'customer'>) =>
    `les points de ${p.customer} sont gelés : rien n’est crédité, repris ni expiré tant que cette ligne n’est pas corrigée. Corrigez la cellule, la nuit suivante rattrape tout.`,
  pointsAllFrozen: () =>
    'cette ligne ne dit pas à quel client elle appartient : les points de tous les clients sont gelés. Remplissez la cellule « Client », la nuit suivante rattrape tout.',
  pointsCustomerUnknown: (p: P<'customer'>) =>
    `le client ${p.customer} n’existe pas dans l’onglet « Clients » : ses points ne sont pas tenus. Recréez sa ligne ou corrigez l’identifiant.`,
  pointsLotDiffers: (p: P<'lot' | 'shown' | 'ledger'>) =>
    `le lot ${p.lot} annonçait ${p.shown} points restants, ses écritures en donnent ${p.ledger} : il a été remis d’accord avec les écritures. Pour corriger des points, ajoutez une écriture, sans toucher aux lots.`,
  pointsLotMissing: (p: P<'lot'>) =>
    `le lot ${p.lot} n’avait plus de ligne dans l’onglet « Lots de points » : elle a été recréée d’après ses écritures. Vérifiez sa date de gain.`,
  pointsLotOfAnother: (p: P<'lot' | 'customer' | 'owner'>) =>
    `cette écriture de ${p.customer} désigne le lot ${p.lot}, qui appartient à ${p.owner} : les points des deux clients sont gelés. Corrigez le client ou le lot de l’écriture.`,
  pointsPlanUnknown: (p: P<'plan'>) =>
    `la formule ${p.plan} est introuvable ou illisible : les points des factures payées qui la désignent ne sont pas crédités. Corrigez l’onglet « Formules », la nuit suivante rattrape tout.`,
  pointsPlanMissing: () =>
    'cette facture d’abonnement payée n’a pas de formule : ses points ne sont pas crédités. Ajoutez le prix Stripe de l’abonnement à une ligne de l’onglet « Formules », la nuit suivante rattrape tout.',
  pointsPlanWithoutPrice: (p: P<'plan'>) =>
    `la formule ${p.plan} a un prix nul : les points de ses factures payées ne peuvent pas être calculés. Tapez son prix dans l’onglet « Formules ».`,
  pointsPaidDayMissing: () =>
    'cette facture est payée sans date de paiement : ses points ne sont pas crédités. Ouvrez-la dans Stripe et vérifiez son paiement.',
  pointsInvoiceOfAnother: (p: P<'customer' | 'other'>) =>
    `cette facture est à ${p.customer}, mais ses points ont été écrits chez ${p.other} : rien n’est changé. Corrigez le client de la facture ou ajustez les points des deux clients à la main.`,
  pausePeriodInverted: (p: P<'on' | 'until'>) =>
    `cette pause finit (${p.until}) avant de commencer (${p.on}) : elle ne prolonge aucun point. Corrigez ses dates.`,
  pauseWithoutCustomer: () =>
    'cette pause ne dit pas quel client elle concerne : elle ne prolonge aucun point. Remplissez la cellule « Client ».',
  pointsNotEnough: (p: P<'customer' | 'asked' | 'available'>) =>
    `${p.customer} a ${p.available} points disponibles, il en faudrait ${p.asked}. Réduisez la dépense ou complétez en euros.`,
  pointsAmountBad: (p: P<'value'>) =>
    `« ${p.value} » n’est pas un nombre de points possible ici. Tapez un nombre entier, sans virgule ni unité.`,
  pointsReasonMissing: () => 'un ajustement de points demande un motif. Écrivez-le en quelques mots.',
  pointsNothingToRestore: (p: P<'source' | 'asked' | 'available'>) =>
    `${p.asked} points à rendre pour ${p.source}, mais il n’en reste que ${p.available} dépensés et non rendus. Réduisez le nombre de points rendus.`,
};
