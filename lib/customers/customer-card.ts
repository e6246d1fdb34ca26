// One person on one screen: what presses first (a failed payment, open tickets, parcels under way), then what there is. It
// reads only what it shows and decides nothing; every line leads to its row.
import type { CardItem, CardSection } from '#lib/actions/action.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { by } from '#lib/kernel/compare.ts';
import type { CustomersRow } from '#lib/tables/customers.ts';
import type { IncidentsRow } from '#lib/tables/incidents.ts';
import type { OrdersRow } from '#lib/tables/orders.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import { createTicketClocks } from '#lib/tickets/ticket-clock.ts';
import { clockSentence, shortSubject } from '#lib/tickets/ticket-words.ts';

/** Older rows are in their tab; the section's title says how many there are. */
const SHOWN = 8;

export function customerCard(context: PlanContext, customer: CustomersRow): readonly CardSection[] {
  const says = context.words.customers.card;
  const parts: readonly (readonly [title: string, items: readonly CardItem[], empty: string])[] = [
    [says.who, whoItems(context, customer), ''],
    [says.subscriptions, subscriptionItems(context, customer), says.noSubscription],
    [says.payments, paymentItems(context, customer), says.noPayment],
    [says.points, pointItems(context, customer), ''],
    [says.orders, orderItems(context, customer), says.noOrder],
    [says.tickets, ticketItems(context, customer), says.noTicket],
    [says.incidents, incidentItems(context, customer), says.noIncident],
    [says.replies, replyItems(context, customer), says.noReply],
  ];
  return parts.map(([title, items, empty]) => ({
    title: items.length > SHOWN ? says.someOf({ title, shown: SHOWN, all: items.length }) : title,
    items: items.slice(0, SHOWN),
    empty,
  }));
}

function whoItems({ words }: PlanContext, customer: CustomersRow): CardItem[] {
  const { id, name, email, phone, address, postalCode, city, country, createdOn, erasedOn, note } = customer;
  const town = [postalCode, city].filter((part) => part !== null).join(' ');
  const place = [address, town, country].filter((part) => part !== null && part !== '').join(', ');
  const facts: readonly (readonly [string, string | null])[] = [
    [words.header('customers', 'name'), name],
    [words.header('customers', 'email'), email],
    [words.header('customers', 'phone'), phone],
    [words.header('customers', 'address'), place === '' ? null : place],
    [words.header('customers', 'createdOn'), createdOn === null ? null : words.formatDay(createdOn)],
    [words.header('customers', 'erasedOn'), erasedOn === null ? null : words.formatDay(erasedOn)],
    [words.header('customers', 'note'), note],
  ];
  const filled = facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
  return [{ label: words.header('customers', 'id'), value: id, row: rowOf('customers', id) }, ...filled];
}

const rowOf = (table: TableKey, id: string) => ({ table, id });

/** Those that run before those that ended; beside each, the request that waits. */
function subscriptionItems({ workbook, words }: PlanContext, { id: customerId }: CustomersRow): CardItem[] {
  const says = words.customers.card;
  const own = workbook.subscriptions.rows.filter((row) => row.customerId === customerId).sort(runningFirst);
  const waiting = workbook.requests.rows.filter(({ status }) => status === 'queued');
  return own.flatMap((row): CardItem[] => {
    const { id, planId, priceCents, status, periodEndOn, resumesOn, cancelOn, endedOn } = row;
    const plan = workbook.plans.byId.get(planId ?? '')?.name ?? id;
    const price = priceCents === null ? '' : words.formatEuros(priceCents);
    const dayOf = (day: string | null) => (day === null ? '' : words.formatDay(day as never));
    const until =
      endedOn !== null
        ? says.ended(dayOf(endedOn))
        : cancelOn !== null
          ? says.endsOn(dayOf(cancelOn))
          : resumesOn !== null
            ? says.resumesOn(dayOf(resumesOn))
            : periodEndOn !== null
              ? says.renewsOn(dayOf(periodEndOn))
              : '';
    const state = [words.choiceLabel(status), price, until].filter((part) => part !== '').join(' ; ');
    const requests = waiting.filter(({ subscriptionId }) => subscriptionId === id);
    return [
      { label: plan, value: state, row: rowOf('subscriptions', id) },
      ...requests.map((request) => ({
        label: says.waitingRequest,
        value: words.choiceLabel(request.kind),
        row: rowOf('requests', request.id),
      })),
    ];
  });
}

const runningFirst = by<{ readonly endedOn: string | null; readonly id: string }>(
  ({ endedOn }) => (endedOn === null ? 0 : 1),
  ({ id }) => id,
);

/** Failed payments that are not settled, then the last that came in. */
function paymentItems({ workbook, words }: PlanContext, { id: customerId }: CustomersRow): CardItem[] {
  const says = words.customers.card;
  const own = workbook.invoices.rows.filter((row) => row.customerId === customerId);
  const open = own.filter(({ recovery }) => recovery === 'grace' || recovery === 'overdue');
  const paid = own.filter(({ paidOn }) => paidOn !== null).sort(by(({ paidOn }) => paidOn));
  const last = paid[paid.length - 1];
  return [
    ...open.map(({ id, totalCents, paidCents, recovery, graceUntil }) => ({
      label: says.failed({ amount: words.formatEuros(totalCents - paidCents) }),
      value: [
        words.choiceLabel(recovery ?? 'unknown'),
        graceUntil === null ? '' : says.until(words.formatDay(graceUntil)),
      ]
        .join(' ')
        .trim(),
      row: rowOf('invoices', id),
    })),
    ...(last === undefined
      ? []
      : [
          {
            label: says.lastPaid({ amount: words.formatEuros(last.paidCents) }),
            value: last.paidOn === null ? '' : words.formatDay(last.paidOn),
            row: rowOf('invoices', last.id),
          },
        ]),
  ];
}

function pointItems(context: PlanContext, customer: CustomersRow): CardItem[] {
  const { workbook, words, clock } = context;
  const lots = workbook.pointLots.rows
    .filter((lot) => lot.customerId === customer.id && lot.remaining > 0 && lot.expiresOn > clock.today)
    .sort(by(({ expiresOn }) => expiresOn));
  return [
    {
      label: words.customers.card.balance,
      value: words.customers.statement.points(words.formatNumber(customer.pointsBalance ?? 0)),
      row: rowOf('customers', customer.id),
    },
    ...lots.map(({ id, remaining, expiresOn }) => ({
      label: words.customers.card.expires(words.formatDay(expiresOn)),
      value: words.customers.statement.points(words.formatNumber(remaining)),
      row: rowOf('pointLots', id),
    })),
  ];
}

const newestOrderFirst = by<OrdersRow>((order) => order.orderedAt);

/** Each order, then its parcels. */
function orderItems({ workbook, words }: PlanContext, { id: customerId }: CustomersRow): CardItem[] {
  const says = words.customers.card;
  const own = workbook.orders.rows
    .filter((order) => order.customerId === customerId && order.status !== 'voided')
    .sort(newestOrderFirst)
    .reverse()
    .slice(0, SHOWN);
  const ids = new Set(own.map(({ id }) => id));
  const parcels = workbook.shipments.rows.filter(({ orderId, status }) => ids.has(orderId) && status !== 'voided');
  return own.flatMap(({ id, orderedAt, status, totalCents }): CardItem[] => [
    {
      label: says.order({ id, on: words.formatDay(orderedAt.slice(0, 10) as never) }),
      value: [words.choiceLabel(status), totalCents === null ? '' : words.formatEuros(totalCents)]
        .filter((part) => part !== '')
        .join(' ; '),
      row: rowOf('orders', id),
    },
    ...parcels
      .filter(({ orderId, status: state }) => orderId === id && state !== 'delivered')
      .map((parcel) => ({
        label: says.parcel(parcel.id),
        value: [
          words.choiceLabel(parcel.status),
          parcel.promisedOn === null ? '' : says.promised(words.formatDay(parcel.promisedOn)),
        ]
          .filter((part) => part !== '')
          .join(' ; '),
        row: rowOf('shipments', parcel.id),
      })),
  ]);
}

/** Open ones first, by the time left; then the newest. */
function ticketItems(context: PlanContext, { id: customerId }: CustomersRow): CardItem[] {
  const { workbook, words } = context;
  const clockOf = createTicketClocks(context);
  return workbook.tickets.rows
    .filter((ticket) => ticket.customerId === customerId && ticket.status !== 'voided')
    .map((ticket) => ({ ticket, clock: clockOf(ticket) }))
    .sort(
      by(
        ({ ticket }) => (ticket.status === 'resolved' ? 1 : 0),
        ({ clock }) => clock.minutesLeft,
        ({ ticket }) => -Number(ticket.receivedAt.replace(/\D/g, '')),
      ),
    )
    .map(({ ticket, clock }) => {
      const sentence = clockSentence(context, ticket, clock);
      return {
        label: [ticket.id, shortSubject(ticket)].filter((part) => part !== '').join(' · '),
        value: sentence === '' ? words.choiceLabel(ticket.status) : sentence,
        row: rowOf('tickets', ticket.id),
      };
    });
}

function incidentItems({ workbook, words }: PlanContext, { id: customerId }: CustomersRow): CardItem[] {
  const orders = new Set(workbook.orders.rows.filter((order) => order.customerId === customerId).map(({ id }) => id));
  const concerns = ({ customerId: owner, orderId, people }: IncidentsRow) =>
    owner === customerId ||
    (owner === null && orders.has(orderId ?? '')) ||
    (people ?? '').split(/[\s,;]+/).some((id) => id === customerId || orders.has(id));
  return workbook.incidents.rows
    .filter((incident) => incident.status !== 'voided' && concerns(incident))
    .reverse()
    .map(({ id, kind, status, openedOn }) => ({
      label: `${words.choiceLabel(kind)} · ${id}`,
      value: `${words.choiceLabel(status)} ; ${words.formatDay(openedOn)}`,
      row: rowOf('incidents', id),
    }));
}

function replyItems({ workbook, words }: PlanContext, { id: customerId }: CustomersRow): CardItem[] {
  return workbook.repliesSent.rows
    .filter((reply) => reply.customerId === customerId && reply.status !== 'voided')
    .sort(by(({ sentAt, preparedAt }) => sentAt ?? preparedAt))
    .reverse()
    .map(({ id, subject, templateId, status, channel, sentAt }) => ({
      label: subject ?? workbook.replyTemplates.byId.get(templateId ?? '')?.name ?? id,
      value: [
        words.choiceLabel(status),
        words.choiceLabel(channel),
        sentAt === null ? '' : words.formatWallTime(sentAt),
      ]
        .filter((part) => part !== '')
        .join(' ; '),
      row: rowOf('repliesSent', id),
    }));
}
