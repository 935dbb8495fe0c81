"""What statements do that do not wait.

Counterpart: actions.ts, in the same order.
"""

import gevent


def start_raw(world, st):
    world.named(f'raw{st["id"]}', gevent.spawn_raw(world.runner(f'raw{st["id"]}', st['body'])))


def linked(world, st, link):
    world.links[st['on']] = link
    return link


def spawned_link(world, st):
    def link(source):
        world.note(f'{st["op"]} {world.show(source)}')
        gevent.sleep(0.125)
        world.note(f'{st["op"]} {world.show(source)} ends')

    return linked(world, st, link)


class Oops(Exception):
    """An error of the user's."""


INSTEAD = {'error': lambda: ValueError('late'), 'class': lambda: Oops, 'text': lambda: 'a text'}
WEAPONS = {'exit': lambda: gevent.GreenletExit, 'error': lambda: ValueError('killed'), 'class': lambda: Oops}


def instead_of(instead):
    """What is thrown in place of a Timeout."""
    return INSTEAD[instead]() if instead in INSTEAD else instead


def weapon_of(weapon):
    """What a greenlet is killed with."""
    return WEAPONS[weapon]()


def begin(make):
    """An action that names the greenlet which `make` makes of a function."""

    def action(world, _thing, st):
        name = f'g{st["id"]}'
        world.named(name, make(world, st, world.runner(name, st['body'])))

    return action


ACTIONS = {
    'spawn': begin(lambda world, st, run: gevent.spawn(run)),
    'spawnLater': begin(lambda world, st, run: gevent.spawn_later(st['delay'], run)),
    'spawnRaw': lambda world, _, st: start_raw(world, st),
    'make': begin(lambda world, st, run: gevent.Greenlet(run)),
    'groupSpawn': begin(lambda world, st, run: world.things['group0'].spawn(run)),
    'start': lambda world, greenlet, st: greenlet.start(),
    'killSoon': lambda world, greenlet, st: gevent.kill(greenlet),
    'unlink': lambda world, thing, st: thing.unlink(world.links.get(st['on'])),
    'look': lambda world, thing, st: world.look(thing),
    'link': lambda world, greenlet, st: greenlet.link(spawned_link(world, st)),
    'linkValue': lambda world, greenlet, st: greenlet.link_value(spawned_link(world, st)),
    'linkException': lambda world, greenlet, st: greenlet.link_exception(spawned_link(world, st)),
    'rawlink': lambda world, thing, st: thing.rawlink(
        linked(world, st, lambda source: world.note(f'rawlink {world.show(source)}'))
    ),
    'linkResult': lambda world, greenlet, st: greenlet.link(world.things[st['to']]),
    'set': lambda world, event, st: event.set(),
    'clear': lambda world, event, st: event.clear(),
    'release': lambda world, lock, st: lock.release(),
    'taskDone': lambda world, queue, st: queue.task_done(),
    'getNowait': lambda world, queue, st: queue.get_nowait(),
    'peekNowait': lambda world, queue, st: queue.peek_nowait(),
    'setResult': lambda world, result, st: result.set(st['value']),
    'putNowait': lambda world, queue, st: queue.put_nowait(st['value']),
    'fail': lambda world, result, st: result.set_exception(ValueError('failed')),
    'resultNow': lambda world, result, st: result.get_nowait(),
    'cancelTimeout': lambda world, timeout, st: timeout.cancel(),
    'startTimeout': lambda world, _, st: start_timeout(world, st),
}


def start_timeout(world, st):
    world.named(f'timeout{st["id"]}', gevent.Timeout.start_new(st['delay'], instead_of(st['instead'])))
