import { expect } from 'chai';
import {
  type AwaitableLike,
  asyncWith,
  EventLoop,
  type Future,
  gather,
  setEventLoop,
  shield,
  sleep,
  type Task,
  timeout,
  wait,
  waitFor,
} from '../../lib';

/** What a row of the table is made of. */
interface Stage {
  readonly loop: EventLoop;
  /** Begin to count iterations. */
  trigger(): void;
  /** The task whose resumption ends the count. */
  waiter(): Task;
}

/** Set the stage; give what the waiter is to await, made when it is about to. */
type Scene = (stage: Stage) => () => AwaitableLike<unknown>;

type Awaiting = (make: () => AwaitableLike<unknown>, resumed: () => void) => AwaitableLike<void>;

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

/** The scene in which `action` is done to a future once the waiter waits. */
function later(
  action: (future: Future, stage: Stage) => void,
  await_: (future: Future, stage: Stage) => AwaitableLike<unknown>,
): Scene {
  return (stage) => {
    const future = stage.loop.createFuture();
    stage.loop.callLater(1, () => {
      stage.trigger();
      action(future, stage);
    });
    return () => await_(future, stage);
  };
}

/** The scene in which the waiter itself makes what it waits for, and the count begins there. */
function atOnce(make: (stage: Stage) => AwaitableLike<unknown>): Scene {
  return (stage) => () => {
    stage.trigger();
    return make(stage);
  };
}

function done(loop: EventLoop): Future {
  const future = loop.createFuture();
  future.setResult(1);
  return future;
}

function* waitingFor(future: Future) {
  return yield* future;
}

const setResult = (future: Future) => future.setResult(1);
const cancelWaiter = (_future: Future, { waiter }: Stage) => waiter().cancel();

const TABLE: [hops: number, title: string, scene: Scene][] = [
  [0, 'awaiting a future that is done', atOnce(({ loop }) => done(loop))],
  [
    0,
    'awaiting a task that is done',
    (stage) => {
      const task = stage.loop.createTask(sleep(0));
      return () =>
        (function* () {
          yield* sleep(1);
          stage.trigger();
          yield* task;
        })();
    },
  ],
  [0, 'gather of nothing', atOnce(() => gather([]))],
  [0, 'gather of futures that are done', atOnce(({ loop }) => gather([done(loop), done(loop)]))],
  [0, 'shield of a future that is done', atOnce(({ loop }) => shield(done(loop)))],
  [0, 'waitFor a future that is done, with a timeout of 0', atOnce(({ loop }) => waitFor(done(loop), 0))],
  [0, 'awaiting a coroutine that returns at once', atOnce(() => (function* () {})())],
  [1, 'sleep(0)', atOnce(() => sleep(0))],
  [1, 'sleep(-1)', atOnce(() => sleep(-1))],
  [1, "a future's setResult to its awaiter", later(setResult, (future) => future)],
  [
    1,
    "a future's setException to its awaiter",
    later(
      (future) => future.setException(new Error()),
      (future) => future,
    ),
  ],
  [
    1,
    "a future's cancel to its awaiter",
    later(
      (future) => future.cancel(),
      (future) => future,
    ),
  ],
  [1, 'cancelling the task that awaits a future', later(cancelWaiter, (future) => future)],
  [2, 'creating a task that returns at once to its result', atOnce(({ loop }) => loop.createTask((function* () {})()))],
  [3, 'creating a task that gives way once to its result', atOnce(({ loop }) => loop.createTask(sleep(0)))],
  [
    2,
    'the future of an awaited task to the awaiter',
    later(setResult, (future, { loop }) => loop.createTask(waitingFor(future))),
  ],
  [
    2,
    'cancelling the task that awaits a task',
    later(cancelWaiter, (future, { loop }) => loop.createTask(waitingFor(future))),
  ],
  [2, 'a future to whoever awaits its gather', later(setResult, (future) => gather([future]))],
  [
    3,
    'a future to whoever awaits a gather of a coroutine that awaits it',
    later(setResult, (future) => gather([waitingFor(future)])),
  ],
  [2, 'cancelling the task that awaits a gather of a future', later(cancelWaiter, (future) => gather([future]))],
  [
    3,
    'cancelling the task that awaits a gather of a coroutine',
    later(cancelWaiter, (future) => gather([waitingFor(future)])),
  ],
  [2, 'a future to whoever waits for it with wait', later(setResult, (future) => wait([future]))],
  [2, 'wait for a future that is done', atOnce(({ loop }) => wait([done(loop)]))],
  [2, 'wait with a timeout of 0', atOnce(({ loop }) => wait([loop.createFuture()], { timeout: 0 }))],
  [1, 'cancelling the task that is in wait', later(cancelWaiter, (future) => wait([future]))],
  [1, 'a future to whoever is in waitFor', later(setResult, (future) => waitFor(future, 9))],
  [1, 'cancelling the task that is in waitFor', later(cancelWaiter, (future) => waitFor(future, 9))],
  [2, 'waitFor a pending future, with a timeout of 0', atOnce(({ loop }) => waitFor(loop.createFuture(), 0))],
  [3, 'waitFor a coroutine, with a timeout of 0', atOnce(() => waitFor(sleep(1), 0))],
  [2, 'a future to whoever awaits its shield', later(setResult, (future) => shield(future))],
  [
    2,
    'cancelling a future to whoever awaits its shield',
    later(
      (future) => future.cancel(),
      (future) => shield(future),
    ),
  ],
  [1, 'cancelling the task that awaits a shield', later(cancelWaiter, (future) => shield(future))],
  [
    2,
    'a timeout of 0 whose body waits to its TimeoutError',
    atOnce(({ loop }) => asyncWith(timeout(0), () => loop.createFuture())),
  ],
  [0, 'a timeout whose body returns at once', atOnce(() => asyncWith(timeout(0), function* () {}))],
];

describe('the iterations it takes', () => {
  afterEach(() => setEventLoop(null));

  for (const [style, awaiting] of Object.entries(STYLES)) {
    describe(`where ${style} awaits`, () => {
      for (const [hops, title, scene] of TABLE) {
        it(`are ${hops}: ${title}`, () => {
          expect(countHops(scene, awaiting)).to.equal(hops);
        });
      }
    });
  }
});
