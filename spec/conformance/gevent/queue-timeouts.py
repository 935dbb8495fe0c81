# Who waits for a queue may give up, or be killed there: the next in line is served.
import gevent
from gevent.queue import Empty, Full, Queue
from say import say

queue = Queue(1)


def getter(name, timeout=None, block=True):
    try:
        say(name, 'got', queue.get(block, timeout))
    except Empty as error:
        say(name, error)


def putter(name, timeout=None, block=True):
    try:
        queue.put(name, block, timeout)
        say(name, 'put')
    except Full as error:
        say(name, error)


getter('a', 1)
getter('b', 0)
getter('c', None, False)
gevent.spawn(getter, 'd', 0.5)
killed = gevent.spawn(getter, 'killed')
gevent.spawn(getter, 'e')
gevent.sleep(0.25)
killed.kill()
gevent.sleep(0.5)
putter('f')
putter('g', 1)
putter('h', 1)
putter('i', None, False)
gevent.spawn(putter, 'j', 1)
killed = gevent.spawn(putter, 'killed')
gevent.spawn(putter, 'k')
gevent.sleep(0.5)
killed.kill()
gevent.sleep(1)
say(queue.get_nowait(), queue.qsize())
getter('main')
for method in queue.get_nowait, lambda: (queue.put_nowait(1), queue.put_nowait(2)), queue.peek:
    try:
        say(method())
    except (Empty, Full) as error:
        say(error)
