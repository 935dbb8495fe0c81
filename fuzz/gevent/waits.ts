/**
 * What statements wait for that wait once. Main just calls these; a greenlet awaits what they give.
 *
 * Counterpart: WAITS in python/waits.py, in the same order.
 */

import { gevent, greenlet, type RawGreenlet } from '../../lib';
import { weaponOf } from './actions';
import type { Of, Wait } from './program';
import type { World } from './world';

/** What is called, with what the statement names and the statement itself. */
type Table = {
  // biome-ignore lint/suspicious/noExplicitAny: each statement knows what kind of thing it names
  [Op in Wait['op']]: (world: World, thing: any, st: Of<Wait, Op>) => unknown;
};

export const WAITS: Table = {
  sleep: (_world, _, { delay }) => gevent.sleep(delay),
  waitFor: (_world, event: gevent.Event, { timeout }) => event.wait(timeout),
  join: (_world, thing: gevent.Greenlet, { timeout }) => thing.join(timeout),
  poolAvailable: (_world, pool: gevent.Pool, { timeout }) => pool.waitAvailable(timeout),
  acquire: (_world, lock: gevent.Semaphore, { block, timeout }) => lock.acquire(block, timeout),
  get: (_world, thing: gevent.Queue, { block, timeout }) => thing.get(block, timeout),
  peek: (_world, queue: gevent.Queue, { block, timeout }) => queue.peek(block, timeout),
  put: (_world, queue: gevent.Queue, { value, block, timeout }) => queue.put(value, block, timeout),
  kill: (_world, thing: gevent.Greenlet, { weapon, block, timeout }) => thing.kill(weaponOf(weapon), block, timeout),
  killall: (world, _, { those, weapon, block, timeout }) =>
    gevent.killall(world.those(those) as RawGreenlet[], weaponOf(weapon), block, timeout),
  joinall: (world, _, { those, timeout, raises, count }) =>
    gevent.joinall(world.those(those) as gevent.Linkable[], timeout, raises, count),
  waitAll: (world, _, { those, timeout, count }) =>
    gevent.wait(world.those(those) as gevent.Linkable[], timeout, count),
  waitEnd: (_world, _, { timeout }) => gevent.wait(null, timeout),
  poolSpawn: (world, _, { id, body }) => (world.things.get('pool0') as gevent.Pool).spawn(world.runner(`g${id}`, body)),
  poolJoin: (_world, pool: gevent.Pool, { timeout, raises }) => pool.join(timeout, raises),
  apply: (world, pool: gevent.Pool, { delay }) => pool.apply(world.call, [delay]),
  map: (world, pool: gevent.Pool, { delays }) => pool.map(world.call, delays),
  switchTo: (world, _, { id, body }) => world.named(`inner${id}`, greenlet(world.runner(`inner${id}`, body))).switch(),
};
