/**
 * How values, errors and things are shown in a trace: as in python/show.py, to the letter.
 *
 * Of errors whose texts hold an address, or what is none of the program's, only the class is shown.
 *
 * Counterpart: the functions of the same names in python/show.py.
 */

import { gevent, RawGreenlet } from '../../lib';

/** Show a value; `names` knows the things of the program. */
export function show(value: unknown, names: ReadonlyMap<unknown, string>): string {
  if (value === undefined || value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (value instanceof Error) return names.get(value) ?? showError(value);
  if (Array.isArray(value)) return `[${value.map((each) => show(each, names)).join(', ')}]`;
  return names.get(value) ?? String(value);
}

export function showError(error: Error): string {
  return SPEAKING.has(error.name) ? `${error.name}(${error.message})` : error.name;
}

const SPEAKING = new Set(['Timeout', 'ValueError', 'BlockingSwitchOutError']);

/** Give what can be asked of a thing without changing it. */
export function look(thing: object): unknown[] {
  if (thing instanceof gevent.Greenlet) {
    return [thing.dead, thing.ready(), thing.successful(), thing.value, thing.exception, thing.hasLinks()];
  }
  if (thing instanceof RawGreenlet) return [thing.dead];
  if (thing instanceof gevent.Timeout) return [thing.pending, thing.seconds];
  if (thing instanceof gevent.Event) return [thing.isSet(), thing.linkcount()];
  if (thing instanceof gevent.AsyncResult) {
    return [thing.ready(), thing.successful(), thing.value, thing.exception, thing.linkcount()];
  }
  if (thing instanceof gevent.Semaphore) return [thing.counter, thing.locked(), thing.linkcount()];
  if (thing instanceof gevent.JoinableQueue) return [...lookAtQueue(thing), thing.unfinishedTasks];
  if (thing instanceof gevent.Queue) return lookAtQueue(thing);
  if (thing instanceof gevent.Pool) return [thing.length, thing.full(), thing.freeCount()];
  return thing instanceof gevent.Group ? [thing.length] : [];
}

function lookAtQueue(queue: gevent.Queue): unknown[] {
  return [queue.qsize(), queue.empty(), queue.full()];
}
