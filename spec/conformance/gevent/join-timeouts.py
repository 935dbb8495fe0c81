# To join waits for an end, but not longer than it is told to; it tells nothing, and throws nothing that is the
# greenlet's.
import gevent
from say import say


def work(seconds):
    gevent.sleep(seconds)
    say('worked', seconds)
    if seconds == 3:
        raise KeyError('three')


def joiner(name, greenlet, timeout):
    greenlet.join(timeout)
    say(name, 'joined', greenlet.ready())


two, three = gevent.spawn(work, 2), gevent.spawn(work, 3)
gevent.spawn(joiner, 'a', two, None)
gevent.spawn(joiner, 'b', two, 1)
gevent.spawn(joiner, 'c', two, 2)
gevent.spawn(joiner, 'd', three, 0)
two.join(timeout=0)
say('main', two.ready())
two.join(1.5)
say('main', two.ready())
two.join()
say('main', two.ready())
three.join()
say('main', three.ready(), three.exception)
three.join()
two.join(0)
gevent.sleep(0)
