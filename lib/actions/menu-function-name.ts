// The global function a menu item calls: made from the action's id by the build and by the menu alike.

/** `receive-purchase` → `openAction_receivePurchase`. Never ends in `_`, which Apps Script takes for private. */
export function menuFunctionName(actionId: string): string {
  return `openAction_${actionId.replace(/-+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())}`;
}
