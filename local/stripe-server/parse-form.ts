/**
 * Reads Stripe's form encoding (`items[0][price]=…`, `expand[]=…`) into nested values. It knows no endpoint: whether a
 * name is allowed is read-params' business.
 */

export type FormValue = string | readonly FormValue[] | FormHash;
export interface FormHash {
  readonly [name: string]: FormValue;
}

interface Node {
  text?: string;
  children?: Map<string, Node>;
}

/** Keys of a list are `0`, `1` … or empty; anything else makes a hash. */
export function parseForm(text: string): FormHash {
  const root: Node = { children: new Map() };
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const cut = pair.indexOf('=');
    const name = decode(cut === -1 ? pair : pair.slice(0, cut));
    const path = [...name.matchAll(/^[^[]+|\[([^\]]*)\]/g)].map((match) => match[1] ?? match[0]);
    setAt(root, path, cut === -1 ? '' : decode(pair.slice(cut + 1)));
  }
  const value = toValue(root);
  return typeof value === 'string' || Array.isArray(value) ? {} : (value as FormHash);
}

function decode(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

function setAt(root: Node, path: readonly string[], text: string): void {
  let node = root;
  for (const segment of path) {
    node.children ??= new Map();
    const key = segment === '' ? String(node.children.size) : segment;
    let child = node.children.get(key);
    if (child === undefined) {
      child = {};
      node.children.set(key, child);
    }
    node = child;
  }
  node.text = text;
}

function toValue(node: Node): FormValue {
  if (node.children === undefined) return node.text ?? '';
  const entries = [...node.children.entries()];
  const isList = entries.length > 0 && entries.every(([key], index) => key === String(index));
  if (isList) return entries.map(([, child]) => toValue(child));
  return Object.fromEntries(entries.map(([key, child]) => [key, toValue(child)]));
}
