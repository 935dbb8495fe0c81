/**
 * transfer: how control goes from one greenlet to the next.
 *
 * A greenlet that switches yields a Move, which comes down here, whatever the depth of calls it
 * was made at; the target is resumed from here, runs until it moves on, and so forth. So however
 * many greenlets hand on control, the stack holds one of them at a time: a trampoline.
 *
 *     main.switch --> transfer --> take --> take --> take ... --> back to main: its switch returns
 *
 * Only what runs on the JavaScript stack itself, as main does, can call this. It is `home`: a move
 * to it ends the transfer.
 *
 * Invariant: while `take` runs, its greenlet is the current one, in its own context; before and
 * after, `home` is.
 *
 * Counterpart: the switching of stacks in greenlet's C++ and assembler.
 */

import { Context } from '../context/context';
import { GreenletExit } from './greenlet-errors';
import { greenletObserver } from './greenlet-observer';
import { Move, type Switchable } from './move';
import { callTracer } from './settrace';

let current: Switchable;

/** Give the greenlet that is running. */
export function currentGreenlet(): Switchable {
  return current;
}

/** Do `work` as the greenlet `home`, which runs on the one stack. */
export function workAs<T>(home: Switchable, work: () => T): T {
  const before = current;
  current = home;
  try {
    return work();
  } finally {
    current = before;
  }
}

/** Begin with `main`. */
export function setMain(main: Switchable): void {
  current = main;
}

/** Make `move`, and whatever moves follow, until one comes back to whoever called. Gives what that one brings, or throws it. */
export function transfer(move: Move): unknown {
  const home = current;
  try {
    for (let next = move; ; next = current.take(next)) {
      next = arrive(towardsTheLiving(next));
      if (current === home) return next.give();
      if (current.isMain) return void home.leave(next);
    }
  } finally {
    if (current !== home) enter(home);
  }
}

/** A move to the dead goes on to the next above that lives: main does. What ends a greenlet harms nobody else. */
function towardsTheLiving(move: Move): Move {
  let { target } = move;
  while (target.dead) target = target.parent as Switchable;
  if (target === move.target) return move;
  return move.error instanceof GreenletExit ? new Move(target, [move.error]) : new Move(target, move.args, move.error);
}

/** Make the target of `move` the current greenlet, and tell of it. Gives what it goes on with: a tracer that fails has its error thrown there. */
function arrive(move: Move): Move {
  const origin = current;
  enter(move.target);
  greenletObserver()?.switched(origin, move.target, move.passed);
  try {
    callTracer(move.name, origin, move.target);
    return move;
  } catch (error) {
    return new Move(move.target, [], error as Error);
  }
}

function enter(next: Switchable): void {
  current.context = Context.current;
  current = next;
  Context.current = next.context;
}
