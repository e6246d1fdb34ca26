/**
 * The add-on's sidebar: its HTML in a sandboxed frame that knows only google.script.run and google.script.host, and the
 * page as the way to the server. Calls carry JSON only, as with Google.
 */
import { post } from './server-link.ts';

type Active = () => object | null;
export interface RunAnswer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly name?: string;
  readonly message?: string;
  readonly sidebar?: { readonly html: string; readonly title: string };
  /** Where the script moved the selection, counted from 1. */
  readonly selected?: { readonly sheetId: number; readonly row: number; readonly column: number };
  readonly toasts?: readonly { readonly text: string; readonly title: string }[];
}

/** Runs inside the frame. Text, because it is put in front of the add-on's own scripts there. */
const SHIM = `(() => {
  let next = 0;
  const pending = new Map();
  const checked = (value, path) => {
    if (value === undefined || value === null) return null;
    if (['string', 'number', 'boolean'].includes(typeof value)) return value;
    const tag = Object.prototype.toString.call(value);
    if (tag === '[object Array]') return value.map((item, index) => checked(item, path + '[' + index + ']'));
    if (tag !== '[object Object]') throw new TypeError('google.script.run cannot pass ' + tag.slice(8, -1) + ' (' + path + ')');
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, checked(item, path + '.' + key)]));
  };
  const runner = (handlers) => new Proxy({}, { get: (_, name) => {
    if (name === 'withSuccessHandler') return (success) => runner({ ...handlers, success });
    if (name === 'withFailureHandler') return (failure) => runner({ ...handlers, failure });
    if (name === 'withUserObject') return (user) => runner({ ...handlers, user });
    return (...args) => {
      const id = ++next;
      const sent = args.map((value, index) => checked(value, 'argument ' + (index + 1)));
      pending.set(id, handlers);
      parent.postMessage({ google: 'run', id, name, args: sent }, '*');
    };
  } });
  window.google = { script: { run: runner({}), host: {
    close: () => parent.postMessage({ google: 'close' }, '*'),
    setHeight: () => {}, setWidth: () => {},
    editor: { focus: () => parent.postMessage({ google: 'focus' }, '*') },
  } } };
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || !pending.has(data.id)) return;
    const { success, failure, user } = pending.get(data.id);
    pending.delete(data.id);
    if (data.answer.ok) success && success(data.answer.value, user);
    else if (failure) failure(Object.assign(new Error(data.answer.message), { name: data.answer.name }), user);
    else throw new Error(data.answer.message);
  });
})();`;

export interface Sidebar {
  show(html: string, title: string): void;
  close(): void;
}

/** @param carryOut shows what a run asked for besides its answer. */
export function createSidebar(active: Active, carryOut: (answer: RunAnswer) => void): Sidebar {
  const panel = element('sidebar');
  const holder = element('sidebar-frame');
  const close = (): void => {
    panel.hidden = true;
    holder.replaceChildren();
    window.dispatchEvent(new Event('resize'));
  };
  element('sidebar-close').addEventListener('click', close);
  window.addEventListener(
    'message',
    ({ source, data }: MessageEvent<{ google?: string; id?: number; name?: string; args?: unknown[] }>) => {
      const frame = holder.querySelector('iframe');
      if (frame === null || source !== frame.contentWindow) return;
      if (data.google === 'close') close();
      if (data.google !== 'run') return;
      void post('/add-on/run', { functionName: data.name, args: data.args, active: active() })
        .catch((error: Error) => ({ ok: false, name: 'NetworkError', message: error.message }))
        .then((result) => {
          const answer = result as RunAnswer;
          carryOut(answer);
          frame.contentWindow?.postMessage({ id: data.id, answer }, '*');
        });
    },
  );
  return {
    close,
    show: (html, title) => {
      const frame = document.createElement('iframe');
      frame.title = title;
      frame.setAttribute('sandbox', 'allow-scripts allow-forms allow-modals allow-popups');
      frame.setAttribute('allow', 'clipboard-write');
      const shim = `<script>${SHIM}</script>`;
      frame.srcdoc = /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (tag) => tag + shim) : shim + html;
      element('sidebar-title').textContent = title;
      holder.replaceChildren(frame);
      panel.hidden = false;
      window.dispatchEvent(new Event('resize'));
      frame.addEventListener('load', () => frame.focus(), { once: true });
    },
  };
}

export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}`);
  return found;
}
