"""What statements wait for that wait once.

Counterpart: waits.ts, in the same order.
"""

import gevent
from actions import weapon_of
from greenlet import greenlet

WAITS = {
    'sleep': lambda world, _, st: gevent.sleep(st['delay']),
    'waitFor': lambda world, event, st: event.wait(st['timeout']),
    'join': lambda world, thing, st: thing.join(st['timeout']),
    'poolAvailable': lambda world, pool, st: pool.wait_available(st['timeout']),
    'acquire': lambda world, lock, st: bool(lock.acquire(st['block'], st['timeout'])),  # an RLock gives 1
    'get': lambda world, thing, st: thing.get(st['block'], st['timeout']),
    'peek': lambda world, queue, st: queue.peek(st['block'], st['timeout']),
    'put': lambda world, queue, st: queue.put(st['value'], st['block'], st['timeout']),
    'kill': lambda world, thing, st: thing.kill(weapon_of(st['weapon']), st['block'], st['timeout']),
    'killall': lambda world, _, st: gevent.killall(
        world.those(st['those']), weapon_of(st['weapon']), st['block'], st['timeout']
    ),
    'joinall': lambda world, _, st: gevent.joinall(
        world.those(st['those']), st['timeout'], st['raises'], st['count']
    ),
    'waitAll': lambda world, _, st: gevent.wait(world.those(st['those']), st['timeout'], st['count']),
    'waitEnd': lambda world, _, st: gevent.wait(None, st['timeout']),
    'poolSpawn': lambda world, _, st: world.things['pool0'].spawn(world.runner(f'g{st["id"]}', st['body'])),
    'poolJoin': lambda world, pool, st: pool.join(st['timeout'], st['raises']),
    'apply': lambda world, pool, st: pool.apply(world.call, [st['delay']]),
    'map': lambda world, pool, st: pool.map(world.call, st['delays']),
    'switchTo': lambda world, _, st: world.named(
        f'inner{st["id"]}', greenlet(world.runner(f'inner{st["id"]}', st['body']))
    ).switch(),
}
