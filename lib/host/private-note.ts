/**
 * A private note: a value that is noted on an object, and that nobody else sees or keeps alive.
 *
 * It is a private field: a constructor may return any object, and that gets the field. The class
 * is made from text, since this library is compiled for a language without such fields; to that
 * they would be a WeakMap, which takes several times as long, and longer to collect. A host that
 * makes no code from text gets a WeakMap after all.
 *
 * Counterpart: an attribute of the object's `__dict__`.
 */

export interface PrivateNote<K extends object, V> {
  /** Give what was noted on `object`; undefined where nothing was. */
  get(object: K): V | undefined;
  set(object: K, value: V): void;
}

const NOTE = `
  class Itself { constructor(object) { return object; } }
  return class Note extends Itself {
    #value;
    static get(object) { return #value in object ? object.#value : undefined; }
    static set(object, value) { (#value in object ? object : new Note(object)).#value = value; }
  };
`;

/** Make a note of a kind of its own. */
export function privateNote<K extends object, V>(): PrivateNote<K, V> {
  try {
    return new Function(NOTE)();
  } catch {
    return new WeakMap();
  }
}
