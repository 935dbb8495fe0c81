/**
 * The intrinsics: the objects that JavaScript and its host come with, and what they keep.
 *
 * They lead to nothing of the program's: whoever walks through objects may stop there. They are
 * noted when this file is loaded; what the program makes global later is not among them, and
 * is found by `addedGlobals`.
 *
 * A program may have put methods of its own in the place of theirs, which are not to be called:
 * so they are kept, too.
 */

const globals = Object.getOwnPropertyDescriptors(globalThis);

const intrinsics = new Set<unknown>([globalThis]);
for (const { value } of Object.values(globals)) {
  intrinsics.add(value).add((value as { prototype?: unknown } | undefined)?.prototype);
}
for (let each = Object.getPrototypeOf(function* () {}).prototype; each !== null; each = Object.getPrototypeOf(each)) {
  intrinsics.add(each);
}

/** Tell whether `object` came with the host. */
export function isIntrinsic(object: object): boolean {
  return intrinsics.has(object);
}

/** Give the values that the program has made global. */
export function addedGlobals(): unknown[] {
  const added = Object.entries(Object.getOwnPropertyDescriptors(globalThis)).filter(([name]) => !(name in globals));
  return added.map(([, { value }]) => value);
}

const { forEach: forEachInMap } = Map.prototype;
const { forEach: forEachInSet } = Set.prototype;
const { get: getFromWeakMap } = WeakMap.prototype;

/** Give the keys and values of a Map, what is in a Set; nothing of any other object. */
export function itemsOf(object: object): unknown[] {
  const items: unknown[] = [];
  const take = (value: unknown, key: unknown): unknown => items.push(value, key);
  if (object instanceof Map) attempt(() => forEachInMap.call(object, take));
  if (object instanceof Set) attempt(() => forEachInSet.call(object, take));
  return items;
}

export function isWeakMap(object: object): object is WeakMap<object, unknown> {
  return object instanceof WeakMap && attempt(() => valueIn(object, object));
}

/** Give what is in `map` for `key`. */
export function valueIn(map: WeakMap<object, unknown>, key: object): unknown {
  return getFromWeakMap.call(map, key);
}

/** Whether `action` succeeds: it does not for the prototype of a class that extends Map, which looks like one. */
function attempt(action: () => unknown): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

const iterators = new Set([[].values(), new Map().values(), new Set().values()].map(Object.getPrototypeOf));

/** Tell whether `object` goes through a list, a Map or a Set. */
export function isIterator(object: object): boolean {
  return iterators.has(Object.getPrototypeOf(object));
}
