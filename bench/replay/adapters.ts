// The table of adapters by family. A family without one is listed as out of scope with the reason given here; whoever builds
// what it concerns adds a file in adapters/ and its line below.
import { replayAllocCap } from './adapters/alloc-cap.ts';
import { replayAvailableOn, replayAvailableSum, replaySaleable } from './adapters/available.ts';
import { replayAverage } from './adapters/average.ts';
import { replayCount } from './adapters/count.ts';
import { replayForecast } from './adapters/forecast.ts';
import { replayFormula } from './adapters/formula.ts';
import { replayLedger } from './adapters/ledger.ts';
import { replayLotDates } from './adapters/lot-dates.ts';
import { replayProperty } from './adapters/property.ts';
import { replayDdmrp, replayMultiple, replayReorder, replayStatus } from './adapters/reorder.ts';
import { replayReserveBatch } from './adapters/reserve-batch.ts';
import { replayShip } from './adapters/ship.ts';
import { replaySplit } from './adapters/split.ts';
import { replayStock } from './adapters/stock.ts';
import { replaySuggest, replaySuggestOpen, replayVendorChoice } from './adapters/suggest.ts';
import { replayTracking } from './adapters/tracking.ts';
import { replayUndo } from './adapters/undo.ts';
import type { WorkedCase } from './case.ts';
import type { Verdict } from './verdict.ts';

export type Adapter = (worked: WorkedCase) => Verdict;

export const adapters: Readonly<Record<string, Adapter>> = {
  'alloc-cap': replayAllocCap,
  'available-on': replayAvailableOn,
  'available-sum': replayAvailableSum,
  average: replayAverage,
  count: replayCount,
  ddmrp: replayDdmrp,
  forecast: replayForecast,
  formula: replayFormula,
  ledger: replayLedger,
  'lot-dates': replayLotDates,
  multiple: replayMultiple,
  property: replayProperty,
  reorder: replayReorder,
  'reserve-batch': replayReserveBatch,
  saleable: replaySaleable,
  ship: replayShip,
  split: replaySplit,
  status: replayStatus,
  stock: replayStock,
  suggest: replaySuggest,
  'suggest-open': replaySuggestOpen,
  tracking: replayTracking,
  undo: replayUndo,
  'vendor-choice': replayVendorChoice,
};

/** Families that no part of the product concerns yet. */
export const laterFamilies: Readonly<Record<string, string>> = {
  kpi: 'figures come later',
  queue: 'valuation of negative stock: no lot goes below zero here, and a unit costs what its own lot cost',
  margin: 'figures come later',
  turnover: 'figures come later',
  stockout: 'figures come later',
  'sla-deadline': 'clocks of tickets come with replies',
  'sla-elapsed': 'clocks of tickets come with replies',
  'sla-hold': 'clocks of tickets come with replies',
  template: 'templated replies come later',
};
