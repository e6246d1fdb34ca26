// Apps Script finds functions by their names at the top level of the file; a bundle hides them. A stub for each brings them back.
import { menuFunctionName } from '#lib/actions/menu-function-name.ts';

export interface GlobalStubs {
  readonly stubs: string;
  readonly functionNames: readonly string[];
}

/** @param exportNames of main.ts. @param actionIds each gets the function its menu item names. */
export function globalStubs(
  exportNames: readonly string[],
  actionIds: readonly string[],
  globalName: string,
): GlobalStubs {
  const plain = exportNames.map((name) => ({ name, body: `return ${globalName}.${name}.apply(null, arguments);` }));
  const opening = actionIds.map((id) => ({
    name: menuFunctionName(id),
    body: `${globalName}.openAction(${JSON.stringify(id)});`,
  }));
  const all = [...plain, ...opening];
  return {
    stubs: all.map(({ name, body }) => `function ${name}() { ${body} }\n`).join(''),
    functionNames: all.map(({ name }) => name),
  };
}
