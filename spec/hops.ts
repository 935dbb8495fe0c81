/**
 * Hops: how many iterations pass between a cause and the step of whoever waits for it.
 *
 * A row of a table is a scene: it sets the stage, and gives what the waiter is to await.
 * Each is played thrice: the waiter is a generator, an async function, and one that V8 runs itself.
 */

import { expect } from 'chai';
import { type AwaitableLike, EventLoop, setEventLoop, type Task } from '../lib';

/** What a row of the table is made of. */
export interface Stage {
  readonly loop: EventLoop;
  /** Begin to count iterations. */
  trigger(): void;
  /** The task whose resumption ends the count. */
  waiter(): Task;
}

/** Set the stage; give what the waiter is to await, made when it is about to. */
export type Scene = (stage: Stage) => () => AwaitableLike<unknown>;

type Awaiting = (make: () => AwaitableLike<unknown>, resumed: () => void) => AwaitableLike<void>;

const { nativeWaiter }: { readonly nativeWaiter: Awaiting } = require('./native/waiter.js');

const STYLES: Record<string, Awaiting> = {
  'a generator': function* (make, resumed) {
    try {
      yield* make() as Generator;
    } catch {
      // However it ends: the moment is all that counts.
    }
    resumed();
  },
  'an async function': async (make, resumed) => {
    try {
      await make();
    } catch {
      // As above.
    }
    resumed();
  },
  'a native async function': nativeWaiter,
};

/** Count the iterations from the trigger to the resumption of a waiter, written in the given style. */
function countHops(scene: Scene, awaiting: Awaiting): number {
  const loop = new EventLoop();
  setEventLoop(loop);
  let iteration = 0;
  let triggered = Number.NaN;
  let resumed = Number.NaN;
  let waiter: Task;
  const trigger = () => {
    triggered = iteration;
  };
  const make = scene({ loop, trigger, waiter: () => waiter });
  waiter = loop.createTask(
    awaiting(make, () => {
      resumed = iteration;
    }),
  ) as Task;
  for (; Number.isNaN(resumed); iteration++) loop.runOnce();
  return resumed - triggered;
}

/** The scene in which `action` is done to what `make` makes, once the waiter waits for it. */
export function later<T>(
  make: (loop: EventLoop) => T,
  action: (it: T, stage: Stage) => void,
  await_: (it: T, stage: Stage) => AwaitableLike<unknown>,
): Scene {
  return (stage) => {
    const it = make(stage.loop);
    stage.loop.callLater(1, () => {
      stage.trigger();
      action(it, stage);
    });
    return () => await_(it, stage);
  };
}

/** The scene in which the waiter itself makes what it waits for, and the count begins there. */
export function atOnce(make: (stage: Stage) => AwaitableLike<unknown>): Scene {
  return (stage) => () => {
    stage.trigger();
    return make(stage);
  };
}

/** Have a spec for each row of the table, and each way of writing the waiter. */
export function describeHops(table: [hops: number, title: string, scene: Scene][]): void {
  describe('the iterations it takes', () => {
    afterEach(() => setEventLoop(null));

    for (const [style, awaiting] of Object.entries(STYLES)) {
      describe(`where ${style} awaits`, () => {
        for (const [hops, title, scene] of table) {
          it(`are ${hops}: ${title}`, () => {
            expect(countHops(scene, awaiting)).to.equal(hops);
          });
        }
      });
    }
  });
}
