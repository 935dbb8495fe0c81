# To go through a queue is to get until StopIteration comes, which ends it for one only. A queue may be looked
# into, and copied.
import gevent
from gevent.queue import LifoQueue, PriorityQueue, Queue
from say import say


def consumer(name, queue):
    for item in queue:
        say(name, item)
        gevent.sleep(1)
    say(name, 'ends')


queue = Queue(items=[1, 2, 3])
copy = queue.copy()
copy.put(StopIteration)
greenlets = [gevent.spawn(consumer, 'a', queue), gevent.spawn(consumer, 'b', queue)]
for item in copy:
    say('main', item)
say('queue', queue.qsize(), 'copy', copy.qsize())
gevent.sleep(3)
queue.put(4)
queue.put(StopIteration)
gevent.joinall(greenlets, count=1)
say([each.ready() for each in greenlets])
gevent.spawn_later(1, queue.put, StopIteration)
gevent.joinall(greenlets)
for kind in Queue, LifoQueue, PriorityQueue:
    queue = kind()
    for n in 3, 1, 2:
        queue.put(n)
    say(kind.__name__, queue.peek(), [queue.get() for _ in range(3)], queue.empty())


def peeker(queue):
    say('peeked', queue.peek(), queue.qsize())
    say('got', queue.get(), queue.qsize())


for queue in Queue(1), PriorityQueue(1):
    greenlets = [gevent.spawn(peeker, queue), gevent.spawn(peeker, queue)]
    gevent.sleep(0)
    queue.put('first')
    queue.put('second')
    gevent.joinall(greenlets)
