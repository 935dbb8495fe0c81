/**
 * Puts our helpers where compiled programs look for them: among the globals.
 *
 * With `noEmitHelpers` TypeScript expects from there every helper that a program needs,
 * and not only those of async functions; so the others that a program for ES2016 may
 * need come along: for `{ ...rest }` patterns, for modules, for #private names. (Not
 * those for decorators and `using`.) A program that keeps TypeScript's own helpers is not
 * touched: they are local to each of its files.
 *
 * Counterpart: the package tslib.
 */

import { awaiter } from './async-functions';
import { Await, asyncDelegator, asyncGenerator, asyncValues } from './async-generator';

type Namespace = Record<string, unknown>;

/** `const { a, ...others } = object`: what is left without `names`. */
function rest(object: Namespace, names: readonly PropertyKey[]): Namespace {
  const others = Object.entries(object).filter(([name]) => !names.includes(name));
  const symbols = Object.getOwnPropertySymbols(object).filter((symbol) => !names.includes(symbol));
  return Object.assign(Object.fromEntries(others), ...symbols.map((symbol) => ({ [symbol]: object[symbol as never] })));
}

/** `export { name as alias } from`: a live view of the other module's variable. */
function createBinding(target: Namespace, module: Namespace, name: string, alias: string = name): void {
  Object.defineProperty(target, alias, { enumerable: true, get: () => module[name] });
}

/** `export * from`. */
function exportStar(module: Namespace, exports: Namespace): void {
  for (const name of Object.keys(module)) {
    if (name !== 'default' && !Object.hasOwn(exports, name)) createBinding(exports, module, name);
  }
}

/** `import name from`, of a module that may be CommonJS. */
function importDefault(module: Namespace): Namespace {
  return module?.__esModule ? module : { default: module };
}

/** `import * as name from`, of a module that may be CommonJS. */
function importStar(module: Namespace): Namespace {
  if (module?.__esModule) return module;
  const namespace: Namespace = { default: module };
  if (module !== null && module !== undefined) exportStar(module, namespace);
  return namespace;
}

type Private = WeakMap<object, unknown> | WeakSet<object> | object;

/** `object.#name`: a field, an accessor or a method; static ones have no map, but their own holder. */
function privateGet(object: object, state: Private, kind: 'a' | 'f' | 'm', f?: unknown): unknown {
  if (!privateIn(state, object))
    throw new TypeError('Cannot read private member from an object whose class did not declare it');
  if (kind === 'm') return f;
  if (kind === 'a') return (f as () => unknown).call(object);
  return state instanceof WeakMap ? state.get(object) : (f as { value: unknown }).value;
}

/** `object.#name = value`. */
function privateSet(object: object, state: Private, value: unknown, kind: 'a' | 'f' | 'm', f?: unknown): unknown {
  if (kind === 'm') throw new TypeError('Private method is not writable');
  if (!privateIn(state, object))
    throw new TypeError('Cannot write private member to an object whose class did not declare it');
  if (kind === 'a') (f as (value: unknown) => void).call(object, value);
  else if (state instanceof WeakMap) state.set(object, value);
  else (f as { value: unknown }).value = value;
  return value;
}

/** `#name in object`. */
function privateIn(state: Private, object: object): boolean {
  return state instanceof WeakMap || state instanceof WeakSet ? state.has(object) : state === object;
}

Object.assign(globalThis, {
  __awaiter: awaiter,
  // TypeScript calls it without `new`.
  __await: (operand: unknown) => new Await(operand),
  __asyncGenerator: asyncGenerator,
  __asyncValues: asyncValues,
  __asyncDelegator: asyncDelegator,
  __rest: rest,
  __createBinding: createBinding,
  __exportStar: exportStar,
  __importDefault: importDefault,
  __importStar: importStar,
  __classPrivateFieldGet: privateGet,
  __classPrivateFieldSet: privateSet,
  __classPrivateFieldIn: privateIn,
});
