# time.sleep stops the world until it is patched, and from then on switches, in main as in greenlets.
import time

import gevent
from gevent import monkey
from say import say


def nap(name, seconds):
    time.sleep(seconds)
    say(name, 'napped for', seconds)


def tick():
    for n in range(3):
        gevent.sleep(1)
        say('tick', n)


def everybody():
    greenlets = [gevent.spawn(tick), gevent.spawn(nap, 'ann', 2), gevent.spawn(nap, 'bob', 1)]
    time.sleep(1.5)
    say('main napped')
    gevent.joinall(greenlets)
    say('all are done')


say('the world stands still:')
everybody()

monkey.patch_all()
say('patched:')
everybody()

greenlet = gevent.spawn(say, 'in between')
time.sleep(0)
say('a nap of no time gives way', greenlet.ready())
try:
    with gevent.Timeout(1):
        time.sleep(5)
except gevent.Timeout as error:
    say('a nap can be ended by a', error)
sleeper = gevent.spawn(nap, 'cat', 5)
gevent.sleep(1)
sleeper.kill()
say('and by kill', repr(sleeper.value))
