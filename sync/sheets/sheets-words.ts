// What the job says when Google Sheets fails it.

export const sheetsWords = {
  notAWorkbook:
    'Ce classeur n’est pas encore préparé (l’onglet Système manque ou est abîmé). Lancez « ops init » pour le préparer.',
  refused: (p: { readonly message: string }) =>
    `Google Sheets a refusé l’écriture : ${p.message}. Rien n’a été écrit. Lancez « ops doctor » pour vérifier les droits.`,
  noAnswer:
    'Google Sheets ne répond pas. Relancez la nuit plus tard : elle reprendra où elle s’est arrêtée, sans rien écrire deux fois.',
  keepsMoving:
    'Des lignes sont déplacées sans arrêt pendant l’écriture. Attendez que chacun ait fini de trier le classeur, puis relancez.',
  leaseHeld: (p: { readonly holder: string; readonly until: string }) =>
    `Une autre nuit (${p.holder}) travaille sur ce classeur jusqu’à ${p.until}. Attendez sa fin, ou lancez « ops night --take-over » si elle s’est arrêtée brutalement.`,
  lostLease: 'Une autre nuit a pris la main sur ce classeur : celle-ci s’arrête sans rien écrire de plus.',
  tooManyConflicts: 'Le classeur change sans arrêt : la nuit a essayé dix fois. Relancez-la plus tard.',
};
