/** A short message at the bottom of the page. */
import { element } from './sidebar.ts';

const SHOWN_MS = 6000;
let timer: ReturnType<typeof setTimeout> | undefined;

export function showToast(text: string): void {
  const toast = element('toast');
  toast.textContent = text;
  toast.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => {
    toast.hidden = true;
  }, SHOWN_MS);
}
