# A greenlet with a timeout that is killed, one whose timeout is never cancelled, and one that catches what it
# should not.
import gevent
from gevent import Timeout
from say import say


def careful(name):
    with Timeout(2) as timeout:
        try:
            gevent.sleep(10)
        finally:
            say(name, 'leaves', timeout.pending)


def careless(name):
    Timeout.start_new(2)
    gevent.sleep(1)
    say(name, 'ends')


def greedy(name):
    with Timeout(1):
        try:
            gevent.sleep(10)
        except BaseException as error:
            say(name, 'swallows', error)
        gevent.sleep(1)
    say(name, 'goes on')


a = gevent.spawn(careful, 'a')
b = gevent.spawn(careless, 'b')
c = gevent.spawn(greedy, 'c')
d = gevent.spawn(careful, 'd')
gevent.sleep(0.5)
a.kill()
say('a', a.successful(), a.exception)
gevent.joinall([b, c])
say('b', b.successful(), 'c', c.successful())
try:
    d.get()
except Timeout as error:
    say('d', error, d.exception is error, d.successful())
try:
    gevent.spawn(careful, 'e').get(timeout=1)
except Timeout as error:
    say('main', error)
gevent.sleep(5)
