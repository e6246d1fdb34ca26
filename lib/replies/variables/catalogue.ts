// Every variable of the replies, by the name that stands between the braces. What each one is called for a person stands in
// lib/text; a name without words, or words without a variable, is a type error.
import type { VariableName } from '#lib/text/words.ts';
import type { ReplyVariable } from '../reply-variable.ts';
import { billingVariables } from './billing-variables.ts';
import { listVariables } from './list-variables.ts';
import { orderVariables } from './order-variables.ts';
import { personVariables } from './person-variables.ts';
import { shopVariables } from './shop-variables.ts';
import { troubleVariables } from './trouble-variables.ts';

const catalogue: Readonly<Record<VariableName, ReplyVariable>> = {
  ...personVariables,
  ...orderVariables,
  ...listVariables,
  ...troubleVariables,
  ...billingVariables,
  ...shopVariables,
};

const byName: ReadonlyMap<string, ReplyVariable> = new Map(Object.entries(catalogue));

/** undefined for a name that nobody declared, whatever it is: the braces of a template hold people's text. */
export function variableNamed(name: string): ReplyVariable | undefined {
  return byName.get(name);
}

export const variableNames = Object.keys(catalogue) as readonly VariableName[];
