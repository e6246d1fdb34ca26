// A message to somebody: shown as it will be read, then handed over as a Gmail draft, sent, copied, or opened in Gmail's own
// compose page. The last two need no right, so there is always a way out.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { MailDraft } from '#lib/actions/action.ts';
import type { DeliverAnswer } from '#lib/actions/screen.ts';
import { CallFailure, callServer } from './call-server.ts';
import { Progress } from './progress.tsx';
import { words } from './words.ts';

interface MailProps {
  readonly mail: MailDraft;
  readonly number: number;
  /** The run that was committed; null while it is only shown. */
  readonly actionId: string | null;
  readonly children: ComponentChildren;
}

export function MailView({ mail, number, actionId, children }: MailProps) {
  return (
    <div class="effect mail">
      <p>
        <span class="label">{words.mailTo}</span> {mail.to}
        <br />
        <span class="label">{words.mailSubject}</span> {mail.subject}
      </p>
      {children}
      {mail.html !== null && (
        <details>
          <summary>{words.mailLook}</summary>
          {/* Nothing in it may run or reach this page: a customer's words stand in it. */}
          <iframe class="sheet" title={words.mailLook} sandbox="" srcdoc={mail.html} />
        </details>
      )}
      {actionId !== null && <Delivery mail={mail} number={number} actionId={actionId} />}
    </div>
  );
}

type Asked =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asked' }
  | { readonly kind: 'answered'; readonly answer: DeliverAnswer };

interface DeliveryProps {
  readonly mail: MailDraft;
  readonly number: number;
  readonly actionId: string;
}

function Delivery({ mail, number, actionId }: DeliveryProps) {
  const [state, setState] = useState<Asked>({ kind: 'idle' });
  const deliver = () => {
    if (state.kind === 'asked') return;
    setState({ kind: 'asked' });
    callServer('deliverMail', { actionId, number, mail }).then(
      (answer) => setState({ kind: 'answered', answer }),
      (failure: unknown) => {
        if (!(failure instanceof CallFailure)) throw failure;
        const answer = { isDelivered: false, sentence: failure.message, authorizationUrl: null };
        setState({ kind: 'answered', answer });
      },
    );
  };
  if (state.kind === 'asked') return <Progress text={mail.send ? words.sending : words.drafting} />;
  const answer = state.kind === 'answered' ? state.answer : null;
  const isDelivered = answer?.isDelivered ?? false;
  return (
    <>
      {answer !== null && (
        <p class={isDelivered ? 'hint' : 'trouble'} role={isDelivered ? 'status' : 'alert'}>
          {answer.sentence}
        </p>
      )}
      {answer !== null && answer.authorizationUrl !== null && (
        <p>
          <a class="button" href={answer.authorizationUrl} rel="noopener" target="_blank">
            {words.authorize}
          </a>
        </p>
      )}
      {!isDelivered && (
        <div class="buttons">
          <button type="button" class="primary" onClick={deliver}>
            {answer !== null ? words.retry : mail.send ? words.sendNow : words.makeDraft}
          </button>
          <a class="button" href={composeLink(mail)} rel="noopener" target="_blank">
            {words.openMail}
          </a>
        </div>
      )}
    </>
  );
}

function composeLink({ to, subject, text }: MailDraft): string {
  const parts = { view: 'cm', fs: '1', to, su: subject, body: text };
  const query = Object.entries(parts).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `https://mail.google.com/mail/?${query.join('&')}`;
}
