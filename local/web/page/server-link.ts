/** The page's line to the server: changes both ways, in order, and what the server tells besides. */

export interface ServerLink {
  readonly clientId: string;
  /** What the spreadsheet library wants as its transport. */
  readonly transport: {
    onNewMessage(id: string, callback: (message: unknown) => void): void;
    sendMessage(message: { readonly type: string }): Promise<void>;
    leave(id: string): void;
  };
  /** Starts listening from that revision on. */
  open(revisionId: string): void;
}

export interface Heard {
  reload(): void;
  refused(text: string): void;
  note(data: Note): void;
}

export type Note =
  | {
      readonly kind: 'time';
      readonly text: string;
      readonly done: number;
      readonly total: number;
      readonly state: string;
      readonly nowMs: number;
    }
  | { readonly kind: 'reset'; readonly text: string; readonly state: string }
  /** A message was prepared or sent. */
  | { readonly kind: 'mail' };

export function connect(heard: Heard): ServerLink {
  const clientId = crypto.randomUUID();
  const listeners = new Map<string, (message: unknown) => void>();
  return {
    clientId,
    transport: {
      onNewMessage: (id, callback) => void listeners.set(id, callback),
      leave: (id) => void listeners.delete(id),
      sendMessage: async (message) => {
        if (!/^(REMOTE_REVISION|REVISION_)/.test(message.type)) return;
        await post('/workbook/edit', message);
      },
    },
    open: (revisionId) => {
      const events = new EventSource(`/workbook/events?client=${clientId}&since=${revisionId}`);
      events.addEventListener('message', ({ data }) => {
        const message: unknown = JSON.parse(data as string);
        for (const listener of listeners.values()) listener(message);
      });
      events.addEventListener('reload', () => heard.reload());
      events.addEventListener('refused', ({ data }) =>
        heard.refused((JSON.parse(data as string) as { text: string }).text),
      );
      events.addEventListener('note', ({ data }) => heard.note(JSON.parse(data as string) as Note));
    },
  };
}

export async function post(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(path, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path} : ${response.status}`);
  return response.json();
}
