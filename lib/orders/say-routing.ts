// A routing in French: what leaves from where, when it arrives, what it costs, and what the other possibility would be.
import type { Words } from '#lib/text/words.ts';
import type { Routing } from './route-order.ts';
import type { Choice } from './routing-types.ts';

export function sayRouting({ oneParcel, byLine }: Routing, choice: Choice, words: Words): string {
  const chosen = words.orders.chosen(sayChoice(choice, words));
  const other = choice === byLine ? oneParcel : byLine;
  const isMixed = byLine.parcels.length + byLine.backorders.length > 1;
  if (!isMixed) return chosen;
  return `${chosen} ${other === null ? words.orders.noOtherChoice : words.orders.otherChoice(sayChoice(other, words))}`;
}

function sayChoice({ parcels, backorders, costCents, promisedOn }: Choice, words: Words): string {
  const { formatDay, formatEuros, orders } = words;
  const parts = [
    ...parcels.map(({ origin, promise, lines }) =>
      orders.parcel({
        origin: origin.name,
        units: lines.reduce((sum, { quantity }) => sum + quantity, 0),
        promisedOn: formatDay(promise.promisedOn),
      }),
    ),
    ...backorders.map(({ quantity, availableOn, promisedOn: on }) =>
      orders.waiting({ units: quantity, availableOn: formatDay(availableOn), promisedOn: formatDay(on) }),
    ),
  ];
  return orders.choice({ parts, parcels: parcels.length, cost: formatEuros(costCents), on: formatDay(promisedOn) });
}
