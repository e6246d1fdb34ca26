// What the KPI tab and its actions have to say against a request or the data.

type P<Name extends string> = Readonly<Record<Name, string>>;

export const kpiProblems = {
  kpiRowMissing: (p: P<'id' | 'tab'>) =>
    `l’indicateur « ${p.id} » n’a plus de ligne dans l’onglet « ${p.tab} » : sa valeur n’est écrite nulle part. Lancez « ops init », qui remet la ligne.`,
  kpiUpToDate: (p: P<'day'>) =>
    `Les indicateurs sont à jour au ${p.day} : ils comptent des jours complets, jusqu’à la veille.`,
  kpiTabUnusable: (p: P<'tab'>) =>
    `l’onglet « ${p.tab} » ne peut pas être lu : rien n’est enregistré. Restaurez-le par Fichier › Historique des versions, ou lancez « ops init ».`,
  kpiUnknown: (p: P<'id'>) => `« ${p.id} » n’est pas un indicateur de ce programme. Choisissez-en un dans la liste.`,
};
