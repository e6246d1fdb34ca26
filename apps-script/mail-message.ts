// A mail as RFC 5322 text for Gmail: subject as encoded words, text and HTML as alternatives, in ASCII but for a name in an address. mimetext, which
// does this elsewhere, weighs a tenth of the whole bundle and does not fold a long subject.

export interface MailParts {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** Without angle brackets. */
  readonly messageId: string;
  /** Who finds the mail again finds the action it came from. */
  readonly actionId: string;
}

/** Base64url, as Gmail takes it. */
export function rawMessage(mail: MailParts): string {
  return Utilities.base64EncodeWebSafe(mailText(mail), Utilities.Charset.UTF_8);
}

const ENCODED_WORD_BYTES = 45;
/** With its name, a plain subject stays on one line of 78. */
const LONGEST_PLAIN_SUBJECT = 68;
const BASE64_LINE = /.{1,76}/g;

function mailText({ to, subject, text, html, messageId, actionId }: MailParts): string {
  const head = [
    `To: ${oneLine(to)}`,
    `Subject: ${encodedHeader(oneLine(subject))}`,
    `Message-ID: <${messageId}>`,
    `X-Operations-Action: ${actionId}`,
    'MIME-Version: 1.0',
  ];
  const plain = part('plain', text);
  if (html === null) return [...head, ...plain].join('\r\n');
  // An equals sign and an underscore cannot stand together in base64.
  const boundary = `=_${actionId}`;
  const parts = [plain, part('html', html)].flatMap((lines) => [`--${boundary}`, ...lines]);
  return [
    ...head,
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...parts,
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

function part(subtype: 'plain' | 'html', content: string): string[] {
  const encoded = base64(content.replace(/\r\n|\r|\n/g, '\r\n'));
  return [
    `Content-Type: text/${subtype}; charset=UTF-8`,
    'Content-Transfer-Encoding: base64',
    '',
    ...(encoded.match(BASE64_LINE) ?? []),
  ];
}

/** A line break in a header would begin another header. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').trim();
}

/** RFC 2047: words of at most 75 characters, cut between characters, each on a line of its own. */
function encodedHeader(text: string): string {
  if (/^[ -~]*$/.test(text) && text.length <= LONGEST_PLAIN_SUBJECT) return text;
  const chunks: string[] = [];
  let chunk = '';
  let bytes = 0;
  for (const character of text) {
    const size = utf8Bytes(character);
    if (bytes + size > ENCODED_WORD_BYTES) {
      chunks.push(chunk);
      chunk = '';
      bytes = 0;
    }
    chunk += character;
    bytes += size;
  }
  return [...chunks, chunk].map((piece) => `=?UTF-8?B?${base64(piece)}?=`).join('\r\n ');
}

function utf8Bytes(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

function base64(text: string): string {
  return Utilities.base64Encode(text, Utilities.Charset.UTF_8);
}
