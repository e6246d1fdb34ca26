/**
 * The spreadsheet's own menus, buttons and pastes without what the local workbook cannot keep (pivots, images, tables,
 * borders, merged cells, new charts) or what would not work in Google Sheets as well (functions outside the closed list).
 */
import { components, type MenuItem, registries } from './library.ts';

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
  'conditional_formatting',
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
  'format_rotation',
  'group_columns',
  'ungroup_columns',
  'group_rows',
  'ungroup_rows',
  'categories_function_list',
]);
/** Buttons of the bar by group and place in it: paint format; borders, merge; rotation; table, filter. */
const HIDDEN_BUTTONS: Readonly<Record<string, readonly number[]>> = {
  edit: [3],
  cellStyle: [2, 3],
  alignment: [4],
  misc: [1, 2],
};
/** What a paste brings besides values and looks. */
const NOT_PASTED = ['dataValidation', 'merge', 'border', 'table', 'conditionalFormat', 'references'];
/** Right in Google Sheets, here and in LibreOffice alike; others can be typed, they are not suggested. */
const SUGGESTED_FUNCTIONS = new Set(
  `SUM SUMIF SUMIFS COUNTIF COUNTIFS COUNT COUNTA AVERAGE AVERAGEIFS MAXIFS MINIFS SUMPRODUCT INDEX MATCH IF IFERROR AND
   OR NOT ROUND ABS MIN MAX TEXT TODAY DATE EDATE HYPERLINK`.split(/\s+/),
);

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

/** The bar's buttons are known to the bar's own view only: they are taken out when it is set up. */
export function trimToolbar(): void {
  const { prototype } = components.TopBar;
  const { setup } = prototype;
  prototype.setup = function trimmedSetup() {
    const { content } = this.toolbarMenuRegistry;
    for (const [group, buttons] of Object.entries(content)) {
      const kept = buttons.filter(({ sequence }) => !HIDDEN_BUTTONS[group]?.includes(sequence));
      if (kept.length > 0) content[group] = kept;
      else delete content[group];
    }
    this.toolsCategories = Object.keys(content);
    setup.call(this);
  };
}

export function trimPastes(): void {
  for (const name of NOT_PASTED) registries.clipboardHandlersRegistries.cellHandlers.remove(name);
}

export function trimFunctions(): void {
  for (const [name, description] of Object.entries(registries.functionRegistry.content)) {
    if (!SUGGESTED_FUNCTIONS.has(name)) description.hidden = true;
  }
}

function trim(item: MenuItem): void {
  if (!Array.isArray(item.children)) return;
  item.children = item.children.filter(
    (child) => typeof child === 'function' || !HIDDEN.has((child as MenuItem).id ?? ''),
  );
  for (const child of item.children) if (typeof child === 'object') trim(child as MenuItem);
}
