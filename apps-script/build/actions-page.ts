// docs/actions.md: every action of the menu as the registry has it, for who wants to know what a click reads and starts from.
import type { Action, MenuPlace } from '#lib/actions/action.ts';
import { actions } from '#lib/actions/registry.ts';
import type { TableKey } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';

const HEAD = `# What the menu offers

Made from \`lib/actions/registry.ts\` by \`npm run docs:actions\`; a test compares. Labels and tabs are as people see them.
Settings, closed days and Système are read by every action; a ledger that is only added to is not read.
`;

export function actionsPage(): string {
  const places = (Object.keys(fr.addon.places) as MenuPlace[]).flatMap((place) => {
    const own = actions.filter((action) => action.menu === place);
    return own.length === 0 ? [] : [placeSection(place, own)];
  });
  const total = `${actions.length} actions, besides “${fr.addon.undo}” and “${fr.addon.identity}”.`;
  return [HEAD, ...places, `${total}\n`].join('\n');
}

function placeSection(place: MenuPlace, own: readonly Action[]): string {
  const rows = own.map(({ id, startsFrom, reads, appends, isReading = false }) => {
    const label = fr.actionText(id)?.label ?? id;
    const writes = isReading ? 'nothing: it shows' : appends.length === 0 ? '' : tabs(appends);
    return `| ${label} | ${tabs(startsFrom)} | ${tabs(reads)} | ${writes} |`;
  });
  const head = ['| in the menu | started from a row of | reads | adds to, unread |', '| --- | --- | --- | --- |'];
  return [`## ${fr.addon.places[place]}\n`, ...head, ...rows, ''].join('\n');
}

function tabs(keys: readonly TableKey[]): string {
  return keys.map((key) => fr.tabTitle(key)).join(', ');
}
