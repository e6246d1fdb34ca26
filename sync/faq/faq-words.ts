// What the command line says about the FAQ page.

type P<Name extends string> = Readonly<Record<Name, string>>;

export const faqWords = {
  reading: 'Lecture du classeur',
  noFolder:
    'Où écrire la page ? Donnez un dossier avec « ops faq --to DOSSIER », ou son nom dans OPS_FAQ_DIR pour que la nuit l’écrive aussi.',
  notWritable: (p: P<'folder'>) =>
    `La page de la FAQ ne peut pas être écrite dans ${p.folder}. Vérifiez que le dossier existe et que ce programme peut y écrire.`,
  tabUnusable: (p: P<'tab'>) =>
    `L’onglet « ${p.tab} » est inutilisable : la page n’est pas écrite. Restaurez-le par Fichier › Historique des versions, ou lancez « ops init ».`,
  written: (p: P<'file'> & { readonly questions: number }) =>
    `FAQ écrite : ${p.file} (${p.questions} question${p.questions > 1 ? 's' : ''}).`,
  leftOut: (p: P<'id' | 'why'>) => `${p.id} n’y est pas : ${p.why}`,
};
