// Every text that only the command line says, in French, keyed with parameters. What the workbook shows too comes from
// lib's catalogue. No text here may hold a secret: parameters are names, paths and bounds.

type P<Name extends string> = Readonly<Record<Name, string>>;

export const words = {
  cli: {
    description:
      'Le travail de nuit de la boutique : Stripe et le classeur Google Sheets remis d’accord, points comptés, anomalies signalées.',
    commands: {
      night: 'fait le travail de la nuit : miroir de Stripe, points, demandes, rapprochement',
      requests:
        'fait tout de suite les demandes en attente (pause, reprise, fréquence, résiliation), sans le reste de la nuit',
      init: 'crée les onglets du classeur, ou les met à jour ; peut être relancé sans risque',
      doctor: 'vérifie les accès, les droits et le classeur, et dit quoi corriger',
      faq: 'écrit la page publique de la FAQ dans un dossier',
      import: 'ajoute aux tickets les conversations d’un fichier CSV (Crisp ou autre) ; montre d’abord',
      local: 'lance la boutique de démonstration sur cette machine, sans aucun compte',
    },
    options: {
      help: 'affiche cette aide',
      json: 'termine par un seul objet JSON sur la sortie standard',
      verbose: 'dit tout, y compris les avis de Stripe et l’origine des erreurs',
      local: 'travaille sur le monde local lancé par « ops local », au lieu du fichier .env',
      dryRun: 'montre ce qui serait écrit, sans rien écrire',
      takeOver: 'prend la suite d’une nuit arrêtée brutalement',
      probeWrites: 'écrit puis efface une marque invisible, pour vérifier les règles d’écriture de Google',
      faqFolder: 'le dossier de la page (sinon OPS_FAQ_DIR)',
      importKind: 'ce qui est importé : conversations',
      importFile: 'le fichier CSV',
      yes: 'écrit, au lieu de seulement montrer',
      env: 'affiche les variables du monde local en marche',
      worldArguments: 'transmis au monde local',
    },
    helpTitles: {
      'Usage:': 'Usage :',
      'Options:': 'Options :',
      'Commands:': 'Commandes :',
      'Arguments:': 'Arguments :',
    } as Readonly<Record<string, string>>,
    exitCodes: `
Codes de sortie :
  0   fait (les problèmes trouvés dans les données sont affichés)
  1   « doctor » ou « init » a trouvé quelque chose à corriger
  2   configuration ou ligne de commande à corriger
  3   refusé : une autre nuit travaille sur ce classeur
  4   Google ou Stripe ont échoué ; relancer plus tard
  70  défaut du programme`,
    usage: (p: P<'what'>) => `${p.what} « ops --help » donne les commandes et les options.`,
    usageErrors: {
      'commander.unknownCommand': 'Cette commande n’existe pas.',
      'commander.unknownOption': 'Cette option n’existe pas.',
      'commander.excessArguments': 'Il y a un mot de trop.',
      'commander.help': 'Il manque une commande.',
      'commander.missingArgument': 'Il manque un mot : « ops … --help » le dit.',
      'commander.optionMissingArgument': 'Une option attend une valeur.',
      'commander.invalidArgument': 'Un mot n’est pas de ceux qui sont attendus ici.',
      other: 'La ligne de commande n’est pas comprise.',
    } as Readonly<Record<string, string>> & { readonly other: string },
    bug: (p: P<'why'>) => `Défaut du programme : ${p.why}. Signalez-le avec les lignes qui suivent.`,
  },
  nightProgress: {
    steps: {
      read: 'Lecture du classeur',
      stripe: 'Lecture de Stripe',
      requests: 'Demandes des clients',
      plan: 'Calcul de la nuit',
      write: 'Écriture dans le classeur',
    },
    details: {
      events: 'événements',
      customers: 'clients',
      subscriptions: 'abonnements',
      invoices: 'factures',
      refunds: 'remboursements et avoirs',
      disputes: 'litiges',
    } as Readonly<Record<string, string>>,
    pieces: (p: P<'done' | 'total'>) => `partie ${p.done} sur ${p.total}`,
  },
  init: {
    reading: 'Lecture du classeur',
    writing: 'Mise en place des onglets',
    title: (p: P<'title'>) => `Classeur « ${p.title} »`,
    upToDate: 'Le classeur est à jour : rien à changer.',
    done: 'Le classeur est en place, et vérifié.',
    dryRun: 'Essai : rien n’a été écrit.',
    neverDone:
      'Le classeur change pendant sa mise en place. Attendez que personne n’y travaille, puis relancez « ops init ».',
  },
  local: {
    notRunning: (p: P<'file'>) =>
      `Aucun monde local ne tourne (${p.file} n’existe pas). Lancez « ops local » dans un autre terminal.`,
    damaged: (p: P<'file'>) =>
      `Le fichier ${p.file} n’est pas celui d’un monde local. Arrêtez le monde local, puis relancez « ops local ».`,
  },
  stripe: {
    tooManyPages: (p: P<'what' | 'pages'>) =>
      `Stripe : la liste « ${p.what} » ne finit pas après ${p.pages} pages. Relancez plus tard ; si cela se répète, signalez-le.`,
    badKey:
      'Stripe refuse la clé STRIPE_KEY : elle est fausse, expirée ou supprimée. Créez-en une autre : docs/deploy.md.',
    noPermission: (p: P<'permission'>) =>
      `La clé Stripe n’a pas le droit « ${p.permission} ». Cochez-le dans Stripe (Développeurs › Clés API › la clé › Modifier).`,
    unknownPermission: 'un droit que Stripe ne nomme pas',
    rateLimited:
      'Stripe refuse encore les appels après plusieurs attentes (trop de demandes). Relancez dans quelques minutes.',
    unreachable: (p: P<'why'>) => `Stripe est injoignable (${p.why}). Vérifiez la connexion, puis relancez.`,
    refused: (p: P<'why' | 'request'>) => `Stripe a refusé une demande : ${p.why} (requête ${p.request}).`,
    notice: (p: P<'text'>) => `Avis de Stripe : ${p.text}`,
    progress: {
      events: 'événements',
      subscriptions: 'abonnements',
      invoices: 'factures',
      refunds: 'remboursements et avoirs',
      disputes: 'litiges',
      customers: 'clients',
    },
  },
  config: {
    title: 'La configuration est incomplète ou fausse :',
    source: (p: P<'file'>) =>
      `Ces valeurs viennent de l’environnement ou du fichier ${p.file} (modèle : .env.example).`,
    missing: (p: P<'name' | 'cure'>) => `${p.name} manque. ${p.cure}`,
    bad: (p: P<'name' | 'why' | 'cure'>) => `${p.name} ${p.why}. ${p.cure}`,
    unknownName: (p: P<'name' | 'file'>) =>
      `${p.name}, dans ${p.file}, n’est pas un nom connu : la ligne est ignorée. Corrigez le nom ou supprimez-la.`,
    fileUnreadable: (p: P<'file'>) => `Le fichier ${p.file} ne peut pas être lu. Vérifiez ses droits.`,
    liveSecretKey:
      'STRIPE_KEY est une clé secrète complète du compte réel. Créez une clé restreinte (rk_live_…) : docs/deploy.md donne ses droits.',
    cures: {
      spreadsheetId: 'Copiez l’adresse du classeur, ou la partie entre « /d/ » et « /edit », dans SPREADSHEET_ID.',
      credentials:
        'Indiquez le chemin du fichier de clé du compte de service, ou du fichier de fédération d’identité : voir docs/deploy.md.',
      stripeKey: 'Créez une clé restreinte dans Stripe (Développeurs › Clés API) : docs/deploy.md donne ses droits.',
      timeZone: 'Donnez un nom comme Europe/Paris, ou retirez la ligne.',
      loopback: 'Donnez une adresse comme http://127.0.0.1:4010, ou retirez la ligne.',
      bothLoopback:
        'Donnez GOOGLE_SHEETS_URL et STRIPE_API_URL ensemble (monde local), ou aucun des deux (comptes réels).',
      now: 'Donnez un instant comme 2026-11-22T03:00:00Z avec le monde local, ou retirez la ligne.',
      rate: (p: P<'min' | 'max' | 'fallback'>) =>
        `Donnez un nombre entier de ${p.min} à ${p.max}, ou retirez la ligne (${p.fallback} par défaut).`,
    },
    whys: {
      spreadsheetId: 'n’est ni l’adresse d’un classeur ni son identifiant',
      fileMissing: 'désigne un fichier qui n’existe pas ou ne peut pas être lu',
      notJson: 'désigne un fichier qui n’est pas du JSON',
      notCredentials:
        'désigne un fichier qui n’est ni une clé de compte de service ni une fédération d’identité de Google',
      publishable: 'est une clé publiable (pk_…), sans droit de lecture',
      webhookSecret: 'est un secret de webhook (whsec_…), pas une clé d’API',
      notStripeKey: 'n’a pas la forme d’une clé Stripe (rk_test_…, rk_live_…)',
      liveOnLoopback: 'est une clé du compte réel, qui ne doit pas aller dans le monde local',
      timeZone: 'n’est pas un fuseau horaire connu',
      loopback: 'n’est pas une adresse http de cette machine',
      mixed: 'est donné sans l’autre adresse locale : le monde local et les comptes réels ne se mélangent pas',
      now: 'n’est pas un instant au format 2026-11-22T03:00:00Z',
      nowOutside: 'n’est accepté qu’avec le monde local',
      rate: 'n’est pas un nombre accepté',
    },
  },
};

export type CliWords = typeof words;
