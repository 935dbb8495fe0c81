# Three greenlets sleep at the same time, and come back in the order in which their time is up.
import gevent
from say import say


def sleeper(n, seconds):
    say(f'in func{n}')
    gevent.sleep(seconds)
    say(f'back func{n}')


gevent.joinall([
    gevent.spawn(sleeper, 1, 2),
    gevent.spawn(sleeper, 3, 5),
    gevent.spawn(sleeper, 2, 4),
])
say('all are back')
