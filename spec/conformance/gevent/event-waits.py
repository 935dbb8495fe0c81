# An event wakes all who wait, even if it is cleared before they run; who waits too long is told so; who comes
# late waits his turn.
import gevent
from gevent.event import Event
from say import say

event = Event()


def waiter(name, timeout=None):
    say(name, event.wait(timeout), event.is_set())


def pulse():
    gevent.sleep(1)
    say('pulse')
    event.set()
    event.clear()
    gevent.sleep(1)
    say('set')
    event.set()
    waiter('setter')
    waiter('setter again')


gevent.spawn(waiter, 'a')
gevent.spawn(waiter, 'b', 0.5)
gevent.spawn(waiter, 'c', 1)
gevent.spawn(pulse)
waiter('main', 0)
waiter('main', 1.5)
gevent.spawn(waiter, 'd')
gevent.spawn(waiter, 'e', 0.25)
killed = gevent.spawn(waiter, 'killed')
gevent.sleep(0.25)
killed.kill()
waiter('main')
say(event.ready(), event.is_set(), event.linkcount())
event.clear()
waiter('main', 1)
gevent.sleep(1)
