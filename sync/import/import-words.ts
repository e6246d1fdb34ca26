// What the command line says about an import.

type P<Name extends string> = Readonly<Record<Name, string>>;

export const importWords = {
  reading: 'Lecture du classeur',
  writing: 'Écriture des tickets',
  unreadable: (p: P<'file'>) => `Le fichier ${p.file} ne peut pas être lu. Vérifiez son nom et ses droits.`,
  empty: (p: P<'file'>) =>
    `Le fichier ${p.file} est vide. Exportez les conversations en CSV, avec leur ligne de titres.`,
  sample: 'Les premières :',
  more: (count: number) => `… et ${count} autre${count > 1 ? 's' : ''}`,
  refused: 'Lignes refusées (les autres seront importées) :',
  notWritten: 'Rien n’a été écrit. Relancez avec --yes pour écrire.',
  nothing: 'Rien à écrire.',
  written: (p: { readonly tickets: number }) =>
    `${p.tickets} ticket${p.tickets > 1 ? 's ajoutés' : ' ajouté'}. Pour revenir en arrière : menu Opérations › Annuler la dernière action.`,
};
