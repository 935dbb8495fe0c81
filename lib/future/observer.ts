/**
 * Observer: who is told of what happens on a loop, as it happens.
 *
 * A loop has at most one, and by default none: then each place that would tell makes one
 * check, and that is all. What is told is told in order, from within: the things named are
 * the live ones, and not to be changed by whoever watches. Calls come in pairs where others
 * may come between: what is told between `stepBegun` and `stepEnded` was done by that step.
 *
 * An observer does not throw. Should one do so, nobody catches it: what it throws when a handle
 * begins, or an iteration, leaves the loop; what it throws elsewhere comes out of what the program
 * was doing, and fails that.
 *
 * It stands below the futures, so that these can tell; and so it knows all things as mere
 * objects. Who implements it gives them their types.
 *
 * Counterpart: curio's Activation; in asyncio, debug mode and _asyncio_awaited_by have to do.
 */

export interface Observer {
  // ----- The loop

  /** An iteration begins: `count` handles are ready, and will be run in it, but for those that are cancelled. */
  iterationBegun(count: number): void;
  /** Nothing was ready, and the clock went on from `before` to what it shows now. */
  timeAdvanced(before: number): void;
  /** A handle was put in the ready queue; a timer, in the heap. */
  handleScheduled(handle: object): void;
  /** A timer moves from the heap to the ready queue; one that is cancelled, to be passed over there. */
  timerDue(timer: object): void;
  /** A handle is not to be run, should its turn come; it may have been run already. */
  handleCancelled(handle: object): void;
  /** The atom: a handle is run, */
  handleBegun(handle: object): void;
  /** and has been run, whatever came out of it. */
  handleEnded(handle: object): void;
  /** Nothing is ready, and never will be: this is the DeadlockError to be thrown, or gevent's LoopExit. */
  deadlocked(error: object): void;
  /** The loop is closed, and what was scheduled on it dropped. */
  closed(): void;
  /** Of a coroutine, future, task or asynchronous generator that the program left behind, there is a complaint. */
  leftBehind(thing: object, message: string): void;

  // ----- Coroutines, tasks and futures

  /** A coroutine was made while the loop runs. */
  coroutineCreated(coroutine: object): void;
  /** A task was made; the handle scheduled next is its first step, unless a step begins at once. */
  taskCreated(task: object): void;
  /** A task was given another name. */
  taskRenamed(task: object): void;
  /** A task resumes its coroutine, throwing `error` into it where there is one, */
  stepBegun(task: object, error: Error | undefined): void;
  /** and the coroutine has yielded, returned or thrown; or native code of it that another's step let go on awaits again. */
  stepEnded(task: object): void;
  /** The coroutine waits for `future`; undefined where it gives way to others: then the handle scheduled next is its next step. */
  taskSuspended(task: object, future: object | undefined): void;
  /** `future`, for which a task waits, is done, and a step of the task is needed: the handle scheduled next is that. */
  taskWoken(task: object, future: object): void;
  /** A task is asked to end, and passes that on to what it waits for, */
  cancelBegun(task: object, message: unknown): void;
  /** and has passed it on. */
  cancelEnded(task: object): void;
  /** A future, which may be a task, has a result, an exception, or is cancelled, */
  futureDone(future: object): void;
  /** and those who wait for it are scheduled. */
  waitersTold(future: object): void;

  // ----- Locks, queues and their kin

  /** The current task is to wait for a primitive, by `waiter`, a future made for that. */
  waiterCreated(primitive: object, waiter: object): void;
  /** The current task has acquired a lock, or a permit of a semaphore. */
  acquired(primitive: object): void;
  /** A lock, or a permit of a semaphore, was released. */
  released(primitive: object): void;
  /** What a primitive shows of itself has changed: a flag was set, an item put in. */
  primitiveChanged(primitive: object): void;

  // ----- The network

  /** A host sends a packet: it is on the wire now, */
  packetSent(packet: object): void;
  /** and has come to where it was sent, */
  packetArrived(packet: object): void;
  /** or is lost on its way; it is sent again, as another packet, where it matters. */
  packetLost(packet: object): void;
}
