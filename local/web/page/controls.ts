/** The bar above the grid: the world's date, the time machine's buttons with their progress, and the reset. */
import { type Note, post } from './server-link.ts';
import { element } from './sidebar.ts';
import { showToast } from './toast.ts';

/** The answer shows what the server tells of the time machine or a reset. */
export function startControls(nowMs: number): (note: Exclude<Note, { kind: 'mail' }>) => void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('#controls button')];
  const status = element('status');
  const progress = element('progress') as HTMLProgressElement;
  const showNow = (ms: number): void => {
    const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'Europe/Paris' }).format(ms);
    element('now').textContent = `Nous sommes le ${day}`;
  };
  showNow(nowMs);
  for (const button of buttons) {
    const { step } = button.dataset;
    if (step !== undefined) button.addEventListener('click', () => void ask('/time', { step }));
  }
  element('reset').addEventListener('click', () => {
    if (window.confirm('Remettre la démo à zéro ? Tout ce qui a été saisi est perdu.')) void ask('/reset', {});
  });
  return (note) => {
    const isRunning = note.state === 'running';
    for (const button of buttons) button.disabled = isRunning;
    status.textContent = note.text;
    progress.hidden = !isRunning || note.kind !== 'time';
    if (note.kind === 'time') {
      progress.max = note.total;
      progress.value = note.done;
      showNow(note.nowMs);
    }
  };
}

async function ask(path: string, body: object): Promise<void> {
  try {
    await post(path, body);
  } catch (error) {
    showToast(error instanceof Error ? error.message : String(error));
  }
}
