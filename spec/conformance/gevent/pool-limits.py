# A pool has room for so many: to spawn one more is to wait, or to be told that it is full.
import gevent
from gevent.pool import Pool, PoolFull
from say import say

pool = Pool(2)


def work(name, seconds):
    say(name, 'begins', len(pool), pool.free_count())
    gevent.sleep(seconds)
    say(name, 'ends')
    return name


def spawner():
    pool.spawn(work, 'from a greenlet', 1)
    say('spawner is done')


say(pool.size, pool.full(), pool.free_count(), pool.wait_available())
for name, seconds in ('a', 2), ('b', 1), ('c', 1), ('d', 3), ('e', 2):
    greenlet = pool.spawn(work, name, seconds)
    say('spawned', name, greenlet in pool, pool.full())
gevent.spawn(spawner)
extra = gevent.Greenlet(work, 'extra', 1)
for blocking, timeout in (False, None), (True, 0.25):
    try:
        pool.add(extra, blocking=blocking, timeout=timeout)
    except PoolFull as error:
        say(error, extra in pool)
say(pool.join(timeout=0.25), len(pool))
say(pool.wait_available(), len(pool))
say(pool.join(), len(pool), extra.started)
pool.spawn(work, 'killed', 10)
gevent.sleep(0)
pool.kill()
say(len(pool), pool.free_count(), pool.join())
try:
    Pool(-1)
except ValueError as error:
    say(error)
