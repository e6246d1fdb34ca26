/** What passes between a run in its worker and the host: services asked for, and how the run ended. */

/** The person's selection on the page, 1-based as Apps Script counts. */
export interface ActiveRange {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface RunRequest {
  readonly functionName: string;
  readonly args: readonly unknown[];
  /** A simple trigger: nothing that needs authorisation. */
  readonly isLimited: boolean;
  readonly active: ActiveRange | null;
}

export interface RunData extends RunRequest {
  readonly code: string;
  /** File name without ending → text, for HtmlService. */
  readonly htmlFiles: Readonly<Record<string, string>>;
  readonly spreadsheetId: string;
  readonly timeZone: string;
  readonly nowMs: number;
  /** Granted by the person at consent, of those the manifest asks for. */
  readonly scopes: readonly string[];
  /** The names under which the manifest enables advanced services. */
  readonly advancedServices: readonly string[];
  readonly flag: SharedArrayBuffer;
}

export interface ServiceCall {
  readonly service: string;
  readonly args: readonly unknown[];
}

export type ServiceAnswer =
  | { readonly value: unknown }
  | { readonly error: { readonly name: string; readonly message: string; readonly code?: number } };

export type WorkerMessage =
  | { readonly kind: 'service'; readonly call: ServiceCall }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string; readonly stack: string };

export type MenuEntry =
  | { readonly kind: 'item'; readonly label: string; readonly functionName: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly menu: MenuTree };

export interface MenuTree {
  readonly title: string;
  readonly entries: readonly MenuEntry[];
}
