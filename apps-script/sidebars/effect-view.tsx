// What an action leaves to the person: a text to copy, a page to print, a mail to hand over, a card to read. Before the
// commit it is shown to be checked, without the means to use it: what was not confirmed is not sent.
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Effect } from '#lib/actions/action.ts';
import { CardView } from './card-view.tsx';
import { MailView } from './mail-view.tsx';
import { words } from './words.ts';

interface EffectProps {
  readonly effect: Effect;
  /** Which of the run's effects, from 0. */
  readonly number: number;
  /** The run that was committed; null while it is only shown. */
  readonly actionId: string | null;
}

export function EffectView({ effect, number, actionId }: EffectProps) {
  switch (effect.kind) {
    case 'copy':
      return <Copyable label={effect.label} text={effect.text} isUsable={actionId !== null} />;
    case 'print':
      return <Printable title={effect.title} html={effect.html} isUsable={actionId !== null} />;
    case 'card':
      return <CardView title={effect.title} sections={effect.sections} />;
    case 'mail-draft':
      return (
        <MailView mail={effect} number={number} actionId={actionId}>
          <Copyable label={words.mailText} text={effect.text} isUsable={actionId !== null} />
        </MailView>
      );
  }
}

interface CopyableProps {
  readonly label: string;
  readonly text: string;
  readonly isUsable: boolean;
}

function Copyable({ label, text, isUsable }: CopyableProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [said, say] = useState('');
  const copy = () => {
    area.current?.select();
    // The sidebar is a frame that Google may have denied the clipboard: the older way works where the newer is refused.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => say(words.copied),
      () => say(document.execCommand('copy') ? words.copied : words.copyFailed),
    );
  };
  return (
    <div class="effect">
      <label for={id}>{label}</label>
      <textarea id={id} ref={area} readOnly rows={8} value={text} />
      {isUsable && (
        <button type="button" class="small" onClick={copy}>
          {words.copy}
        </button>
      )}
      <span role="status">{said}</span>
    </div>
  );
}

interface PrintableProps {
  readonly title: string;
  readonly html: string;
  readonly isUsable: boolean;
}

/** Its own origin and no script but the one that prints: a customer's words stand in it. */
function Printable({ title, html, isUsable }: PrintableProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const page = useMemo(() => printable(html), [html]);
  return (
    <div class="effect">
      <p>{title}</p>
      <iframe ref={frame} class="sheet" title={title} sandbox="allow-scripts allow-modals" srcdoc={page} />
      {isUsable && (
        <button type="button" class="small" onClick={() => frame.current?.contentWindow?.postMessage('print', '*')}>
          {words.print}
        </button>
      )}
    </div>
  );
}

/** The page with a policy that lets no script of its own run, and one script that prints when it is asked to. */
function printable(html: string): string {
  const nonce = Math.random().toString(36).slice(2);
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; script-src 'nonce-${nonce}'`;
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}"><script nonce="${nonce}">addEventListener('message', () => print())</script>`;
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (tag) => tag + head) : head + html;
}
