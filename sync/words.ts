// Every text that only the command line says, in French, keyed with parameters. What the workbook shows too comes from
// lib's catalogue. No text here may hold a secret: parameters are names, paths and bounds.

type P<Name extends string> = Readonly<Record<Name, string>>;

export const words = {
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
      notCredentials: 'désigne un fichier qui n’est ni une clé de compte de service ni une fédération d’identité',
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
