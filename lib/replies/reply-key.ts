// What makes two replies the same one: the row they answer and the template. A reply sent before may be sent again, under the
// next number, and then brings no second bonus.
import type { RowOf, WorkbookState } from '#lib/tables/tables.ts';
import type { ReplyFacts } from './reply-facts.ts';

type Template = RowOf<'replyTemplates'>;
type Reply = RowOf<'repliesSent'>;

/** An incident concerns many people, an invoice is failed once: these are part of the key; else ticket, order, person. */
export function replyKey({ rowOf }: ReplyFacts, template: Template): string {
  const customer = rowOf('customers').row?.id ?? '';
  const order = rowOf('orders').row?.id;
  const ticket = rowOf('tickets').row?.id;
  switch (template.appliesTo) {
    case 'about_incident':
      return [rowOf('incidents').row?.id, order ?? customer, template.id].join('/');
    case 'about_invoice':
      return [rowOf('invoices').row?.id, template.id].join('/');
    case 'about_order':
      return [ticket ?? order ?? customer, template.id].join('/');
    case 'about_customer':
    case 'about_subscription':
      return [ticket ?? customer, template.id].join('/');
  }
}

export interface KnownReply {
  /** Prepared and not sent: it is this one that is written, whoever prepared it. */
  readonly open: Reply | null;
  /** The last one sent. */
  readonly sent: Reply | null;
  /** For a new row. */
  readonly nextKey: string;
}

export function findKnownReply({ repliesSent }: WorkbookState, key: string): KnownReply {
  const same = repliesSent.rows.filter((reply) => reply.key === key || reply.key.startsWith(`${key}/`));
  const last = (isWanted: (reply: Reply) => boolean) => [...same].reverse().find(isWanted) ?? null;
  return {
    open: last(({ status }) => status === 'prepared' || status === 'drafted' || status === 'failed'),
    sent: last(({ status }) => status === 'sent'),
    nextKey: same.length === 0 ? key : `${key}/${same.length + 1}`,
  };
}
