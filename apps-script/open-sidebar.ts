// Shows the sidebar's one page, told what to open. It opens from a click in the menu only.
import { words } from './words.ts';

/** Stands in the page's script where the server says what to open. */
const START_MARK = '"__START__"';

/** @param action an action's id, `undo` or `identity`. */
export function openSidebar(action: string): void {
  const page = HtmlService.createHtmlOutputFromFile('Sidebar').getContent();
  // Inside a script element `<` could end it.
  const start = JSON.stringify({ action }).replace(/</g, '\\u003c');
  const html = page.split(START_MARK).join(start);
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(html).setTitle(words.addon.menu));
}
