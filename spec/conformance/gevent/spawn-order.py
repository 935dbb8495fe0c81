# A greenlet begins when main waits, after all that was spawned before it; one that is spawned by another comes
# after those.
# To sleep for no time lets all others have their turn; a timer has its turn when none of them wants one.
import gevent
from say import say


def turns(name, count):
    for i in range(count):
        say(name, i)
        gevent.sleep(0)
    say(name, 'ends')


def parent():
    say('parent')
    gevent.spawn(turns, 'child', 2)
    gevent.sleep()
    say('parent again')


def late(seconds):
    say('late', seconds)


gevent.spawn_later(0, late, 0)
gevent.spawn_later(1, late, 1)
a = gevent.spawn(turns, 'a', 3)
p = gevent.spawn(parent)
b = gevent.spawn(turns, 'b', 2)
say('main', a.started, a.ready(), a.dead)
gevent.sleep(0)
say('main again', a.started, a.ready(), p.ready())
gevent.sleep(2)
say('main', a.started, a.ready(), a.dead, a.value)
