# A group is joined, or killed, as one; a greenlet that ends, or is taken out, is of it no more.
import gevent
from gevent.pool import Group
from say import say


def work(name, seconds, stubborn=False):
    try:
        gevent.sleep(seconds)
        if seconds == 2:
            raise ValueError(name)
    except gevent.GreenletExit:
        say(name, 'is to end')
        if not stubborn:
            raise
        gevent.sleep(1)
        group.spawn(work, 'another', 10)
    say(name, 'ends')


group = Group()
a, b = group.spawn(work, 'a', 1), group.spawn(work, 'b', 2)
outside = gevent.Greenlet(work, 'outside', 1)
group.start(outside)
say(len(group), a in group, group.join(timeout=0.5))
group.discard(outside)
say(len(group), outside in group)
try:
    group.join(raise_error=True)
except ValueError as error:
    say('raised', error, len(group))
group.spawn(work, 'c', 10, True)
gevent.sleep(1)
group.killone(gevent.spawn(work, 'not of it', 0))
group.kill(timeout=0.5)
say('after the timeout', len(group))
group.kill()
say('killed', len(group), group.join())
group.spawn(work, 'f', 10)
gevent.sleep(0)
group.kill(block=False)
say('not waited for', len(group))
gevent.sleep(0)
say('later', len(group))
