/**
 * What statements do that do not wait.
 *
 * Counterpart: ACTIONS in python/actions.py, in the same order.
 */

import { gevent, ValueError } from '../../lib';
import { nameAfterClass } from '../../lib/errors';
import type { Action, Instead, LinkForm, Name, Of, Weapon } from './program';
import type { World } from './world';

/** What is called, with what the statement names and the statement itself; what it gives is shown. */
// biome-ignore lint/suspicious/noExplicitAny: each statement knows what kind of thing it names
type Table<S extends Action> = { [Op in S['op']]: (world: World, thing: any, st: Of<S, Op>) => unknown };

export const ACTIONS: Table<Exclude<Action, { op: 'raise' }>> = {
  spawn: (world, _, { id, body }) => void world.named(`g${id}`, gevent.spawn(world.runner(`g${id}`, body))),
  spawnLater: (world, _, { id, delay, body }) =>
    void world.named(`g${id}`, gevent.spawnLater(delay, world.runner(`g${id}`, body))),
  spawnRaw: (world, _, { id, body }) => void world.named(`raw${id}`, gevent.spawnRaw(world.runner(`raw${id}`, body))),
  make: (world, _, { id, body }) => void world.named(`g${id}`, new gevent.Greenlet(world.runner(`g${id}`, body))),
  groupSpawn: (world, _, { id, body }) => {
    const group = world.things.get('group0') as gevent.Group;
    world.named(`g${id}`, group.spawn(world.runner(`g${id}`, body)));
  },
  start: (_world, greenlet: gevent.Greenlet) => greenlet.start(),
  killSoon: (_world, greenlet: gevent.Greenlet) => gevent.kill(greenlet),
  unlink: (world, thing: gevent.Greenlet, { on }) => thing.unlink(world.links.get(on)),
  look: (world, thing: object) => world.look(thing),
  link: (world, greenlet: gevent.Greenlet, st) => greenlet.link(spawnedLink(world, st)),
  linkValue: (world, greenlet: gevent.Greenlet, st) => greenlet.linkValue(spawnedLink(world, st)),
  linkException: (world, greenlet: gevent.Greenlet, st) => greenlet.linkException(spawnedLink(world, st)),
  rawlink: (world, thing: gevent.Greenlet, { on }) =>
    thing.rawlink(linked(world, on, (source) => world.note(`rawlink ${world.show(source)}`))),
  linkResult: (world, greenlet: gevent.Greenlet, { to }) => greenlet.link(world.things.get(to) as gevent.AsyncResult),
  set: (_world, event: gevent.Event) => event.set(),
  clear: (_world, event: gevent.Event) => event.clear(),
  release: (_world, lock: gevent.Semaphore) => lock.release(),
  taskDone: (_world, queue: gevent.JoinableQueue) => queue.taskDone(),
  getNowait: (_world, queue: gevent.Queue) => queue.getNowait(),
  peekNowait: (_world, queue: gevent.Queue) => queue.peekNowait(),
  setResult: (_world, result: gevent.AsyncResult, { value }) => result.set(value),
  putNowait: (_world, queue: gevent.Queue, { value }) => queue.putNowait(value),
  fail: (_world, result: gevent.AsyncResult) => result.setException(new ValueError('failed')),
  resultNow: (_world, result: gevent.AsyncResult) => result.getNowait(),
  cancelTimeout: (_world, timeout: gevent.Timeout) => timeout.cancel(),
  startTimeout: (world, _, { id, delay, instead }) =>
    void world.named(`timeout${id}`, gevent.Timeout.startNew(delay, insteadOf(instead))),
};

function linked<L extends (source: unknown) => unknown>(world: World, on: Name, link: L): L {
  world.links.set(on, link);
  return link;
}

function spawnedLink(world: World, { op, on }: Of<Action, LinkForm>): (source: unknown) => unknown {
  return linked(world, on, function* (source) {
    world.note(`${op} ${world.show(source)}`);
    yield* gevent.sleep(0.125);
    world.note(`${op} ${world.show(source)} ends`);
  });
}

/** An error of the user's, which is made where it is thrown. */
class Oops extends Error {}
nameAfterClass(Oops);

/** Give what is thrown in place of a Timeout. */
export function insteadOf(instead: Instead): gevent.TimeoutException {
  if (instead === 'error') return new ValueError('late');
  if (instead === 'class') return Oops;
  return instead === 'text' ? 'a text' : instead;
}

/** Give what a greenlet is killed with. */
export function weaponOf(weapon: Weapon): gevent.Exception {
  if (weapon === 'error') return new ValueError('killed');
  return weapon === 'class' ? Oops : gevent.GreenletExit;
}
