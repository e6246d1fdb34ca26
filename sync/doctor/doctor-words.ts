// What `ops doctor` says: for each check its name, what was found, and the cure.

type P<Name extends string> = Readonly<Record<Name, string>>;

export const doctorWords = {
  title: 'Vérification des accès et du classeur',
  states: { ok: '✓ bon', warning: '! à voir', failed: '✗ à corriger', skipped: '– non fait' },
  cure: (p: P<'cure'>) => `→ ${p.cure}`,
  verdicts: {
    good: 'Tout est en ordre.',
    warnings: (p: P<'count'>) => `Rien n’empêche la nuit ; ${p.count} à voir.`,
    failed: (p: P<'count'>) => `${p.count} à corriger avant la prochaine nuit.`,
  },
  groups: { machine: 'Cette machine', google: 'Google Sheets', workbook: 'Le classeur', stripe: 'Stripe' },
  node: {
    label: 'Version de Node',
    cure: (p: P<'wanted'>) => `Installez Node ${p.wanted} ou plus récent.`,
  },
  config: { label: 'Configuration', good: (p: P<'source'>) => `lue dans ${p.source}` },
  access: {
    label: 'Accès au classeur',
    good: (p: P<'title' | 'account'>) => `« ${p.title} » est lisible par ${p.account}`,
    writing: 'Écriture dans le classeur',
    writable: 'permise',
    readOnly: 'le classeur est partagé en lecture seule',
  },
  fence: {
    label: 'Barrière d’écriture',
    good: 'un numéro de marque déjà pris fait refuser tout l’envoi',
    broken: 'un numéro de marque déjà pris n’a pas fait refuser l’envoi',
    brokenCure: 'Ne lancez pas la nuit pendant que quelqu’un se sert du module ; signalez-le.',
  },
  shape: {
    label: 'Onglets et colonnes',
    good: 'à jour',
    pending: (p: P<'count'>) => `${p.count} modifications à faire`,
    pendingCure: 'Lancez « ops init » : il montre ce qu’il change et ne touche pas à vos données.',
    newer: (p: P<'found' | 'known'>) => `version ${p.found}, ce programme connaît la version ${p.known}`,
    newerCure: 'Mettez ce programme à jour (git pull, npm ci).',
    settings: 'Réglages',
    settingsGood: 'tous lisibles',
    settingsBad: (p: P<'count'>) => `${p.count} à corriger`,
    settingsCure: 'Ouvrez l’onglet Réglages ; la colonne Contrôle dit quoi corriger.',
  },
  locale: {
    label: 'Langue du classeur',
    cure: (p: P<'wanted'>) => `Fichier › Paramètres › Paramètres régionaux : choisissez France (${p.wanted}).`,
  },
  zone: {
    label: 'Fuseau du classeur',
    cure: (p: P<'wanted'>) =>
      `Fichier › Paramètres › Fuseau horaire : choisissez ${p.wanted}, ou changez OPS_TIME_ZONE.`,
  },
  stripeKey: {
    label: 'Clé',
    modes: { live: 'compte réel', test: 'environnement de test' },
    forms: { restricted: 'clé restreinte', full: 'clé secrète complète' },
    fullCure: 'Créez une clé restreinte avec les seuls droits de docs/deploy.md, puis supprimez celle-ci du serveur.',
    refused: 'Stripe refuse la clé',
  },
  permission: {
    label: (p: P<'what'>) => `Droit : ${p.what}`,
    good: (p: P<'permission'>) => `accordé (${p.permission})`,
    missing: 'refusé par Stripe',
    cure: (p: P<'permission'>) =>
      `Stripe › Développeurs › Clés API › la clé › Modifier : cochez « ${p.permission} », puis relancez « ops doctor ».`,
    requestsOnly: 'Sans ce droit, seules les demandes (pause, formule, résiliation) échouent.',
    names: {
      customers: 'lire les clients',
      subscriptions: 'lire les abonnements',
      invoices: 'lire les factures et leurs paiements',
      refunds: 'lire les remboursements',
      creditNotes: 'lire les avoirs',
      disputes: 'lire les litiges',
      events: 'lire les événements',
      checkout: 'lire les commandes de Stripe Checkout',
      portal: 'lire les visites du portail client',
      changes: 'modifier les abonnements',
    },
  },
  clock: {
    label: 'Horloge',
    found: (p: P<'seconds'>) => `${p.seconds} s d’écart avec Stripe`,
    cure: 'Mettez la machine à l’heure (ntp) : Google et Stripe refusent les demandes d’une machine décalée.',
    local: 'le monde local a son heure à lui',
  },
  dunning: {
    label: 'Relances',
    good: (p: P<'days'>) => `nouvel essai après ${p.days} jours, comme promis`,
    noFailure: 'aucun échec récent à comparer',
    drift: (p: P<'found' | 'promised' | 'count'>) =>
      `Stripe réessaie après ${p.found} jours, la boutique promet ${p.promised} (${p.count} factures)`,
    cure: (p: P<'promised'>) =>
      `Stripe › Facturation › Récupération des revenus › Relances : choisissez ${p.promised} jours ; ou changez le réglage « Nouvel essai promis après ».`,
  },
};
