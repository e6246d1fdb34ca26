/**
 * The Gmail that the local add-on writes to: drafts and sent messages kept in memory, with the four methods the add-on may
 * call under the right to compose. What Google documents as an error is one here; what is not built says so as an error.
 */
import PostalMime from 'postal-mime';

/** Why Gmail refused: becomes a GoogleJsonResponseException in the script. */
export class GmailError extends Error {
  override readonly name = 'GmailError';
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** A message as a mail program shows it. */
export interface MailboxMessage {
  readonly id: string;
  /** Of a draft. */
  readonly draftId: string | null;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Mailbox {
  /** A method of the API by its name, `users.drafts.create`. Throws {@link GmailError}. */
  readonly call: (method: string, args: readonly unknown[]) => object;
  /** Newest first. */
  readonly messages: () => Promise<readonly MailboxMessage[]>;
}

interface Stored {
  readonly id: string;
  readonly draftId: string | null;
  readonly raw: Buffer;
  readonly atMs: number;
}

type Options = Readonly<Record<string, unknown>>;

export function createMailbox(now: () => number, userEmail: string): Mailbox {
  const stored: Stored[] = [];
  const store = (raw: Buffer, isDraft: boolean): Stored => {
    const number = stored.length + 1;
    const message = { id: hexId(number), draftId: isDraft ? `r${7_000_000_000 + number}` : null, raw, atMs: now() };
    stored.push(message);
    return message;
  };
  const methods: Readonly<Record<string, (args: readonly unknown[]) => object>> = {
    'users.drafts.create': ([resource, userId]) => {
      checkUser(userId, userEmail);
      checkNames(resource, ['message', 'id'], 'draft');
      const { message } = (resource ?? {}) as Options;
      return draftAnswer(store(rawOf(message, 'draft.message'), true));
    },
    'users.drafts.list': ([userId, options]) => {
      checkUser(userId, userEmail);
      checkNames(options, ['maxResults', 'pageToken', 'q', 'includeSpamTrash'], 'options');
      const { q = '', maxResults = 100 } = (options ?? {}) as Options;
      const wanted = /^(?:rfc822msgid:(\S+))?$/.exec(String(q));
      if (wanted === null) throw new GmailError(400, `The local Gmail searches by rfc822msgid only, not "${q}"`);
      const found = stored
        .filter(
          ({ draftId, raw }) => draftId !== null && (!wanted[1] || headerOf(raw, 'message-id') === `<${wanted[1]}>`),
        )
        .reverse()
        .slice(0, Number(maxResults));
      const drafts = found.map(draftAnswer);
      return { ...(drafts.length > 0 && { drafts }), resultSizeEstimate: drafts.length };
    },
    'users.drafts.get': ([userId, id, options]) => {
      checkUser(userId, userEmail);
      checkNames(options, ['format'], 'options');
      const found = stored.find(({ draftId }) => draftId !== null && draftId === id);
      if (found === undefined) throw new GmailError(404, 'Requested entity was not found.');
      const answer = draftAnswer(found);
      const isRaw = (options as Options | undefined)?.format === 'raw';
      return isRaw ? { ...answer, message: { ...answer.message, raw: found.raw.toString('base64url') } } : answer;
    },
    'users.messages.send': ([resource, userId]) => {
      checkUser(userId, userEmail);
      checkNames(resource, ['raw', 'threadId', 'labelIds', 'id', 'payload'], 'message');
      const raw = rawOf(resource, 'message');
      if (!['to', 'cc', 'bcc'].some((name) => headerOf(raw, name))) {
        throw new GmailError(400, 'Recipient address required');
      }
      if (headerOf(raw, 'to')?.includes('@') === false) throw new GmailError(400, 'Invalid To header');
      return messageAnswer(store(raw, false));
    },
  };
  return {
    call: (method, args) => {
      const run = methods[method];
      if (run === undefined) throw new GmailError(501, `The local Gmail has no ${method}`);
      return run(args);
    },
    messages: () => Promise.all([...stored].reverse().map(shown)),
  };
}

function hexId(number: number): string {
  return (0x19a0000000000000n + BigInt(number)).toString(16);
}

function messageAnswer({ id, draftId }: Stored) {
  return { id, threadId: id, labelIds: [draftId === null ? 'SENT' : 'DRAFT'] };
}

function draftAnswer(message: Stored) {
  return { id: message.draftId, message: messageAnswer(message) };
}

function checkUser(userId: unknown, email: string): void {
  if (userId !== 'me' && userId !== email) throw new GmailError(403, `Delegation denied for ${email}`);
}

/** A field that the message type does not have is refused, as by Google's JSON reader. */
function checkNames(value: unknown, known: readonly string[], path: string): void {
  for (const name of Object.keys((value ?? {}) as object)) {
    if (!known.includes(name)) {
      throw new GmailError(
        400,
        `Invalid JSON payload received. Unknown name "${name}" at '${path}': Cannot find field.`,
      );
    }
  }
}

function rawOf(message: unknown, path: string): Buffer {
  const { raw } = (message ?? {}) as Options;
  if (typeof raw !== 'string' || raw === '') {
    throw new GmailError(400, "'raw' RFC822 payload message string or uploading message via /upload/* URL required");
  }
  if (!/^[\w-]+={0,2}$/.test(raw)) {
    throw new GmailError(400, `Invalid value at '${path}.raw' (TYPE_BYTES), Base64 decoding failed`);
  }
  return Buffer.from(raw, 'base64url');
}

/** A header's text with its folds taken out; undefined when there is none. */
function headerOf(raw: Buffer, name: string): string | undefined {
  const [head = ''] = raw.toString('latin1').split('\r\n\r\n', 1);
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const found = lines.find((line) => line.toLowerCase().startsWith(`${name}:`));
  return found?.slice(name.length + 1).trim() || undefined;
}

async function shown({ id, draftId, raw, atMs }: Stored): Promise<MailboxMessage> {
  const mail = await PostalMime.parse(raw);
  return {
    id,
    draftId,
    at: new Date(atMs).toISOString(),
    to: headerOf(raw, 'to') ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? null,
    headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, value])),
  };
}
