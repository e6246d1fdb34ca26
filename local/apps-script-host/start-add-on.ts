/**
 * The add-on's built bundle, running as Google would run it: every call a fresh isolated run, ended after 6 minutes, at most
 * ten at once. It reads the bundle's files as they were deployed and knows nothing of what is in them.
 */
import { Worker } from 'node:worker_threads';
import type { World } from '../world/start-world.ts';
import { answerService, type PageSide, USER_EMAIL, type UserSide } from './answer-call.ts';
import { createMailbox, type MailboxMessage } from './gmail-mailbox.ts';
import type { ActiveRange, MenuTree, RunData, WorkerMessage } from './host-messages.ts';
import { CALLS_AT_ONCE, checkedForJson, RUN_LIMIT_MS } from './script-limits.ts';

export interface AddOnFiles {
  readonly code: string;
  /** Without ending: `Sidebar` → its HTML. */
  readonly htmlFiles: Readonly<Record<string, string>>;
  /** appsscript.json: its scopes and advanced services. */
  readonly manifest: string;
}

export type AddOnAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly name: string; readonly message: string };

export interface AddOn {
  /** Runs the simple trigger onOpen, LIMITED, and gives the menus it made. */
  open(): Promise<readonly MenuTree[]>;
  /** A menu item's click or a call of google.script.run; `page` is the tab it came from. */
  run(functionName: string, args: readonly unknown[], active: ActiveRange | null, page: PageSide): Promise<AddOnAnswer>;
  /** The person's mails: drafts and what was sent, newest first. */
  mailbox(): Promise<readonly MailboxMessage[]>;
  /** What the person left unticked at consent, by the scope's last word (`gmail.compose`). */
  untick(...scopes: readonly string[]): void;
}

export interface AddOnOptions {
  readonly runLimitMs?: number;
}

const WORKER = new URL('./run-in-worker.ts', import.meta.url);
const TIME_ZONE = 'Europe/Paris';

/** @param world asked for at each run: a reset replaces it. */
export function startAddOn(world: () => World, files: AddOnFiles, options: AddOnOptions = {}): AddOn {
  const mailbox = createMailbox(() => world().clock.now(), USER_EMAIL);
  const user: UserSide = { properties: new Map<string, string>(), mailbox };
  const manifest = JSON.parse(files.manifest) as Manifest;
  let unticked: readonly string[] = [];
  const waiting: (() => void)[] = [];
  let running = 0;

  async function turn<T>(act: () => Promise<T>): Promise<T> {
    if (running >= CALLS_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      return await act();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  }

  function start(
    functionName: string,
    args: readonly unknown[],
    isLimited: boolean,
    active: ActiveRange | null,
    page: PageSide,
  ) {
    const { sheets, clock } = world();
    const flag = new SharedArrayBuffer(4);
    const data: RunData = {
      functionName,
      args,
      isLimited,
      active,
      code: files.code,
      htmlFiles: files.htmlFiles,
      spreadsheetId: sheets.spreadsheetId,
      timeZone: sheets.session.workbook().properties.timeZone ?? TIME_ZONE,
      nowMs: clock.now(),
      scopes: (manifest.oauthScopes ?? []).filter((scope) => !unticked.some((name) => scope.endsWith(`/${name}`))),
      advancedServices: (manifest.dependencies?.enabledAdvancedServices ?? []).map(({ userSymbol }) => userSymbol),
      flag,
    };
    return turn(() => runWorker(world(), data, page, user, options.runLimitMs ?? RUN_LIMIT_MS));
  }

  return {
    open: async () => {
      const menus: MenuTree[] = [];
      const page: PageSide = { ...silentPage, addMenu: (menu) => void menus.push(menu) };
      const answer = await start('onOpen', [], true, null, page);
      if (!answer.ok) throw new Error(`onOpen failed: ${answer.message}`);
      return menus;
    },
    run: (functionName, args, active, page) => {
      try {
        return start(functionName, checkedForJson(args) as unknown[], false, active, page);
      } catch (error) {
        return Promise.resolve({ ok: false, name: 'TypeError', message: (error as Error).message });
      }
    },
    mailbox: mailbox.messages,
    untick: (...scopes) => {
      unticked = scopes;
    },
  };
}

interface Manifest {
  readonly oauthScopes?: readonly string[];
  readonly dependencies?: { readonly enabledAdvancedServices?: readonly { readonly userSymbol: string }[] };
}

const silentPage: PageSide = { addMenu() {}, showSidebar() {}, toast() {}, select() {}, log() {} };

function runWorker(world: World, data: RunData, page: PageSide, user: UserSide, limitMs: number): Promise<AddOnAnswer> {
  const worker = new Worker(WORKER, { workerData: data, execArgv: ['--disable-warning=ExperimentalWarning'] });
  const flag = new Int32Array(data.flag);
  return new Promise((resolve) => {
    const end = (answer: AddOnAnswer): void => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const timer = setTimeout(
      () => end({ ok: false, name: 'Exception', message: 'Exceeded maximum execution time' }),
      limitMs,
    );
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'done') end({ ok: true, value: message.value });
      else if (message.kind === 'failed') {
        page.log(message.stack);
        end({ ok: false, name: message.name, message: message.message });
      } else {
        void answerService(world, page, user, message.call)
          .catch((error: Error) => ({ error: { name: error.name, message: error.message } }))
          .then((answer) => {
            worker.postMessage(answer);
            Atomics.store(flag, 0, 1);
            Atomics.notify(flag, 0);
          });
      }
    });
    worker.on('error', (error: Error) => end({ ok: false, name: error.name, message: error.message }));
  });
}
