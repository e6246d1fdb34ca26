/** The parts of the spreadsheet library (and of owl, its view library) that the page uses, as they stand on the page. */
import * as library from '@odoo/o-spreadsheet';

export interface MenuItem {
  readonly id?: string;
  readonly name?: unknown;
  readonly sequence?: number;
  readonly separator?: boolean;
  readonly execute?: () => void;
  children?: unknown[];
}

interface MenuRegistry {
  readonly content: Readonly<Record<string, readonly [number, MenuItem] | MenuItem>>;
  add(id: string, item: MenuItem): MenuRegistry;
  /** Takes its path apart: hand it a copy. */
  addChild(id: string, path: string[], item: MenuItem): MenuRegistry;
  remove?(id: string): void;
}

export interface Model {
  readonly session: { commandSquisher: { squish(commands: unknown): unknown } };
  readonly getters: {
    getActiveSheetId(): string;
    getSheetIds(): string[];
    getSelectedZone(): { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
    getActivePosition(): { readonly sheetId: string; readonly col: number; readonly row: number };
    getEvaluatedCell(position: object): { readonly formattedValue: string; readonly value: unknown };
    tryGetSheet(id: string): object | undefined;
  };
  readonly selection: { selectCell(col: number, row: number): unknown };
  dispatch(type: string, payload?: object): unknown;
  on(event: string, owner: object, callback: (payload?: unknown) => void): void;
  joinSession(): void;
  leaveSession(): Promise<void>;
}

/** The bar above the grid: its buttons by group, in the order of their numbers. */
interface TopBar {
  readonly toolbarMenuRegistry: { readonly content: Record<string, readonly { readonly sequence: number }[]> };
  toolsCategories: readonly string[];
  setup(): void;
}

interface Library {
  readonly Model: new (data: object, config: object, revisions: readonly object[]) => Model;
  readonly Spreadsheet: unknown;
  readonly CoreViewPlugin: new (...args: never[]) => object;
  readonly registries: {
    readonly topbarMenuRegistry: MenuRegistry;
    readonly cellMenuRegistry: MenuRegistry;
    readonly rowMenuRegistry: MenuRegistry;
    readonly colMenuRegistry: MenuRegistry;
    readonly coreViewsPluginRegistry: { replace(name: string, plugin: unknown): unknown };
    readonly functionRegistry: { readonly content: Readonly<Record<string, { hidden?: boolean }>> };
    readonly clipboardHandlersRegistries: { readonly cellHandlers: { remove(name: string): void } };
  };
  readonly components: { readonly TopBar: { readonly prototype: TopBar } };
  setTranslationMethod(translate: (text: string) => string, isLoaded: () => boolean): void;
}

interface Owl {
  readonly App: new (
    root: unknown,
    options: object,
  ) => {
    readonly scheduler: { requestAnimationFrame(draw: () => void): number };
    addTemplates(xml: string): void;
    mount(target: Element): Promise<unknown>;
  };
  readonly Component: new (...args: never[]) => object;
  readonly xml: (strings: TemplateStringsArray) => unknown;
}

export const { Model, Spreadsheet, CoreViewPlugin, components, registries, setTranslationMethod } =
  library as unknown as Library;
export const owl = (globalThis as unknown as { readonly owl: Owl }).owl;
