/** A service as an object that knows its name: asking it for what it does not have is an error that says so. */

/** An object whose absent members are errors that say which service lacks what. */
export function named<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get: (target, key, receiver) => {
      if (typeof key === 'symbol' || key in target) return Reflect.get(target, key, receiver) as unknown;
      if (key === 'toJSON' || key === 'then') return undefined;
      throw new Error(`The local Apps Script host has no ${name}.${key}`);
    },
  });
}
