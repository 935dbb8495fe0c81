/**
 * Reach: what can be reached from some values on, as a garbage collector would mark it.
 *
 * An object leads to its properties and its prototype; a Map, a Set to what is in it; a WeakMap
 * to the values of those keys that are reached by another way. A function leads to what its
 * closure holds, a suspended generator to its variables. That only the host can tell, at a
 * fraction of a millisecond each: so the walk goes on only as far as `next` is called, and
 * does first what is cheap, and then what leads further: generators.
 *
 * Futures that are met are told of. A task that is not done is not entered: to have it is not to
 * have what it has. Nor is a loop, which leads to everything.
 *
 * Some things cannot be seen into: see `isBlind`. And what only an unfinished expression holds,
 * such as the queue in `queueOf(user).put(yield* ask())`, the host cannot tell, either.
 */

import { isgenerator } from '../../coroutine/awaitable';
import { AbstractEventLoop } from '../../future/abstract-event-loop';
import { Future } from '../../future/future';
import { GatheringFuture } from '../../task/gather';
import { Task } from '../../task/task';
import { TaskGroup } from '../../task/task-group';
import type { Host } from '../host';
import { isIntrinsic, isIterator, isWeakMap, itemsOf, valueIn } from './intrinsics';

/** How much is looked at, at most, before it counts as too much. */
const MAX_OBJECTS = 200_000;
const MAX_LOOKS = 5_000;
/** How many values take as long to be told as a look: a large module has thousands, and each of its functions leads there. */
const VALUES_PER_LOOK = 50;
/** What holds nothing, as the library's functions, is known by the next time. */
const LOOKS_FOR_NOTHING = 0.1;
/** How many looks take as long as to find out what the calls hold that are under way: the program has to stand still for that. */
const LOOKS_TO_STOP = 100;

export class Reach {
  /** Whether something was reached that cannot be seen into, or too much to go on: anything may be reached, then. */
  isBlind = false;
  /** How often the host was asked. */
  looks = 0;
  private readonly seen = new Set<object>();
  /** What is reached, and still to be looked at: by itself; by way of the host. */
  private readonly objects: object[] = [];
  private readonly generators: object[] = [];
  private readonly functions: object[] = [];
  private readonly weakMaps: WeakMap<object, unknown>[] = [];

  /** @param meet is told of each future that is reached and not done. */
  constructor(
    private readonly host: Host,
    private readonly meet: (future: Future) => void,
  ) {}

  /** Begin from `value`, too. */
  add(value: unknown): void {
    if (!isObject(value) || this.seen.has(value) || isEnd(value)) return;
    this.seen.add(value);
    for (const map of this.weakMaps) this.add(valueIn(map, value));
    const isPending = value instanceof Future && !value.done();
    if (isPending) this.meet(value);
    if (!isPending || !(value instanceof Task)) this.enter(value);
  }

  /** Begin from what `object` holds, though it be a task that is not done. */
  enter(object: object): void {
    if (typeof object === 'function') this.functions.push(object);
    else if (isgenerator(object)) this.generators.push(object);
    else this.objects.push(object);
    if (this.seen.size > MAX_OBJECTS) this.isBlind = true;
  }

  /** Begin from the calls that are under way, too. */
  addUnderWay(): void {
    const values = this.host.valuesUnderWay?.();
    this.looks += LOOKS_TO_STOP;
    if (values === undefined) this.isBlind = true;
    else this.addAll(values);
  }

  /** Go one step further. Gives false when there is nowhere to go. */
  next(): boolean {
    const object = this.objects.pop() ?? this.generators.pop() ?? this.functions.shift();
    if (object === undefined) return false;
    try {
      this.lookAt(object);
    } catch {
      this.isBlind = true; // a proxy that does not let itself be looked at
    }
    return true;
  }

  private lookAt(object: object): void {
    for (const key of Reflect.ownKeys(object)) {
      if (!isOpenTo(object, key)) continue;
      const { value, get, set } = Reflect.getOwnPropertyDescriptor(object, key) ?? {};
      for (const each of [value, get, set]) this.add(each);
    }
    this.add(Reflect.getPrototypeOf(object));
    for (const item of itemsOf(object)) this.add(item);
    if (isWeakMap(object)) this.lookInto(object);
    if (isIterator(object)) this.isBlind = true; // what it goes through, nobody can tell
    if (typeof object === 'function' || isgenerator(object)) this.askFor(object);
  }

  private lookInto(map: WeakMap<object, unknown>): void {
    this.weakMaps.push(map);
    for (const key of this.seen) this.add(valueIn(map, key));
  }

  private askFor(object: object): void {
    if (this.looks > MAX_LOOKS || (this.host.hidesSomething?.(object) ?? true)) this.isBlind = true;
    const contents = this.isBlind ? [] : this.host.contentsOf(object);
    this.looks += contents.length === 0 ? LOOKS_FOR_NOTHING : 1;
    this.addAll(contents);
  }

  private addAll(values: readonly unknown[]): void {
    this.looks += values.length / VALUES_PER_LOOK;
    for (const value of values) this.add(value);
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** Whether nothing is to be looked for behind `object`. */
function isEnd(object: object): boolean {
  return object instanceof AbstractEventLoop || ArrayBuffer.isView(object) || isIntrinsic(object);
}

/**
 * Whether to follow a property. Who waits for a future is for others to follow; and the children
 * of a gather and the tasks of a group are there only to be cancelled with it.
 */
function isOpenTo(object: object, key: string | symbol): boolean {
  if (object instanceof Future && (key === 'waiters' || key === 'nextWaiter')) return false;
  if (object instanceof GatheringFuture && key === 'children') return false;
  return !(object instanceof TaskGroup && key === 'tasks');
}
