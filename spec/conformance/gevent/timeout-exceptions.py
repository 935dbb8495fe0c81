# A timeout throws itself, or what it is given in its place; one given False ends its block, and says nothing.
# with_timeout gives another value instead.
import gevent
from gevent import Timeout
from say import say


def within(timeout, seconds):
    try:
        with timeout:
            gevent.sleep(seconds)
            say('in time')
        say('after the block')
    except (Timeout, ValueError) as error:
        say('caught', error)


def nap(seconds, result='slept'):
    gevent.sleep(seconds)
    return result


within(Timeout(1), 2)
within(Timeout(1, ValueError('own')), 2)
within(Timeout(1, ValueError), 2)
within(Timeout(1, False), 2)
within(Timeout(2, False), 1)
within(Timeout(None), 1)
within(Timeout(0), 1)
within(Timeout(1), 1)
say(gevent.with_timeout(2, nap, 1))
say(gevent.with_timeout(1, nap, 2, timeout_value='late'))
try:
    gevent.with_timeout(1, nap, 2)
except Timeout as error:
    say(error)
outer = Timeout.start_new(1)
try:
    gevent.with_timeout(3, nap, 2, timeout_value='late')
except Timeout as error:
    say(error is outer)
gevent.spawn(within, Timeout(1, False), 2).join()
say(gevent.spawn(gevent.with_timeout, 1, nap, 2, timeout_value='in a greenlet').get())
