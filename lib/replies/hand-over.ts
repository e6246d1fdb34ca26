// A reply's texts as the host hands them over: to copy into a chat or any mail client, or as a mail of Gmail with the same
// words in HTML.
import type { Effect, MailDraft } from '#lib/actions/action.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { htmlOfText } from './html-of-text.ts';

type Texts = Pick<RowOf<'repliesSent'>, 'id' | 'recipient' | 'subject' | 'body' | 'channel'>;

/** A chat has no subject. */
export function copyOf({ id, subject, body, channel }: Texts, { words }: PlanContext): Effect {
  const text = [channel === 'email' ? subject : null, body].filter((part) => part !== null && part !== '');
  return { kind: 'copy', label: words.replies.copyLabel(id), text: text.join('\n\n') };
}

/** @param send at once, where Réglages allow it; else a draft that a person sends. */
export function mailDraftOf({ id, recipient, subject, body }: Texts, send: boolean): MailDraft {
  const text = body ?? '';
  return {
    kind: 'mail-draft',
    to: recipient ?? '',
    subject: subject ?? '',
    text,
    html: htmlOfText(text),
    replyId: id,
    send,
  };
}
