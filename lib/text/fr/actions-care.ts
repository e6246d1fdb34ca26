// Labels of the actions about tickets and the FAQ, and of their fields.
import type { ActionText } from './actions.ts';

const happenedAt = {
  label: 'Quand',
  note: 'Vide : maintenant. Sinon une heure d’aujourd’hui (14:30), ou un jour et une heure (20/11/2026 14:30).',
};
const ticketId = { label: 'Ticket', note: 'Le numéro, ou un ticket de la liste.' };

export const careActionTexts: Readonly<Record<string, ActionText>> = {
  'new-ticket': {
    label: 'Nouveau ticket…',
    intro: 'Une question reçue hors du classeur : appel, message, courrier. Ses délais courent en heures d’ouverture.',
    fields: {
      customerId: { label: 'Client', note: 'Vide si vous ne savez pas encore qui écrit.' },
      channel: 'Canal',
      category: 'Sujet traité',
      subject: 'Objet',
      message: 'Message',
      orderId: 'Commande',
      assignee: 'Suivi par',
      happenedAt,
    },
  },
  'follow-ticket': {
    label: 'Suivre un ticket…',
    intro: 'Ce qui s’est passé depuis : une réponse donnée hors du classeur, un message du client, la fin.',
    fields: {
      ticketId,
      step: 'Ce qui s’est passé',
      happenedAt,
      assignee: 'Suivi par',
      note: { label: 'Note', note: 'Ajoutée à celles du ticket ; le client ne la voit pas.' },
      givesSurvey: {
        label: 'Donner le lien de l’enquête',
        note: 'Quand c’est résolu : le lien de ce ticket sera à copier, et le jour noté.',
      },
    },
  },
  'record-survey': {
    label: 'Noter une réponse à l’enquête…',
    fields: {
      ticketId,
      csat: { label: 'Satisfaction (CSAT)', note: 'De 1, pas du tout, à 5, tout à fait.' },
      nps: { label: 'Recommandation (NPS)', note: 'De 0, sûrement pas, à 10, sûrement.' },
      comment: 'Commentaire du client',
    },
  },
  'tickets-to-treat': {
    label: 'Tickets à traiter…',
    intro: 'À la minute : les dépassés d’abord, puis ceux à qui il reste le moins de temps.',
    fields: { assignee: { label: 'Suivis par', note: 'Vide : tout le monde.' } },
  },
  'use-faq': {
    label: 'Répondre avec la FAQ…',
    intro: 'Les entrées qui pourraient répondre viennent d’abord. Le texte est à copier dans votre message.',
    fields: {
      ticketId: { label: 'Ticket', note: 'Vide pour une réponse donnée sans ticket.' },
      search: { label: 'Mots cherchés', note: 'Vide : les mots du ticket.' },
      faqId: 'Entrée',
      text: 'Réponse',
      answersNow: {
        label: 'La réponse part maintenant',
        note: 'Coché : le ticket est noté « répondu », et attend le client.',
      },
    },
  },
  'unanswered-questions': {
    label: 'Questions sans réponse dans la FAQ…',
    intro: 'Ce qu’on vous demande souvent et que la FAQ ne dit pas encore.',
    fields: {},
  },
};
