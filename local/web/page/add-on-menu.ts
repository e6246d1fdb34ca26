/** The add-on's own menus in the spreadsheet's menu bar, as its onOpen made them. */
import { registries } from './library.ts';

export interface MenuTree {
  readonly title: string;
  readonly entries: readonly MenuEntry[];
}

type MenuEntry =
  | { readonly kind: 'item'; readonly label: string; readonly functionName: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly menu: MenuTree };

const AFTER_ALL_OTHERS = 1000;

export function addAddOnMenus(menus: readonly MenuTree[], run: (functionName: string) => void): void {
  menus.forEach((menu, index) => {
    const id = `add-on-${index}`;
    registries.topbarMenuRegistry.add(id, { name: menu.title, sequence: AFTER_ALL_OTHERS + index });
    addEntries(menu, [id], run);
  });
}

function addEntries({ entries }: MenuTree, path: readonly string[], run: (functionName: string) => void): void {
  entries.forEach((entry, index) => {
    const id = `${path.at(-1)}-${index}`;
    if (entry.kind === 'separator') return;
    const separator = entries[index + 1]?.kind === 'separator';
    const name = entry.kind === 'item' ? entry.label : entry.menu.title;
    const execute = entry.kind === 'item' ? { execute: () => run(entry.functionName) } : {};
    registries.topbarMenuRegistry.addChild(id, [...path], { name, sequence: index + 1, separator, ...execute });
    if (entry.kind === 'menu') addEntries(entry.menu, [...path, id], run);
  });
}
