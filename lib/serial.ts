/**
 * The order of creation.
 *
 * What can be left behind (coroutines, futures, tasks, asynchronous generators) is numbered
 * as it is made, so that a loop, when it is closed, can report it in that order.
 *
 * Counterpart: none; Python reports whatever the garbage collector finds, when it finds it.
 */

let made = 0;

/** Give a number greater than all before. */
export function nextSerial(): number {
  return ++made;
}
