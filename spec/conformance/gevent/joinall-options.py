# joinall gives those that have ended, in the order in which they did: all, some, those within a time; or it
# throws.
import gevent
from say import say


def work(seconds):
    gevent.sleep(seconds)
    if seconds == 2:
        raise ValueError('two')
    return seconds


def spawn():
    return [gevent.spawn(work, seconds) for seconds in (3, 1, 2)]


def values(greenlets):
    return [each.value for each in greenlets]


say('all', values(gevent.joinall(spawn())))
say('count', values(gevent.joinall(spawn(), count=1)))
say('timeout', values(gevent.joinall(spawn(), timeout=2.5)))
greenlets = spawn()
try:
    gevent.joinall(greenlets, raise_error=True)
except ValueError as error:
    say('raised', error, [each.ready() for each in greenlets])
say('rest', values(gevent.joinall(greenlets)))
say('again', values(gevent.joinall(greenlets, timeout=0)))
say('none', gevent.joinall([]))
say('no time', values(gevent.joinall(spawn(), timeout=0)))
say('count is too high', values(gevent.joinall(spawn()[:2], count=5)))
