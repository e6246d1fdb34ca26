// What the night says of the review's page.

type P<Name extends string> = Readonly<Record<Name, string>>;

export const reviewWords = {
  fileName: (p: P<'weekOn'>) => `revue-${p.weekOn}.html`,
  written: (p: P<'file'>) => `Revue de la semaine : ${p.file}`,
  notWritable: (p: P<'folder'>) =>
    `La revue de la semaine ne peut pas être écrite dans ${p.folder} : vérifiez OPS_REVIEW_DIR et les droits du dossier.`,
};
