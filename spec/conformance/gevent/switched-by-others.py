# Who waits, and is switched to by somebody else than it waits for, is thrown InvalidSwitchError; but
# not where it only gives way.
import gevent
from gevent.event import AsyncResult, Event
from gevent.lock import Semaphore
from gevent.queue import Queue
from say import say

full = Queue(1, ['an item'])


def waiting(name, wait):
    try:
        say(name, 'got', wait())
    except gevent.exceptions.InvalidSwitchError:
        say(name, 'was not to be switched to')


def end_of_another():
    another = gevent.spawn(gevent.sleep, 10)
    another.join()


ways = {
    'sleep': lambda: gevent.sleep(5),
    'give way': lambda: gevent.sleep(0),
    'get': Queue().get,
    'put': lambda: full.put('another'),
    'event': Event().wait,
    'result': AsyncResult().get,
    'semaphore': Semaphore(0).acquire,
    'join': end_of_another,
}
for name, wait in ways.items():
    greenlet = gevent.spawn(waiting, name, wait)
    switcher = gevent.spawn(lambda: greenlet.switch('a value'))
    gevent.sleep(1)
    say('ended:', greenlet.dead, switcher.dead)
    gevent.killall([greenlet, switcher])
say('left in the queue:', full.get())
