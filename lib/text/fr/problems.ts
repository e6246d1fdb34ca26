// Every Problem's sentence: what is wrong, then the cure. The place is said before it (see messageOf).

import { careProblems } from './problems-care.ts';
import { customerProblems } from './problems-customers.ts';
import { kpiProblems } from './problems-kpi.ts';
import { orderProblems } from './problems-orders.ts';
import { pointsProblems } from './problems-points.ts';
import { purchaseProblems } from './problems-purchases.ts';
import { replyProblems } from './problems-replies.ts';
import { stockProblems } from './problems-stock.ts';

type P<Name extends string> = Readonly<Record<Name, string>>;

export const problems = {
  tabMissing: (p: P<'tab'> & { readonly sheetId: number }) =>
    `L’onglet « ${p.tab} » (n° ${p.sheetId}) n’existe plus. Restaurez-le par Fichier › Historique des versions, ou lancez « ops init » pour le recréer vide.`,
  columnMissing: (p: P<'header' | 'key'>) =>
    `La colonne « ${p.header} » (clé ${p.key}) a été supprimée ou sa clé en ligne 1 effacée ; elle est ignorée. Annulez la suppression ou lancez « ops init ».`,
  requiredColumnMissing: (p: P<'header' | 'key'>) =>
    `La colonne indispensable « ${p.header} » (clé ${p.key}) a été supprimée ou sa clé en ligne 1 effacée : l’onglet n’est ni lu ni écrit. Restaurez-la par Fichier › Historique des versions, ou lancez « ops init ».`,
  columnKeyTwice: (p: P<'key'>) =>
    `La clé de colonne « ${p.key} » figure deux fois en ligne 1 : l’onglet n’est ni lu ni écrit. Effacez la clé de la colonne en trop.`,
  idTwice: (p: P<'id' | 'rows'>) =>
    `L’identifiant ${p.id} figure sur plusieurs lignes (${p.rows}) : elles sont gelées. Videz l’identifiant de la copie, un nouveau lui sera donné.`,
  idMissing: (p: P<'header'>) =>
    `« ${p.header} » est vide : tapez un identifiant, cet onglet n’en donne pas de lui-même. La ligne est laissée de côté en attendant.`,
  cellRequired: (p: P<'header'>) =>
    `« ${p.header} » est vide : remplissez la cellule, la ligne est laissée de côté en attendant.`,
  cellIsFormulaError: (p: P<'value'>) => `la formule donne l’erreur ${p.value} : corrigez-la.`,
  cellNotAChoice: (p: P<'value' | 'choices'>) =>
    `« ${p.value} » n’est pas dans la liste. Choisissez parmi : ${p.choices}.`,
  cellNotADay: (p: P<'value'>) =>
    `« ${p.value} » n’est pas une date. Tapez jour, mois et année, par exemple 31/03/2027.`,
  cellNotATime: (p: P<'value'>) => `« ${p.value} » n’est pas une date avec heure. Tapez par exemple 31/03/2027 14:30.`,
  cellNotAnInstant: (p: P<'value'>) =>
    `« ${p.value} » n’est pas un instant au format 2026-11-22T13:30:00Z. Annulez la modification de cette cellule.`,
  cellNotAnAmount: (p: P<'value'>) =>
    `« ${p.value} » n’est pas un montant. Tapez un nombre comme 12,50, sans le signe €.`,
  cellNotANumber: (p: P<'value'>) =>
    `« ${p.value} » n’est pas un nombre. Tapez seulement des chiffres, par exemple 12 ou 2,5.`,
  cellNumberAsText: (p: P<'value'>) =>
    `« ${p.value} » est écrit comme du texte. Choisissez Format › Nombre › Automatique, puis retapez ${p.value}.`,
  cellDecimalPoint: (p: P<'value' | 'written'>) => `« ${p.value} » s’écrit avec une virgule. Tapez ${p.written}.`,
  cellNotWhole: (p: P<'value'>) =>
    `« ${p.value} » n’est pas un nombre entier. Tapez un nombre sans virgule, par exemple 3.`,
  cellTooSmall: (p: P<'value' | 'min'>) => `« ${p.value} » est trop petit. Tapez un nombre à partir de ${p.min}.`,
  cellNotAFlag: (p: P<'value'>) => `« ${p.value} » n’est ni coché ni décoché. Cochez ou décochez la case.`,
  cellHoldsFormula: (p: P<'header'>) =>
    `« ${p.header} » contient une formule tapée à la main : elle n’est pas remplacée. Effacez-la pour que la valeur soit écrite.`,
  cellChangedSince: (p: P<'value'>) =>
    `une ligne a été déplacée pendant l’écriture et la cellule, modifiée depuis, contient « ${p.value} » : elle est laissée telle quelle. Vérifiez-la dans Fichier › Historique des versions.`,
  cellOverwritten: (p: P<'action' | 'at'>) =>
    `la cellule a pu être écrasée par « ${p.action} » (${p.at}), parce que des lignes ont été déplacées pendant l’écriture. Retrouvez sa valeur dans Fichier › Historique des versions.`,
  undoneAlready: (p: P<'action'>) => `« ${p.action} » a déjà été annulée.`,
  undoNotPossible: (p: P<'action' | 'tab'>) =>
    `« ${p.action} » a ajouté des lignes dans l’onglet « ${p.tab} », que la nuit tient à jour : elle ne peut pas être annulée.`,
  undoRowGone: (p: P<'id' | 'tab'>) =>
    `la ligne ${p.id} n’est plus dans l’onglet « ${p.tab} » : restaurez-la par Fichier › Historique des versions avant d’annuler.`,
  undoChangedSince: (p: P<'value'>) =>
    `la cellule contient maintenant « ${p.value} » : elle a été modifiée depuis. Corrigez-la à la main, l’annulation n’a rien changé.`,
  undoHasDependent: (p: P<'id' | 'dependent'>) =>
    `${p.dependent} s’appuie sur ${p.id}, que cette action a créé. Annulez d’abord l’action qui a créé ${p.dependent}.`,
  undoNotInJournal: (p: P<'action'>) =>
    `l’action ${p.action} n’est plus dans les dernières lignes lisibles de l’onglet « Journal » : elle ne peut pas être annulée ici. Corrigez par une action inverse.`,
  undoChangedLater: (p: P<'id' | 'action'>) =>
    `« ${p.action} » a modifié depuis la ligne ${p.id}. Annulez d’abord « ${p.action} ».`,
  undoErasure: () =>
    'un effacement est définitif : ce qui a été effacé n’est gardé nulle part. Recréez une fiche si la personne revient.',
  refToNothing: (p: P<'header' | 'value' | 'tab'>) =>
    `« ${p.header} » désigne ${p.value}, qui n’existe pas dans l’onglet « ${p.tab} ». Corrigez l’identifiant ou créez la ligne.`,
  settingUnknown: (p: P<'key'>) =>
    `le réglage « ${p.key} » n’est pas connu ; il est ignoré. Supprimez la ligne ou corrigez sa clé.`,
  settingMissing: (p: P<'key' | 'fallback'>) =>
    `le réglage « ${p.key} » est vide ou absent : la valeur par défaut ${p.fallback} est utilisée. Remplissez la cellule ou lancez « ops init ».`,
  settingBad: (p: P<'key' | 'value' | 'expected' | 'fallback'>) =>
    `le réglage « ${p.key} » vaut « ${p.value} » ; attendu : ${p.expected}. La valeur par défaut ${p.fallback} est utilisée en attendant.`,
  schemaNewer: (p: { readonly found: number; readonly known: number }) =>
    `le classeur est à la version ${p.found}, ce programme connaît la version ${p.known} : mettez le programme à jour.`,
  stepSkipped: (p: P<'step' | 'tab'>) =>
    `l’étape « ${p.step} » n’a pas été faite : l’onglet « ${p.tab} » est inutilisable. Corrigez-le d’abord.`,
  stripeValueUnknown: (p: P<'object' | 'value'>) =>
    `Stripe donne à ${p.object} la valeur « ${p.value} », inconnue de ce programme : elle est notée « inconnu » et le reste continue. Mettez le programme à jour.`,
  currencyNotEuro: (p: P<'object' | 'currency'>) =>
    `${p.object} est en ${p.currency} : le classeur ne compte qu’en euros, son montant n’est pas repris. Traitez-le dans Stripe.`,
  stripePriceUnknown: (p: P<'price'>) =>
    `le prix Stripe ${p.price} n’est celui d’aucune formule : copiez-le dans « Prix Stripe » de la bonne formule (ou créez la formule).`,
  requestRowGone: (p: P<'id' | 'result'>) =>
    `la demande ${p.id} a été faite, mais sa ligne n’est plus utilisable dans l’onglet « Demandes ». Son résultat : ${p.result}`,
  rowTooLong: (p: P<'header'> & { readonly length: number }) =>
    `« ${p.header} » ferait ${p.length} caractères, plus que les 50 000 d’une cellule. Raccourcissez le texte.`,
  stripeUnreadable: (p: P<'object' | 'id' | 'field'>) =>
    `Stripe a envoyé ${p.object} ${p.id} sous une forme que ce programme ne sait pas lire (${p.field}) : l’objet est laissé de côté. Mettez le programme à jour ou signalez-le.`,
  ...pointsProblems,
  ...customerProblems,
  ...careProblems,
  ...orderProblems,
  ...replyProblems,
  ...stockProblems,
  ...kpiProblems,
  ...purchaseProblems,
  stripeTooMany: (p: P<'what'> & { readonly count: number; readonly limit: number }) =>
    `Stripe : ${p.count} ${p.what} à relire une par une, ${p.limit} l’ont été cette nuit ; le reste le sera les nuits suivantes. Relancez « ops night » pour ne pas attendre.`,
};
