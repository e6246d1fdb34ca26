// Hands a mail of a committed action over to Gmail, as a draft or at once, and notes on its row of Envois what became of it.
// At least once: before a draft is made it is looked for, and what Envois knows as drafted or sent is not made again.

import type { MailDraft } from '#lib/actions/action.ts';
import { ACTION_ID_PREFIX } from '#lib/actions/plan-undo-run.ts';
import { planContextOf } from '#lib/actions/run-action.ts';
import type { DeliverAnswer, DeliverRequest } from '#lib/actions/screen.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import {
  type Delivery,
  planRecordDelivery,
  recordDeliveryAppends,
  recordDeliveryReads,
} from '#lib/replies/plan-record-delivery.ts';
import { createClock } from './apps-script-clock.ts';
import { commitChanges } from './commit.ts';
import { Failure } from './failure.ts';
import { createDraft, findDraft, mailRight, sendMessage } from './gmail-calls.ts';
import { googleMessage, isRightMissing } from './google-errors.ts';
import { rawMessage } from './mail-message.ts';
import { type ReadRequest, type ReadWorkbook, readWorkbook } from './read-workbook.ts';
import { whoActed } from './who-acted.ts';
import { words } from './words.ts';

const RECORD_TRIES = 3;

export function deliverMail({ actionId, number, mail }: DeliverRequest): DeliverAnswer {
  const right = mailRight();
  if (!right.isGranted) return answer(false, words.addon.mailNotAllowed, right.url);
  const read = mail.replyId === null ? null : readWorkbook(requestFor(mail));
  const known = read === null ? null : knownDelivery(read, mail.replyId);
  if (known !== null) return answer(true, known);
  // Nothing that mail servers would look up: `.invalid` is kept for that.
  const messageId = `${actionId}.${number}@operations.invalid`;
  const raw = () => rawMessage({ ...mail, actionId, messageId });
  let delivery: Delivery;
  try {
    delivery = mail.send ? sent(sendMessage(raw())) : drafted(findDraft(messageId) ?? createDraft(raw()));
  } catch (error) {
    if (isRightMissing(error)) return answer(false, words.addon.rightMissing);
    const sentence =
      error instanceof Failure ? error.message : words.addon.mailRefused({ message: googleMessage(error) });
    const unnoted = read === null ? null : record(read, mail, { kind: 'failed' }, actionId);
    return answer(false, unnoted === null ? sentence : `${sentence} ${unnoted}`);
  }
  const sentence = delivery.kind === 'sent' ? words.addon.mailSent({ to: mail.to }) : words.addon.mailDrafted;
  const unnoted = read === null ? null : record(read, mail, delivery, actionId);
  return answer(true, unnoted === null ? sentence : `${sentence} ${unnoted}`);
}

const drafted = (draftId: string): Delivery => ({ kind: 'drafted', draftId });
const sent = (_messageId: string): Delivery => ({ kind: 'sent' });

function answer(isDelivered: boolean, sentence: string, authorizationUrl: string | null = null): DeliverAnswer {
  return { isDelivered, sentence, authorizationUrl };
}

/** A draft or a failure is noted on its row; only what was sent brings more with it. */
function requestFor({ send }: MailDraft): ReadRequest {
  const rest = { journalRows: 0, purpose: 'commit', selected: null } as const;
  if (!send) return { whole: ['repliesSent'], keysOnly: [], ...rest };
  return { whole: recordDeliveryReads, keysOnly: recordDeliveryAppends, ...rest };
}

/** What Envois already says of the reply; null when it is still to be handed over. */
function knownDelivery({ workbook }: ReadWorkbook, replyId: string | null): string | null {
  const reply = workbook.repliesSent.byId.get(replyId ?? '');
  if (reply?.status === 'sent') return words.addon.mailSentAlready;
  return reply?.status === 'drafted' && reply.draftId !== null ? words.addon.mailDraftedAlready : null;
}

/** One more write, with its own line in the Journal. @returns what went wrong with it; null when it is written. */
function record(first: ReadWorkbook, mail: MailDraft, delivery: Delivery, actionId: string): string | null {
  const replyId = mail.replyId ?? '';
  let read = first;
  for (let attempt = 1; attempt <= RECORD_TRIES; attempt += 1) {
    const timeZone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
    const context = planContextOf(read.workbook, createClock(null, timeZone), words);
    const meta = { actionId: recordId(actionId, delivery), who: whoActed() };
    const { changes, problems } = planRecordDelivery(context, replyId, delivery, meta);
    if (problems.length > 0) return problems.map((found) => messageOf(found, words)).join(' ');
    if (changes.length === 0) return null;
    const head = {
      actionId: meta.actionId,
      action: words.addon.mailRecord,
      summary: words.addon.mailRecordOf({ id: replyId, status: words.choiceLabel(delivery.kind) }),
      who: meta.who,
      at: context.clock.now,
    };
    try {
      if (commitChanges(read, requestFor(mail), changes, head).kind === 'written') return null;
    } catch (error) {
      if (error instanceof Failure) return error.message;
      throw error;
    }
    read = readWorkbook(requestFor(mail));
  }
  return words.addon.mailNotNoted({ id: replyId });
}

/** What was sent is an action of its own, to be undone by itself; a draft belongs to the action that prepared the reply. */
function recordId(actionId: string, { kind }: Delivery): string {
  const uuid = Utilities.getUuid();
  return kind === 'sent' ? `${ACTION_ID_PREFIX}${uuid}` : `${actionId}+m${uuid.slice(0, 4)}`;
}
