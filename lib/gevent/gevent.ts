/**
 * gevent: what the namespace of that name holds.
 *
 * Counterpart: the module gevent, with gevent.event, gevent.local, gevent.lock, gevent.pool and gevent.queue.
 */

export { GreenletExit } from '../greenlet/greenlet-errors';
export { getcurrent } from '../greenlet/raw-greenlet';
export { Greenlet } from './greenlet/greenlet';
export { kill, killall } from './greenlet/kill';
export { local } from './greenlet/local';
export { spawn, spawnLater, spawnRaw } from './greenlet/spawn';
export { iwait, joinall, type Linkable, wait } from './greenlet/wait';
export type { Blocking } from './hub/blocking-call';
export type { AcquireOptions, BlockOptions, Exception, KillOptions, WaitOptions } from './hub/call-options';
export { BlockingSwitchOutError, ConcurrentObjectUseError, InvalidSwitchError, LoopExit } from './hub/gevent-errors';
export { getHub, Hub } from './hub/hub';
export { idle, sleep } from './hub/sleep';
export { Timeout, type TimeoutException } from './hub/timeout';
export { type TimeoutValue, withTimeout } from './hub/with-timeout';
export * as monkey from './monkey';
export { Group } from './pool/group';
export { Pool } from './pool/pool';
export { JoinableQueue } from './queue/joinable-queue';
export { LifoQueue } from './queue/lifo-queue';
export { PriorityQueue } from './queue/priority-queue';
export { Queue } from './queue/queue';
export { Empty, Full, PoolFull, StopIteration } from './queue/queue-errors';
export { AsyncResult } from './sync/async-result';
export { Event } from './sync/event';
export { RLock } from './sync/rlock';
export { BoundedSemaphore, Semaphore } from './sync/semaphore';
