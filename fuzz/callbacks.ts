/**
 * Callbacks: the done-callbacks of a program, of which each can be removed again.
 *
 * A callback is known by what it was added to and by its key: two statements that agree in
 * both mean the same callback, and the first of them says what it does.
 *
 * Counterpart: World.on_done in cpython/world.py.
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

export class Callbacks {
  private readonly made = new Map<string, DoneCallback>();

  constructor(private readonly world: World) {}

  /** Give the callback that was made for the like of `st`, or make it. */
  get(st: Of<Action, 'onDone'>): DoneCallback {
    const callback = this.find(st) ?? this.make(st);
    this.made.set(nameOf(st), callback);
    return callback;
  }

  find(key: Key): DoneCallback | undefined {
    return this.made.get(nameOf(key));
  }

  private make({ on, key, body }: Of<Action, 'onDone'>): DoneCallback {
    return (future: Future) => {
      this.world.note(`callback${key} done ${on} ${state(future)}`);
      this.world.runActions(body, 'callback');
    };
  }
}

function nameOf({ on, key }: Key): string {
  return `${on} ${key}`;
}
