/** The page's formulas count with the world's clock and zone, and with the server's own ROUND, TEXT and the like. */
import { functionMapping } from '../../sheets-server/formula/spreadsheet-engine.ts';

/** Functions see what their mapping carries as `this`. */
export function setWorldClock(nowMs: number): void {
  for (const [name, value] of Object.entries({ nowMs, timeZone: 'Europe/Paris', sheetLocale: 'fr_FR' })) {
    Object.defineProperty(functionMapping, name, { value, configurable: true, enumerable: false, writable: true });
  }
}
