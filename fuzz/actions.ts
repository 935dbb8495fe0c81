/**
 * What statements do that do not suspend.
 *
 * Counterpart: ACTIONS in cpython/actions.py, in the same order.
 */

import {
  type Condition,
  type Coroutine,
  currentTask,
  type DoneCallback,
  type Event,
  type Future,
  gather,
  type Handle,
  type Lock,
  type Queue,
  shield,
  type Task,
  type TaskGroup,
  type Timeout,
} from '../lib';
import { callbackFor, findCallback } from './callbacks';
import { makeError } from './errors';
import { look } from './format';
import type { Action, Of } from './program';
import type { World } from './world';

/** What is called, with what the statement names and the statement itself; what it gives is shown. */
// biome-ignore lint/suspicious/noExplicitAny: each statement knows what kind of thing it names
type Table<S extends Action> = { [Op in S['op']]: (world: World, thing: any, st: Of<S, Op>) => unknown };

export const ACTIONS: Table<Exclude<Action, { op: 'raise' }>> = {
  set: (_world, future: Future, st) => future.setResult(st.value),
  fail: (_world, future: Future, st) => future.setException(makeError(st.error)),
  cancel: (_world, future: Future, st) => ('message' in st ? future.cancel(st.message) : future.cancel()),
  uncancel: (_world, task: Task) => task.uncancel(),
  onDone: (world, future: Future, st) => future.addDoneCallback(callbackFor(world, st)),
  offDone: (world, future: Future, st) => future.removeDoneCallback(findCallback(world, st) as DoneCallback),
  callSoon: (world, _, st) => {
    if (st.context === undefined) world.loop.callSoon(world.runActions, st.body, 'soon');
    else world.loop.callSoon(world.runActions, st.body, 'soon', { context: world.context(st.context) });
  },
  callLater: (world, _, st) => {
    world.things.set(`timer${st.id}`, world.loop.callLater(st.delay, world.runActions, st.body, 'later'));
  },
  cancelTimer: (_world, timer: Handle) => timer.cancel(),
  spawn: (world, _, st) => world.spawn(st),
  groupTask: (world, group: TaskGroup, st) =>
    world.named(st.id, group.createTask(world.coroutine(st) as Coroutine<unknown>)),
  makeGather: (world, _, st) => {
    world.things.set(`g${st.id}`, gather(world.operands(st.operands), { returnExceptions: st.returnExceptions }));
  },
  makeShield: (world, _, st) => {
    world.things.set(`g${st.id}`, shield(world.operands(st.operands)[0] as Future));
  },
  reschedule: (world, timeout: Timeout, st) =>
    timeout.reschedule(st.delay === null ? null : world.loop.time() + st.delay),
  setVar: (world, _, st) => {
    world.variable.set(st.value);
  },
  getVar: (world) => world.variable.get(),
  info: (world) => world.info(currentTask(world.loop)),
  stop: (world) => world.loop.stop(),
  result: (_world, future: Future) => future.result(),
  exception: (_world, future: Future) => future.exception(),
  look: (_world, thing) => look(thing),
  count: (world, _, st) => {
    world.counter += st.by;
    return world.counter;
  },
  eventSet: (_world, event: Event) => event.set(),
  eventClear: (_world, event: Event) => event.clear(),
  release: (_world, lock: Lock) => lock.release(),
  notify: (_world, condition: Condition, st) => condition.notify(st.value),
  notifyAll: (_world, condition: Condition) => condition.notifyAll(),
  putNowait: (_world, queue: Queue<number>, st) => queue.putNowait(st.value),
  getNowait: (_world, queue: Queue<number>) => queue.getNowait(),
  taskDone: (_world, queue: Queue<number>) => queue.taskDone(),
  shutdown: (_world, queue: Queue<number>, st) => queue.shutdown(st.immediate),
};
