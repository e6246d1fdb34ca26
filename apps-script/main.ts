// The add-on's global names, and nothing else: what Google calls (trigger, menu) and what the sidebar calls. The build makes
// a top-level function of each export, and one `openAction_…` for each action of the registry.
import { answering } from './answer.ts';
import { deliverMail as deliver } from './deliver-mail.ts';
import { goToRow as goTo } from './go-to-row.ts';
import { addMenu } from './menu.ts';
import { openSidebar } from './open-sidebar.ts';
import * as runs from './serve-run.ts';
import { rememberWho, whoActed } from './who-acted.ts';

export function onOpen(): void {
  addMenu();
}

/** Right after the add-on is installed the menu is not there yet. */
export function onInstall(): void {
  addMenu();
}

export function openAction(action: string): void {
  openSidebar(action);
}

export function openUndo(): void {
  openSidebar('undo');
}

export function openIdentity(): void {
  openSidebar('identity');
}

export const openForm = answering<'openForm'>(runs.openForm);
export const refreshForm = answering<'refreshForm'>(runs.refreshForm);
export const previewForm = answering<'previewForm'>(runs.previewForm);
export const commitForm = answering<'commitForm'>(runs.commitForm);
export const goToRow = answering<'goToRow'>(goTo);
export const deliverMail = answering<'deliverMail'>(deliver);
export const saveIdentity = answering<'saveIdentity'>(({ name }) => {
  rememberWho(name);
  return { who: whoActed() };
});
