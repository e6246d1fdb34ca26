// Labels of the actions about replies and of their fields.
import type { ActionText } from './actions.ts';

const after = { label: 'Pour le ticket', note: 'Ce que cette réponse change pour lui, quand elle est envoyée.' };

export const replyActionTexts: Readonly<Record<string, ActionText>> = {
  reply: {
    label: 'Répondre avec un modèle…',
    intro: 'Le texte se remplit depuis le classeur ; relisez-le, mettez-y vos mots, puis choisissez comment l’envoyer.',
    fields: {
      about: {
        label: 'Concerne',
        note: 'Numéro d’un ticket, d’une commande, d’un client, d’un abonnement, d’une facture ou d’un incident ; plusieurs s’il le faut, séparés par un espace.',
      },
      templateId: { label: 'Modèle', note: '★ : convient à cette ligne.' },
      channel: 'Canal',
      recipient: { label: 'Destinataire', note: 'Adresse e-mail, pour un e-mail.' },
      subject: 'Objet',
      body: {
        label: 'Texte',
        note: 'Vos mots, une date vraie, la prochaine étape. Ce qui manque est marqué « [à compléter … ] » et bloque l’envoi.',
      },
      handover: 'Envoyer par',
      isSentNow: {
        label: 'Je l’envoie maintenant',
        note: 'Pour une copie : la réponse est notée comme envoyée, avec ses points et le délai du ticket. Sinon, lancez plus tard « Marquer comme envoyé ».',
      },
      after,
      textFor: {
        label: 'Texte rempli pour',
        note: 'Se remplit seul. À vider pour refaire le texte depuis le modèle.',
      },
    },
  },
  'mark-reply-sent': {
    label: 'Marquer comme envoyé…',
    intro: 'Donne les points prévus et note la réponse sur le ticket, une seule fois.',
    fields: { replyId: { label: 'Envoi', note: 'Le numéro, ou un envoi de la liste.' }, after },
  },
  'retry-draft': {
    label: 'Recréer le brouillon…',
    intro: 'Quand Gmail a échoué, ou que le brouillon a été supprimé.',
    fields: { replyId: { label: 'Envoi', note: 'Le numéro, ou un envoi de la liste.' } },
  },
  'edit-template': {
    label: 'Modifier un modèle…',
    intro:
      'L’essai sur une vraie ligne est refait à chaque changement. Les chiffres viennent des Formules et des Réglages.',
    fields: {
      templateId: 'Modèle',
      subject: 'Objet',
      body: {
        label: 'Texte',
        note: '{{nom}} pour une valeur ; {{#nom}}…{{/nom}} quand elle existe, {{^nom}}…{{/nom}} quand elle manque.',
      },
      active: { label: 'Proposé', note: 'Décoché : n’est plus proposé pour répondre.' },
      example: { label: 'Essayer sur', note: 'Numéro d’une ligne, ou de plusieurs.' },
      version: { label: 'Version', note: 'Se remplit seule. À vider pour repartir du texte enregistré.' },
    },
  },
};
