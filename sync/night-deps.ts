// What a night is handed by the command line: the two outside worlds, the moment, and how to tell where it stands.
import type { Clock } from '#lib/kernel/clock.ts';
import type { Words } from '#lib/text/words.ts';
import type { Progress } from './progress.ts';
import type { SheetsClient } from './sheets/sheets-client.ts';
import type { StripeClient } from './stripe/create-stripe-client.ts';

export interface NightDeps {
  readonly sheets: SheetsClient;
  readonly stripe: StripeClient;
  readonly clock: Clock;
  readonly words: Words;
  readonly progress: Progress;
  /** Plan everything, write nothing, send nothing that changes Stripe. */
  readonly dryRun: boolean;
  /** Take the lease of a night that died. */
  readonly takeOver: boolean;
}
