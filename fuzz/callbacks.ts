/**
 * The done-callbacks of a program, of which each can be removed again.
 *
 * A callback is known by what it was added to and by its key: two statements that agree in
 * both mean the same callback, and the first of them says what it does.
 *
 * Counterpart: the functions of the same names in cpython/callbacks.py.
 */

import type { DoneCallback, Future } from '../lib';
import { state } from './format';
import type { Action, Name, Of } from './program';
import type { World } from './world';

/** What a callback is known by. */
interface Key {
  readonly on: Name;
  readonly key: number;
}

/** Give the callback that was made for the like of `st`, or make it. */
export function callbackFor(world: World, st: Of<Action, 'onDone'>): DoneCallback {
  const callback = findCallback(world, st) ?? makeCallback(world, st);
  world.callbacks.set(nameOf(st), callback);
  return callback;
}

export function findCallback(world: World, key: Key): DoneCallback | undefined {
  return world.callbacks.get(nameOf(key));
}

function makeCallback(world: World, { on, key, body }: Of<Action, 'onDone'>): DoneCallback {
  return (future: Future) => {
    world.note(`callback${key} done ${on} ${state(future)}`);
    world.runActions(body, 'callback');
  };
}

function nameOf({ on, key }: Key): string {
  return `${on} ${key}`;
}
