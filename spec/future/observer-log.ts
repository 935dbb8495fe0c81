/**
 * What the specs of the observer use: one that writes down what it is told.
 */

import { type EventLoop, Future, Handle, Task, TimerHandle } from '../../lib';
import type { Observer } from '../../lib/future/observer';
import { repr } from '../../lib/repr';

/** Watch `loop`, and give the list of what is told from now on: `stepBegun Task-1`. Of what `isMeant` says no to, nothing is. */
export function observe(loop: EventLoop, isMeant: (name: string) => boolean = () => true): string[] {
  const log: string[] = [];
  loop.observer = new Proxy({} as Observer, {
    get:
      (_, name: string) =>
      (...things: unknown[]) => {
        if (isMeant(name)) log.push([name, ...things.filter((thing) => thing !== undefined).map(shown)].join(' '));
      },
  });
  return log;
}

/** Tasks and handles by name, a timer with its deadline. */
function shown(thing: unknown): string {
  if (thing instanceof Task) return thing.getName();
  if (thing instanceof Future) return thing.constructor.name;
  if (thing instanceof TimerHandle) return `${nameOf(thing)}@${thing.when()}`;
  if (thing instanceof Handle) return nameOf(thing);
  return typeof thing === 'string' ? thing : repr(thing);
}

function nameOf(handle: Handle): string {
  return handle.getCall().callback?.name ?? 'nothing';
}
