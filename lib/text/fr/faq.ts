// What the FAQ says around its own entries: suggestions and counts in the sidebar, and the words of the published page.

const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

export const faqTexts = {
  /** An entry offered in a list: those that may answer come first, numbered. */
  option: (p: { readonly rank: number | null; readonly question: string; readonly isPublished: boolean }) =>
    `${p.rank === null ? '' : `${p.rank}. `}${p.question}${p.isPublished ? '' : ' (non publiée)'}`,
  suggested: (questions: readonly string[]) => `Pourraient répondre : ${questions.join(' · ')}`,
  nothingFound: 'Aucune entrée ne parle de cela. Essayez d’autres mots, ou ajoutez une entrée dans l’onglet « FAQ ».',
  copyLabel: 'Réponse, à coller dans votre message',
  used: (p: { readonly question: string; readonly uses: number; readonly ticket: string | null }) =>
    `« ${p.question} » : ${plural(p.uses, 'utilisation', 'utilisations')}${p.ticket === null ? '' : `, notée sur ${p.ticket}`}.`,
  unanswered: {
    title: 'Questions sans réponse dans la FAQ',
    summary: (p: { readonly groups: number; readonly tickets: number; readonly days: number }) =>
      p.groups === 0
        ? `Rien de fréquent sans réponse sur les ${p.days} derniers jours.`
        : `${plural(p.groups, 'question fréquente', 'questions fréquentes')} sans réponse, ${plural(p.tickets, 'ticket', 'tickets')} sur les ${p.days} derniers jours.`,
    question: (example: string) => `« ${example} »`,
    value: (p: { readonly tickets: number; readonly nearest: string | null }) =>
      `${plural(p.tickets, 'ticket', 'tickets')}${p.nearest === null ? '' : ` – l’entrée la plus proche : ${p.nearest}`}`,
    none: 'Rien de fréquent.',
  },
  page: {
    title: (shop: string) => `Questions fréquentes – ${shop}`,
    heading: 'Questions fréquentes',
    intro: (shop: string) => `Les réponses de l’équipe ${shop}, tenues à jour.`,
    searchLabel: 'Chercher une question',
    searchHint: 'livraison, points, carte…',
    skip: 'Aller aux questions',
    sections: 'Thèmes',
    openAll: 'Tout ouvrir',
    closeAll: 'Tout fermer',
    /** People type plain spaces: a mark must not begin a line alone, nor a quotation end one. */
    typeset: (text: string) =>
      text
        .replace(/ ([?!;])/g, '\u202f$1')
        .replace(/ ([:»])/g, '\u00a0$1')
        .replace(/« /g, '«\u00a0'),
    /** Said to readers and screen readers while they type; `{count}` is filled in by the page. */
    found: {
      none: 'Aucune question ne correspond. Essayez un autre mot.',
      one: '1 question',
      many: '{count} questions',
    },
    noEntry: 'Aucune question pour le moment.',
    contact: (email: string) => `Vous ne trouvez pas ? Écrivez-nous : ${email}`,
    contactTitle: 'Une autre question ?',
    updatedOn: (day: string) => `Mise à jour le ${day}.`,
    topics: {
      delivery: 'Livraison',
      delay: 'Délais',
      points_question: 'Points',
      billing: 'Paiement',
      subscription: 'Abonnement',
      quality: 'Qualité et retours',
      product_question: 'Produits',
      other: 'Autres questions',
    },
  },
};
