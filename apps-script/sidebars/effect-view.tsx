// An effect of a committed action that only the person can finish: a text to copy, a page to print, a mail to send. Gmail's
// compose page is a link, so no right to the mailbox is asked for.
import { useId, useRef, useState } from 'preact/hooks';
import type { Effect } from '#lib/actions/action.ts';
import { CardView } from './card-view.tsx';
import { words } from './words.ts';

export function EffectView({ effect }: { readonly effect: Effect }) {
  switch (effect.kind) {
    case 'copy':
      return <Copyable label={effect.label} text={effect.text} />;
    case 'print':
      return <Printable title={effect.title} html={effect.html} />;
    case 'card':
      return <CardView title={effect.title} sections={effect.sections} />;
    case 'mail-draft':
      return (
        <div class="effect">
          <p>
            {words.mailTo} : {effect.to}
          </p>
          <Copyable label={`${words.mailSubject} : ${effect.subject}`} text={effect.text} />
          <a class="button" href={composeLink(effect)} rel="noopener" target="_blank">
            {words.openMail}
          </a>
        </div>
      );
  }
}

function Copyable({ label, text }: { readonly label: string; readonly text: string }) {
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
      <textarea id={id} ref={area} readOnly rows={6} value={text} />
      <button type="button" class="small" onClick={copy}>
        {words.copy}
      </button>
      <span role="status">{said}</span>
    </div>
  );
}

function Printable({ title, html }: { readonly title: string; readonly html: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  return (
    <div class="effect">
      <p>{title}</p>
      <iframe ref={frame} class="sheet" title={title} srcdoc={html} />
      <button type="button" class="small" onClick={() => frame.current?.contentWindow?.print()}>
        {words.print}
      </button>
    </div>
  );
}

function composeLink({ to, subject, text }: Extract<Effect, { readonly kind: 'mail-draft' }>): string {
  const parts = { view: 'cm', fs: '1', to, su: subject, body: text };
  const query = Object.entries(parts).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `https://mail.google.com/mail/?${query.join('&')}`;
}
