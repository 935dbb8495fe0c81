/**
 * The two ways of writing a coroutine, for specs that have to hold for both.
 */

import type { AwaitableLike } from '../../lib';

/** A coroutine that awaits what `make` makes, and gives what `then` makes of the result. */
type Awaiting = <T, R>(make: () => AwaitableLike<T>, then: (result: T) => R) => AwaitableLike<R>;

export const STYLES: [style: string, awaiting: Awaiting][] = [
  [
    'generators',
    function* <T, R>(make: () => AwaitableLike<T>, then: (result: T) => R) {
      return then(yield* make() as Generator<unknown, T, unknown>);
    },
  ],
  ['async functions', async <T, R>(make: () => AwaitableLike<T>, then: (result: T) => R) => then((await make()) as T)],
];
