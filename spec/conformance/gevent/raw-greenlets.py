# Mere greenlets may wait by gevent, too; and one that switches to others by name lives beside those that the hub
# runs.
import gevent
from gevent import getcurrent
from greenlet import greenlet
from say import say


def ping(n):
    while n:
        say('ping', n)
        gevent.sleep(1)
        n = other.switch(n - 1)
    say('ping ends')
    return 'from ping'


def pong(n):
    while True:
        say('pong', n)
        n = first.switch(n)


def beside():
    for i in range(3):
        say('beside', i)
        gevent.sleep(0.75)


gevent.spawn(beside)
first, other = greenlet(ping), greenlet(pong)
say(first.switch(2), first.dead, other.dead)
main = getcurrent()


def back():
    say('switches to main')
    main.switch('by hand')
    say('goes on')


raw = gevent.spawn_raw(back)
say('main got', gevent.get_hub().switch())
gevent.sleep(0)
say(raw.dead)
gevent.kill(raw)
gevent.sleep(1)
say(raw.dead, [type(each.value).__name__ for each in gevent.wait([gevent.spawn(getcurrent)])])
