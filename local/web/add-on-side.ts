/** The add-on as the pages reach it: its menus, its runs with what they ask of the tab they came from, the mail it wrote. */
import type { ActiveRange, MenuTree } from '../apps-script-host/host-messages.ts';
import type { AddOn } from '../apps-script-host/start-add-on.ts';

export interface RunBody {
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly active: ActiveRange | null;
}

export interface AddOnSide {
  readonly menus: Promise<readonly MenuTree[]>;
  mailbox(): Promise<unknown>;
  run(body: RunBody): Promise<object>;
  /** A workbook set back has an empty mailbox again. */
  forget(): void;
}

/** @param tellOfMail called when a run has prepared or sent a message. */
export function createAddOnSide(start: () => AddOn, tellOfMail: () => void): AddOnSide {
  let addOn = start();
  let mailCount = 0;
  const menus = addOn.open().catch((error: Error): readonly MenuTree[] => {
    process.stderr.write(`${error.message}\n`);
    return [];
  });
  return {
    menus,
    mailbox: () => addOn.mailbox(),
    forget: () => {
      addOn = start();
      mailCount = 0;
    },
    run: async (body) => {
      const answer = await runAddOn(addOn, body);
      const { length } = await addOn.mailbox();
      if (length !== mailCount) tellOfMail();
      mailCount = length;
      return answer;
    },
  };
}

/** A run's answer with what it asked of the tab it came from. */
async function runAddOn(addOn: AddOn, { functionName, args, active }: RunBody): Promise<object> {
  const toasts: object[] = [];
  let sidebar: object | undefined;
  let selected: ActiveRange | undefined;
  const result = await addOn.run(functionName, args, active, {
    addMenu: (_menu: MenuTree) => undefined,
    showSidebar: (html, title) => {
      sidebar = { html, title };
    },
    toast: (text, title) => void toasts.push({ text, title }),
    select: (range) => {
      selected = range;
    },
    log: (line) => void process.stderr.write(`[add-on] ${line}\n`),
  });
  return { ...result, toasts, ...(sidebar !== undefined && { sidebar }), ...(selected !== undefined && { selected }) };
}
