/**
 * The mail that the add-on prepared or sent, for a tester who has no Gmail: a count in the bar, and a window with the list
 * and one message. A message's HTML is shown in a frame where nothing runs.
 */
import { element } from './sidebar.ts';

export interface Mail {
  readonly id: string;
  readonly draftId: string | null;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
}

/** The answer reads the mailbox anew. */
export function startMailbox(): () => Promise<void> {
  const dialog = element('mailbox') as HTMLDialogElement;
  const button = element('mailbox-open');
  let mails: readonly Mail[] = [];
  const refresh = async (): Promise<void> => {
    mails = (await (await fetch('/mailbox')).json()) as readonly Mail[];
    button.textContent = `Brouillons (${mails.filter(({ draftId }) => draftId !== null).length})`;
    showList(mails);
  };
  button.addEventListener('click', () => {
    void refresh().then(() => dialog.showModal());
  });
  element('mailbox-close').addEventListener('click', () => dialog.close());
  void refresh();
  return refresh;
}

function showList(mails: readonly Mail[]): void {
  element('mailbox-empty').hidden = mails.length > 0;
  element('mailbox-body').hidden = mails.length === 0;
  const buttons = mails.map((mail) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(line('strong', mail.subject), line('span', `À : ${mail.to}`), line('span', stateOf(mail)));
    button.addEventListener('click', () => {
      for (const other of buttons) other.removeAttribute('aria-current');
      button.setAttribute('aria-current', 'true');
      showMail(mail);
    });
    return button;
  });
  element('mailbox-list').replaceChildren(
    ...buttons.map((button) => {
      const item = document.createElement('li');
      item.append(button);
      return item;
    }),
  );
  buttons[0]?.click();
}

function stateOf({ draftId, at }: Mail): string {
  const when = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Paris' });
  return `${draftId === null ? 'envoyé' : 'brouillon'} le ${when.format(new Date(at))}`;
}

function showMail({ subject, to, text, html }: Mail): void {
  const parts: HTMLElement[] = [line('h3', subject), line('p', `À : ${to}`)];
  if (html === null) parts.push(line('pre', text));
  else {
    const frame = document.createElement('iframe');
    frame.title = `Message : ${subject}`;
    frame.setAttribute('sandbox', '');
    frame.srcdoc = html;
    const plain = document.createElement('details');
    plain.append(line('summary', 'Le même en texte seul'), line('pre', text));
    parts.push(frame, plain);
  }
  element('mailbox-mail').replaceChildren(...parts);
}

function line(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
