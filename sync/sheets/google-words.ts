// What is said when Google refuses or does not answer: what was found, and the cure.

type P<Name extends string> = Readonly<Record<Name, string>>;

export const googleWords = {
  localAccount: 'le monde local, sans compte',
  unknownAccount: 'le compte de service du fichier d’accès',
  invalidGrant: 'Google refuse l’identité',
  invalidGrantCure:
    'Mettez la machine à l’heure (ntp). Si l’heure est juste, la clé a été supprimée : créez-en une autre, voir docs/deploy.md',
  apiDisabled: 'L’API Google Sheets n’est pas activée dans le projet Google Cloud',
  apiDisabledCure: 'Activez-la : console.cloud.google.com › API et services › Bibliothèque › Google Sheets API',
  scope: 'Le jeton n’a pas la portée « spreadsheets »',
  scopeCure: 'Laissez ce programme demander lui-même sa portée : donnez-lui un fichier de clé, pas un jeton',
  notShared: 'Google refuse l’accès au classeur',
  share: (p: P<'account'>) => `Ouvrez le classeur, « Partager », et donnez le rôle Éditeur à ${p.account}`,
  notFound: 'Google ne trouve pas ce classeur',
  shareOrId: (p: P<'account'>) => `Vérifiez SPREADSHEET_ID, puis partagez le classeur avec ${p.account} (rôle Éditeur)`,
  unreachable: (p: P<'why'>) => `Google est injoignable (${p.why})`,
  unreachableCure: 'Vérifiez la connexion, puis relancez',
  other: (p: P<'why'>) => `Google répond : ${p.why}`,
  otherCure: 'Relancez dans quelques minutes ; si cela se répète, envoyez cette ligne',
};
