// The French menu, made from the registry: a place with more than six items, or several places, become submenus. It runs
// LIMITED when a file opens, so it touches nothing but the menu.
import type { MenuPlace } from '#lib/actions/action.ts';
import { menuFunctionName } from '#lib/actions/menu-function-name.ts';
import { actions } from '#lib/actions/registry.ts';
import { words } from './words.ts';

/** Items in one menu beyond which it is cut into submenus. */
const ITEMS_IN_ONE_MENU = 6;

export function addMenu(): void {
  const ui = SpreadsheetApp.getUi();
  const menu = ui.createMenu(words.addon.menu);
  const isShort = actions.length <= ITEMS_IN_ONE_MENU;
  for (const place of Object.keys(words.addon.places) as MenuPlace[]) {
    const own = actions.filter((action) => action.menu === place);
    if (own.length === 0) continue;
    const target = isShort ? menu : ui.createMenu(words.addon.places[place]);
    for (const { id } of own) target.addItem(words.actionText(id)?.label ?? id, menuFunctionName(id));
    if (!isShort) menu.addSubMenu(target);
  }
  menu.addSeparator().addItem(words.addon.undo, 'openUndo').addItem(words.addon.identity, 'openIdentity').addToUi();
}
