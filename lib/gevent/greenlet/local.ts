/**
 * local: variables that each greenlet has for itself.
 *
 * They are properties of one object, which all can reach; each finds there what it has put there
 * itself. A ContextVar is the like, and is inherited, which these are not.
 *
 * Counterpart: gevent.local.local. There it is an AttributeError to ask for what is not set.
 */

import { caller } from '../hub/caller';

/** What somebody has set. */
// biome-ignore lint/suspicious/noExplicitAny: what is set is for the program to know
type Variables = Record<string, any>;

/**
 * Make an object whose properties are others for each greenlet, and for each task (gevent.local.local). What is not set is undefined.
 *
 * @example
 * const stash = gevent.local<{ user: string }>();
 * stash.user = 'ann'; // main's
 * gevent.spawn(() => stash.user).get(); // undefined
 */
export function local<T extends object = Variables>(): Partial<T> {
  const everybodys = new WeakMap<object, object>();
  const mine = (): object => {
    const me = caller();
    const variables = everybodys.get(me) ?? {};
    everybodys.set(me, variables);
    return variables;
  };
  return new Proxy<Partial<T>>(
    {},
    {
      get: (_, key) => Reflect.get(mine(), key),
      set: (_, key, value) => Reflect.set(mine(), key, value),
      has: (_, key) => Reflect.has(mine(), key),
      deleteProperty: (_, key) => Reflect.deleteProperty(mine(), key),
      ownKeys: () => Reflect.ownKeys(mine()),
      getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(mine(), key),
    },
  );
}
