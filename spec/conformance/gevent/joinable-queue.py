# A joinable queue is done when the work on all that was put in is; who joins it may wait for only so long.
import gevent
from gevent.queue import JoinableQueue
from say import say

queue = JoinableQueue(3)


def worker(name):
    while True:
        job = queue.get()
        gevent.sleep(job)
        say(name, 'did', job, queue.unfinished_tasks)
        queue.task_done()


def joiner():
    say('joined', queue.join())


say(queue.join())
workers = [gevent.spawn(worker, name) for name in 'ab']
for job in 2, 1, 3, 1, 2:
    queue.put(job)
say('all are in', queue.unfinished_tasks)
gevent.spawn(joiner)
say(queue.join(timeout=1))
say(queue.join(), queue.unfinished_tasks)
try:
    queue.task_done()
except ValueError as error:
    say(error)
queue.put(1)
say(queue.join(0), queue.join())
full = JoinableQueue(items=[1, 2])
say(full.unfinished_tasks, full.qsize())
for _ in range(2):
    full.get()
    full.task_done()
say(full.join())
