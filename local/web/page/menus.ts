/** The spreadsheet's own menus without what the local workbook cannot keep (pivots, images, tables, borders, new charts). */
import { type MenuItem, registries } from './library.ts';

const HIDDEN = new Set([
  'file',
  'settings',
  'print',
  'edit_table',
  'group_headers',
  'view_irregularity_map',
  'toggle_pin_panel',
  'insert_cell',
  'insert_sheet',
  'insert_chart',
  'insert_carousel',
  'insert_pivot',
  'insert_image',
  'insert_table',
  'insert_checkbox',
  'insert_dropdown',
  'edit_delete_cell_shift_up',
  'edit_delete_cell_shift_left',
  'format_cf',
  'data_cleanup',
  'split_to_columns',
  'data_validation',
  'named_range',
  'add_remove_data_filter',
  'pivot_data_sources',
  'reinsert_dynamic_pivot',
  'reinsert_static_pivot',
  'delete_cell',
  'insert_link',
  'paste_special_format',
]);

export function trimMenus(): void {
  const { topbarMenuRegistry, cellMenuRegistry, rowMenuRegistry, colMenuRegistry } = registries;
  for (const registry of [topbarMenuRegistry, cellMenuRegistry, rowMenuRegistry, colMenuRegistry]) {
    for (const [id, entry] of Object.entries(registry.content)) {
      const item = (Array.isArray(entry) ? entry[1] : entry) as MenuItem;
      if (HIDDEN.has(id)) registry.remove?.(id);
      else trim(item);
    }
  }
}

function trim(item: MenuItem): void {
  if (!Array.isArray(item.children)) return;
  item.children = item.children.filter(
    (child) => typeof child === 'function' || !HIDDEN.has((child as MenuItem).id ?? ''),
  );
  for (const child of item.children) if (typeof child === 'object') trim(child as MenuItem);
}
