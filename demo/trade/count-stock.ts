// Stock-takes of the demo shop: four validated ones in the year, with the small differences people find, and one that is
// still open at the end, half counted.
import { wallTime } from '#demo/calendar/paris-time.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { formatId } from '#lib/kernel/ids.ts';
import { lastOpenDay } from './last-open-day.ts';
import { momentOf, OPENS } from './moments.ts';
import { freeUnits, type LotDraft, move } from './stock-room.ts';
import { TEAM, type Trade } from './trade.ts';

const COUNTS_DAYS_AGO: readonly number[] = [275, 184, 93, 30];

export function countStock(trade: Trade, day: Day): void {
  if (COUNTS_DAYS_AGO.some((ago) => trade.days.openFrom(addDays(trade.today, -ago)) === day)) count(trade, day, false);
  if (day === lastOpenDay(trade)) count(trade, day, true);
}

function count(trade: Trade, day: Day, isOpen: boolean): void {
  const session = `Comptage du ${day.split('-').reverse().join('/')}`;
  const countedBy = trade.random.pick(TEAM);
  const counted = trade.room.lots.filter((lot) => lot.onHand > 0 && lot.receivedOn <= day);
  for (const [turn, lot] of counted.entries()) countLot(trade, lot, { day, session, countedBy, turn, isOpen });
}

interface Sheet {
  readonly day: Day;
  readonly session: string;
  readonly countedBy: string;
  readonly turn: number;
  readonly isOpen: boolean;
}

/** A blank line of an open count is not zero: it was not counted yet. */
function countLot(trade: Trade, lot: LotDraft, { day, session, countedBy, turn, isOpen }: Sheet): void {
  const id = formatId('INV', trade.stockTakes.length + 1);
  const sheet = { id, session, hubId: lot.hubId, productId: lot.productId, lotId: lot.id, expected: lot.onHand };
  if (isOpen && turn % 2 === 1) {
    trade.stockTakes.push({ ...sheet, status: 'to_count' });
    return;
  }
  const spare = freeUnits(trade.room, lot.hubId, lot.productId, trade.days.add(day, 1)) > 4;
  const isOff = turn === 0 || trade.random.chance(0.12);
  const difference = spare && isOff ? trade.random.pick([-1, -1, 1]) : 0;
  const counted = {
    counted: lot.onHand + difference,
    countedAt: wallTime(day, OPENS.counts + turn * 60),
    countedBy,
    difference,
  };
  if (isOpen) {
    trade.stockTakes.push({ ...sheet, ...counted, status: 'counted' });
    return;
  }
  const reason =
    difference === 0 ? {} : { reason: difference < 0 ? 'Manquant non expliqué' : 'Retrouvé derrière l’étagère' };
  trade.stockTakes.push({ ...sheet, ...counted, ...reason, status: 'validated', validatedOn: day });
  if (difference === 0) return;
  const at = momentOf(day, 'counts', turn);
  move(trade.room, lot, difference, {
    kind: 'count_adjustment',
    on: day,
    at,
    stockTakeId: id,
    who: countedBy,
    ...reason,
  });
}
