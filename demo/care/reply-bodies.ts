// What the demo team wrote, by template: their own words around what the template says, without a figure.

const letter = (...paragraphs: readonly string[]) =>
  ['Bonjour,', ...paragraphs, 'L’équipe Make the CHANGE'].join('\n\n');

export const replyBodies = {
  'REP-RETARD': letter(
    'Votre colis a pris du retard chez notre partenaire, et vous avez bien fait de nous écrire.',
    'Il part directement de chez lui, pour rester frais. Vous recevrez le lien de suivi le jour du départ.',
  ),
  'REP-EXPIRATION': letter(
    'Vos points gardent chacun leur propre date, et les plus anciens partent toujours en premier.',
    'Dites-nous ce qui vous ferait plaisir : nous vérifions avec vous ce qui est à votre portée.',
  ),
  'REP-FREQUENCE': letter(
    'Vous pouvez passer au mensuel ou à l’annuel quand vous voulez ; vos points restent les vôtres.',
    'Répondez simplement à ce message et nous nous en occupons.',
  ),
  'REP-ECHEC': letter(
    'Votre paiement n’est pas passé, cela arrive souvent avec une carte renouvelée.',
    'Mettez votre carte à jour quand vous pouvez : votre compte reste actif, et nous vous écrivons dès que c’est en ordre.',
  ),
  'REP-PAUSE': letter(
    'Merci de nous l’avoir dit. Une pause est gratuite et garde vos points.',
    'Répondez par « pause » ou « résilier », et nous faisons le nécessaire.',
  ),
  'REP-SUIVI': letter(
    'Votre colis est en route et rien n’indique un souci pour l’instant.',
    'S’il n’est pas là demain soir, répondez à ce message : nous cherchons avec le transporteur.',
  ),
} as const;
