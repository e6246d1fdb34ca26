// What the workbook's template says: who fills a column in, why a range is protected, what an update would change.

type P<Name extends string> = Readonly<Record<Name, string>>;
type Count = { readonly count: number };

export const workbook = {
  /** The locale and zone that a new workbook is given. */
  locale: 'fr_FR',
  timeZone: 'Europe/Paris',
  filledBy: {
    team: null,
    addon: 'Rempli par les actions du menu.',
    job: 'Rempli par la nuit.',
    formula: 'Calculé par une formule : ne tapez rien ici.',
  },
  protection: {
    keyRow: 'Clés des colonnes : elles servent à retrouver chaque colonne. Ne les modifiez pas.',
    tab: 'Onglet tenu par la nuit : ce que vous y tapez sera remplacé ou signalé.',
    column: (p: P<'header'>) => `« ${p.header} » est remplie par le programme, pas à la main.`,
  },
  preview: {
    tab: (p: P<'tab'>) => `Créer l’onglet « ${p.tab} ».`,
    tabFilled: (p: P<'tab'>) => `Remettre les titres de colonnes de l’onglet « ${p.tab} », vide aujourd’hui.`,
    column: (p: P<'tab' | 'header'>) => `Ajouter la colonne « ${p.header} » à l’onglet « ${p.tab} ».`,
    key: (p: P<'tab' | 'header'>) => `Remettre la clé de la colonne « ${p.header} » de l’onglet « ${p.tab} ».`,
    rows: (p: P<'tab'> & Count) =>
      p.count === 1 ? `Ajouter 1 ligne à l’onglet « ${p.tab} ».` : `Ajouter ${p.count} lignes à l’onglet « ${p.tab} ».`,
    texts: (p: P<'tab'> & Count) =>
      p.count === 1
        ? `Mettre à jour 1 ligne tenue par le programme dans l’onglet « ${p.tab} ».`
        : `Mettre à jour ${p.count} lignes tenues par le programme dans l’onglet « ${p.tab} ».`,
    look: (p: P<'tab'>) =>
      `Mettre à jour les formats, listes, notes, protections ou formules de l’onglet « ${p.tab} ».`,
    language: (p: P<'locale' | 'timeZone'>) =>
      `Régler le classeur sur la langue ${p.locale} et le fuseau ${p.timeZone}.`,
    schema: (p: { readonly from: number; readonly to: number }) =>
      `Passer le classeur de la version ${p.from} à la version ${p.to}.`,
  },
};
