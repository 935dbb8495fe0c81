/**
 * What statements await that await one thing: here it is made, and how its result is shown.
 *
 * Counterpart: WAITS in cpython/waits.py, in the same order.
 */

import {
  type Awaitable,
  type Barrier,
  type Condition,
  type Event,
  type Future,
  gather,
  type Lock,
  type Queue,
  shield,
  sleep,
  wait,
  waitFor,
} from '../lib';
import { unlessCycle } from './cycle';
import { show, state } from './format';
import type { Of, Wait } from './program';
import type { World } from './world';

// biome-ignore lint/suspicious/noExplicitAny: each statement knows what kind of thing it names
type Table = { [Op in Wait['op']]: (world: World, thing: any, st: Of<Wait, Op>) => Awaitable<unknown> | undefined };

const it = <T>(awaited: T): T => awaited;

export const WAITS: Table = {
  sleep: (_world, _, st) => sleep(st.delay, st.value),
  await: (_world, future: Future) => unlessCycle(future, it),
  gather: (world, _, st) =>
    unlessCycle(gather(world.operands(st.operands), { returnExceptions: st.returnExceptions }), it),
  wait: (world, _, st) => wait(world.operands(st.operands), { timeout: st.timeout, returnWhen: st.returnWhen }),
  waitFor: (world, _, st) =>
    unlessCycle(world.operands(st.operands)[0] as Future, (awaited) => waitFor(awaited, st.timeout)),
  shield: (world, _, st) => shield(world.operands(st.operands)[0] as Future),
  acquire: (_world, lock: Lock) => lock.acquire(),
  eventWait: (_world, event: Event) => event.wait(),
  condWait: (_world, condition: Condition) => condition.wait(),
  condWaitFor: (world, condition: Condition, st) => condition.waitFor(() => world.counter >= st.value),
  put: (_world, queue: Queue<number>, st) => queue.put(st.value),
  get: (_world, queue: Queue<number>) => queue.get(),
  join: (_world, queue: Queue<number>) => queue.join(),
  barrierWait: (_world, barrier: Barrier) => barrier.wait(),
  barrierReset: (_world, barrier: Barrier) => barrier.reset(),
  barrierAbort: (_world, barrier: Barrier) => barrier.abort(),
};

/** Show what awaiting gave. */
export function showResult(st: Wait, value: unknown): string {
  if (st.op !== 'wait') return show(value);
  const [done, pending] = value as [Set<Future>, Set<Future>];
  return show([...[...done].map(state), pending.size]);
}
