# map gives results in order, imap as they come in order, imap_unordered as they come: so many at a time.
import gevent
from gevent.pool import Group, Pool
from say import say


def work(n):
    say('begins', n)
    gevent.sleep(n)
    if n == 5:
        raise ValueError('five')
    return n * 10


pool = Pool(2)
say('map', pool.map(work, [3, 1, 2]))
for result in pool.imap(work, [3, 1, 2]):
    say('imap', result)
for result in pool.imap_unordered(work, [3, 1, 2]):
    say('unordered', result)
for result in Group().imap_unordered(work, [2, 1, 3, 4], maxsize=1):
    say('bounded', result)
    gevent.sleep(2)
say('two iterables', list(Group().imap(lambda a, b: a + b, [1, 2, 3], [10, 20])))
try:
    pool.map(work, [1, 5, 2])
except ValueError as error:
    say('map', error, len(pool))
results = pool.imap(work, [1, 5, 2])
for _ in range(3):
    try:
        say('imap', next(results))
    except ValueError as error:
        say('imap', error)
say('apply', pool.apply(work, (1,)))
inner = pool.spawn(lambda: pool.apply(work, (2,)))
say('apply in the pool', inner.get(), len(pool))
greenlet = pool.apply_async(work, (1,), callback=lambda result: say('callback', result))
say('async', greenlet.get())
pool.map_async(work, [1, 2], callback=lambda results: say('callback', results)).join()
