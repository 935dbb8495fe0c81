# A queue that is full makes who puts wait, one that is empty who gets: both are served in the order in which they
# came.
import gevent
from gevent.queue import Queue
from say import say

queue = Queue(2)


def producer(name, count, pause):
    for i in range(count):
        queue.put(f'{name}{i}')
        say(name, 'put', i, queue.qsize(), queue.full())
        gevent.sleep(pause)


def consumer(name, pause):
    while True:
        item = queue.get()
        say(name, 'got', item, queue.qsize())
        gevent.sleep(pause)


say(queue.maxsize, queue.empty(), queue.full())
greenlets = [
    gevent.spawn(consumer, 'x', 1.5),
    gevent.spawn(producer, 'a', 4, 0),
    gevent.spawn(producer, 'b', 3, 1),
    gevent.spawn(consumer, 'y', 4),
    gevent.spawn(consumer, 'z', 0.75),
    gevent.spawn(producer, 'c', 3, 0),
]
gevent.sleep(0)
say('main gets', queue.get())
queue.put('main')
say('main has put')
gevent.sleep(20)
gevent.killall(greenlets)
say(queue.qsize(), [each.ready() for each in greenlets])
