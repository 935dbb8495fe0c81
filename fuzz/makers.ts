/**
 * How things are made that need only be named: futures and primitives, each by what its name begins with.
 *
 * They are made from little: this is below the World, which hands itself over as the Workshop.
 *
 * Counterpart: MAKERS in cpython/makers.py, in the same order.
 */

import {
  Barrier,
  BoundedSemaphore,
  Condition,
  Event,
  type EventLoop,
  LifoQueue,
  Lock,
  PriorityQueue,
  Queue,
  Semaphore,
} from '../lib';
import type { Name } from './program';

/** What things are made from. */
export interface Workshop {
  readonly loop: EventLoop;
  size(name: Name): number;
  thing(name: Name): object | undefined;
}

export const MAKERS: Record<string, (shop: Workshop, name: Name) => object> = {
  f: (shop) => shop.loop.createFuture(),
  lock: () => new Lock(),
  sem: (shop, name) => new Semaphore(shop.size(name)),
  bounded: (shop, name) => new BoundedSemaphore(shop.size(name)),
  cond: (shop, name) => (name === 'cond1' ? new Condition(shop.thing('lock0') as Lock) : new Condition()),
  event: () => new Event(),
  queue: (shop, name) => new Queue(shop.size(name)),
  lifo: (shop, name) => new LifoQueue(shop.size(name)),
  prio: (shop, name) => new PriorityQueue(shop.size(name)),
  barrier: (shop, name) => new Barrier(shop.size(name)),
};
