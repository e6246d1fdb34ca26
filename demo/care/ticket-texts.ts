// What customers of the demo shop write, by subject. {produit} and {commande} are filled from the order concerned.
import type { DemoRow } from '#demo/demo-rows.ts';

export type Category = NonNullable<DemoRow<'tickets'>['category']>;

interface TicketText {
  readonly subject: string;
  readonly message: string;
  /** Categories of product it makes sense for; any when left out. */
  readonly about?: readonly string[];
}

export const ticketTexts: Readonly<Record<Category, readonly TicketText[]>> = {
  delay: [
    {
      subject: 'Commande {commande} en retard ?',
      message: 'Bonjour, j’attendais {produit} pour hier et le suivi ne bouge pas. Est-ce normal ?',
    },
    { subject: 'Toujours rien reçu', message: 'Je n’ai pas encore reçu {produit}. Pouvez-vous me dire où il en est ?' },
    {
      subject: 'Date de livraison dépassée',
      message: 'La date annoncée pour {commande} est passée. Je pars vendredi, que faire ?',
    },
  ],
  delivery: [
    {
      subject: 'Changer l’adresse de livraison',
      message: 'Bonjour, puis-je faire livrer {commande} à mon travail ? Le colis n’est peut-être pas parti.',
    },
    {
      subject: 'Deux colis pour une commande',
      message: 'J’ai reçu une partie de {commande} seulement, il manque {produit}. Est-ce prévu ?',
    },
    { subject: 'Point relais fermé', message: 'Mon point relais est fermé cette semaine, le colis repartira-t-il ?' },
    {
      subject: 'Lien de suivi',
      message: 'Je ne retrouve pas le lien de suivi de {commande}, pouvez-vous me le renvoyer ?',
    },
  ],
  points_question: [
    { subject: 'Mes points', message: 'Combien de points me reste-t-il et jusqu’à quand ?' },
    {
      subject: 'Points qui expirent',
      message: 'J’ai lu que des points expirent bientôt. Que puis-je prendre avec mon solde ?',
    },
    { subject: 'Utiliser mes points', message: 'Peut-on payer {produit} une partie en points et le reste en euros ?' },
    { subject: 'Points non crédités', message: 'Ma mensualité est passée mais je ne vois pas les points.' },
  ],
  billing: [
    {
      subject: 'Paiement refusé',
      message: 'J’ai reçu un message de paiement refusé, ma banque me dit que tout va bien.',
    },
    { subject: 'Nouvelle carte', message: 'Ma carte a changé, où puis-je mettre la nouvelle ?' },
    { subject: 'Facture', message: 'Pouvez-vous m’envoyer la facture du mois dernier au nom de mon association ?' },
  ],
  subscription: [
    { subject: 'Passer à l’annuel', message: 'Que gagne-t-on exactement avec l’abonnement annuel ?' },
    {
      subject: 'Mettre en pause',
      message: 'Je pars trois mois à l’étranger, puis-je mettre l’abonnement en pause sans perdre mes points ?',
    },
    { subject: 'Arrêter mon abonnement', message: 'Je voudrais arrêter à la fin du mois. Que deviennent mes points ?' },
    { subject: 'Revenir au mensuel', message: 'Je suis à l’année, est-il possible de repasser au mois ?' },
  ],
  quality: [
    { subject: 'Produit abîmé', message: 'Le colis est arrivé mouillé et {produit} est abîmé. Je joins des photos.' },
    {
      subject: 'Odeur inhabituelle',
      message: '{produit} n’a pas la même odeur que la dernière fois. Est-ce le même lot ?',
      about: ['Soin', 'Entretien', 'Épicerie'],
    },
    { subject: 'Déçue', message: 'Je m’attendais à plus de quantité pour {produit}. La photo trompe un peu.' },
  ],
  product_question: [
    { subject: 'Allergies', message: '{produit} contient-il des traces de fruits à coque ?', about: ['Épicerie'] },
    { subject: 'Conservation', message: 'Comment conserver {produit} une fois ouvert ?', about: ['Épicerie', 'Soin'] },
    { subject: 'Origine', message: 'D’où vient {produit} et qui le fabrique ?' },
    { subject: 'Retour en stock', message: 'Quand {produit} sera-t-il de nouveau disponible ?' },
  ],
  other: [
    { subject: 'Partenariat', message: 'Nous tenons une épicerie en vrac et aimerions parler de vos produits.' },
    { subject: 'Merci', message: 'Juste un mot pour dire merci, le petit mot dans le colis m’a fait plaisir.' },
  ],
};

export const surveyComments: Readonly<Record<'glad' | 'mixed' | 'upset', readonly string[]>> = {
  glad: ['Réponse rapide et honnête, merci.', 'On sent qu’il y a des gens derrière.', 'Parfait.'],
  mixed: ['Bonne réponse, mais il a fallu insister.', 'Correct.'],
  upset: ['Trop long.', 'Je n’ai pas compris la réponse.'],
};
