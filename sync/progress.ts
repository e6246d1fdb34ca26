// Where a long command stands: one line that rewrites itself on a terminal, one dated line a step in a log. It shows what
// it is told and decides nothing; texts go through the output's edge like all others.

export interface Progress {
  /** A new step begins. */
  readonly step: (label: string) => void;
  /** How far the step is; shown on a terminal only. */
  readonly detail: (text: string) => void;
  /** Clears the line; what follows is printed below. */
  readonly end: () => void;
}

/**
 * @param write text for the standard error stream, line ends included.
 * @param columns the terminal's width; null when it is not a terminal.
 * @param timeText the time of day to put before a log line.
 */
export function createProgress(
  write: (text: string) => void,
  columns: number | null,
  timeText: () => string,
): Progress {
  if (columns === null) return { step: (label) => write(`${timeText()} ${label}\n`), detail: () => {}, end: () => {} };
  let label = '';
  const clear = '\r\u001b[2K';
  const show = (text: string) => write(clear + text.slice(0, columns - 1));
  return {
    step(next) {
      label = next;
      show(`${label} …`);
    },
    detail: (text) => show(`${label} … ${text}`),
    end: () => write(clear),
  };
}
