# A semaphore serves those who wait in their order; but who comes when there is a permit takes it, before those
# are told.
import gevent
from gevent.lock import BoundedSemaphore, RLock, Semaphore
from say import say

semaphore = Semaphore(2)


def user(name, seconds, timeout=None):
    taken = semaphore.acquire(timeout=timeout)
    say(name, taken, semaphore.counter, semaphore.locked())
    if taken:
        gevent.sleep(seconds)
        say(name, 'releases', semaphore.release())


def watcher(name):
    say(name, semaphore.wait())


greenlets = [gevent.spawn(user, name, seconds) for name, seconds in (('a', 2), ('b', 1), ('c', 1), ('d', 0))]
greenlets.append(gevent.spawn(user, 'e', 1, 0.5))
greenlets.append(gevent.spawn(watcher, 'watcher'))
gevent.sleep(0)
say('main', semaphore.acquire(blocking=False), semaphore.acquire(timeout=0.25), semaphore.wait(timeout=0))
killed = gevent.spawn(user, 'killed', 1)
gevent.sleep(0)
killed.kill()
user('main', 1)
gevent.joinall(greenlets)
for _ in range(2):
    semaphore.release()
say('main', semaphore.acquire(), semaphore.counter, semaphore.wait())
bounded = BoundedSemaphore(1)
bounded.acquire()
bounded.release()
try:
    bounded.release()
except ValueError as error:
    say(error)
lock = RLock()


def locker(name):
    lock.acquire()
    lock.acquire()
    gevent.sleep(1)
    lock.release()
    say(name, 'has it still', bool(lock.acquire(blocking=False)))
    lock.release()
    lock.release()


gevent.joinall([gevent.spawn(locker, 'f'), gevent.spawn(locker, 'g')])
