// The last number that ids of a prefix have reached: the greater of the counter in Système and of the ids seen, since a
// person may have typed a higher id, or reset the counter.
import { numberOfId } from '#lib/kernel/ids.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import { counterKey, type SystemState, systemNumber } from './system-state.ts';

export function lastNumber(system: SystemState, state: TableState, prefix: string): number {
  let last = systemNumber(system, counterKey(prefix)) ?? 0;
  for (const { id } of state.rows) last = Math.max(last, numberOfId(prefix, String(id)) ?? 0);
  for (const { id } of state.setAside) last = Math.max(last, numberOfId(prefix, id ?? '') ?? 0);
  return last;
}
