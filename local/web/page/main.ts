/**
 * The page: the library's spreadsheet over the server's workbook, the add-on's menu and sidebar, the time machine. It
 * decides nothing; what it shows comes from the server and what is typed goes there.
 */
import { addAddOnMenus, type MenuTree } from './add-on-menu.ts';
import { startControls } from './controls.ts';
import { labelInputs } from './input-labels.ts';
import { CoreViewPlugin, Model, owl, registries, Spreadsheet, setTranslationMethod } from './library.ts';
import { startMailbox } from './mailbox.ts';
import { trimFunctions, trimMenus, trimPastes, trimToolbar } from './menus.ts';
import { connect, type Note, post } from './server-link.ts';
import { createSidebar, element, type RunAnswer } from './sidebar.ts';
import { showToast } from './toast.ts';
import { translate } from './translate.ts';
import { setWorldClock } from './world-functions.ts';

interface Start {
  readonly revisionId: string;
  readonly nowMs: number;
  readonly data: { readonly sheets: readonly { readonly id: string; readonly isVisible: boolean }[] };
  readonly menus: readonly MenuTree[];
}

const PLACE_KEY = 'place';

setTranslationMethod(translate, () => true);
registries.coreViewsPluginRegistry.replace('custom_colors', withoutCustomColors());

const start = (await (await fetch('/workbook/state')).json()) as Start;
setWorldClock(start.nowMs);
const link = connect({
  reload: () => location.reload(),
  refused: (text) => {
    sessionStorage.setItem('notice', text);
    location.reload();
  },
  note: (note) => onNote(note),
});
const model = new Model(
  start.data,
  { transportService: link.transport, client: { id: link.clientId, name: 'Cette page' }, mode: 'normal' },
  [],
);
// The server reads one command a cell; the library would pack neighbouring cells into one.
model.session.commandSquisher.squish = (commands) => commands;
model.joinSession();
link.open(start.revisionId);

const sidebar = createSidebar(activeRange, carryOut);
trimMenus();
trimToolbar();
trimPastes();
trimFunctions();
addAddOnMenus(start.menus, (functionName) => {
  void post('/add-on/run', { functionName, args: [], active: activeRange() })
    .then((answer) => carryOut(answer as RunAnswer))
    .catch((error: Error) => showToast(error.message));
});
const showClock = startControls(start.nowMs);
const readMailbox = startMailbox();

class Root extends owl.Component {
  static template =
    owl.xml`<div style="position:absolute;inset:0"><Spreadsheet model="props.model" notifyUser="props.notify" raiseError="props.raise" askConfirmation="props.ask"/></div>`;
  static components = { Spreadsheet };
  static props = ['*'];
}
const templates = await (await fetch('/modules/@odoo/o-spreadsheet/dist/o_spreadsheet.xml')).text();
const app = new owl.App(Root, {
  translateFn: translate,
  props: {
    model,
    notify: ({ text }: { readonly text: string }) => showToast(text),
    raise: (text: string) => showToast(text),
    ask: (text: string, confirm: () => void, cancel?: () => void) => (window.confirm(text) ? confirm() : cancel?.()),
  },
});
app.addTemplates(templates);
// The library draws with the screen's next frame. A key pressed before it would be added to the text of the cell just left.
app.scheduler.requestAnimationFrame = (draw) => {
  queueMicrotask(draw);
  return 1;
};
const grid = element('grid');
await app.mount(grid);
labelInputs(grid);
returnToPlace();
model.on('update', {}, () => {
  sessionStorage.setItem(PLACE_KEY, JSON.stringify(model.getters.getActivePosition()));
});
const notice = sessionStorage.getItem('notice');
sessionStorage.removeItem('notice');
if (notice !== null) showToast(notice);
// What a test asks about the page, and a person in the browser's console.
Object.assign(globalThis, { workbookModel: model });
document.body.dataset.ready = 'true';

function onNote(note: Note): void {
  if (note.kind === 'mail') {
    void readMailbox();
    return;
  }
  showClock(note);
  if (note.kind !== 'time') return;
  setWorldClock(note.nowMs);
  if (note.state !== 'running') model.dispatch('EVALUATE_CELLS');
}

function carryOut(answer: RunAnswer): void {
  if (answer.sidebar !== undefined) sidebar.show(answer.sidebar.html, answer.sidebar.title);
  if (answer.selected !== undefined) {
    goTo(String(answer.selected.sheetId), answer.selected.column - 1, answer.selected.row - 1);
  }
  for (const { text } of answer.toasts ?? []) showToast(text);
  if (!answer.ok && answer.message !== undefined) showToast(answer.message);
}

function activeRange(): object | null {
  const { left, top, right, bottom } = model.getters.getSelectedZone();
  const sheetId = Number(model.getters.getActiveSheetId());
  return { sheetId, row: top + 1, column: left + 1, rows: bottom - top + 1, columns: right - left + 1 };
}

function returnToPlace(): void {
  const stored = sessionStorage.getItem(PLACE_KEY);
  if (stored === null) return;
  const { sheetId, col, row } = JSON.parse(stored) as { sheetId: string; col: number; row: number };
  goTo(sheetId, col, row);
}

function goTo(sheetId: string, col: number, row: number): void {
  if (model.getters.tryGetSheet(sheetId) === undefined) return;
  const sheetIdFrom = model.getters.getActiveSheetId();
  if (sheetId !== sheetIdFrom) model.dispatch('ACTIVATE_SHEET', { sheetIdFrom, sheetIdTo: sheetId });
  model.selection.selectCell(col, row);
}

/** The library's own walks every cell after each change, for a colour picker's suggestions. */
function withoutCustomColors(): unknown {
  return class extends CoreViewPlugin {
    static getters = ['getCustomColors'];
    getCustomColors(): string[] {
      return [];
    }
  };
}
