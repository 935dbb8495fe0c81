/**
 * What functions and generators hold out of sight: for a walk of all that can be reached.
 *
 * A function holds the variables of the functions around it, as far as any function in there
 * uses them; a bound one, what it was bound to; a suspended generator, its own variables too,
 * and the generator that it waits by. What is reached by properties is not given, nor are the
 * globals, which everybody reaches, nor what the modules of the library and of Node hold, which
 * is none of the program's.
 *
 * Counterpart: gc.get_referents.
 */

import { isgenerator } from '../coroutine/awaitable';
import { delegationsFrom } from './delegation';
import type { Sight } from './sight';
import type { Scope } from './suspended-call';

const BOUND = ['[[TargetFunction]]', '[[BoundThis]]', '[[BoundArgs]]'];
const GENERATOR = ['[[GeneratorFunction]]', '[[GeneratorReceiver]]'];

/** Functions that hold nothing but what their module does, which is the library's or Node's: they need not be looked at twice. */
const barren = new WeakSet<object>();

/** Give the values that `value` holds so; none of what is neither a function nor a generator. */
export function contentsOf(value: object, { inspector, positions }: Sight): unknown[] {
  if ((typeof value !== 'function' && !isgenerator(value)) || barren.has(value)) return [];
  const internals = inspector.internalsOf(value);
  const names = ['[[Scopes]]', ...BOUND, ...GENERATOR];
  const [scopes, target, self, args, ...held] = inspector.valuesOf(names.map((name) => internals.get(name)));
  const bound = [target, self, ...listOf(args)];
  const isOwn = positions.isOfProgram(internals);
  const local = listOf<Scope>(scopes).filter(isLocal);
  if (!isOwn && local.length <= 1 && typeof value === 'function' && target === undefined) barren.add(value);
  const variables = (isOwn ? local : local.slice(0, -1)).flatMap(({ object }) => Object.values(object));
  const inner = delegationsFrom(value as Generator)[0]?.inner;
  return [...new Set([...variables, ...bound, ...held, inner])].filter(isOfInterest);
}

/** Whether there is a value, and one that is the program's own. */
export function isOfInterest(value: unknown): boolean {
  return value !== undefined && value !== null && !isOfModules(value);
}

/** Whether `value` is what CommonJS gives every file, and knows all others. What they export is reached by those who use it. */
function isOfModules(value: NonNullable<unknown>): boolean {
  const names = typeof value === 'function' ? ['cache', 'resolve', 'main'] : ['children', 'paths', 'filename'];
  return names.every((name) => Object.hasOwn(value, name));
}

function listOf<T>(value: unknown): T[] {
  return Array.from((value ?? []) as ArrayLike<T>);
}

function isLocal({ description }: Scope): boolean {
  return description !== 'Global';
}
