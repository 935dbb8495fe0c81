# Of timeouts that are one around the other the first that is due is thrown, whoever catches it; the others stay
# pending.
import gevent
from gevent import Timeout
from say import say


def nap(name, *timeouts):
    timers = [Timeout(seconds) for seconds in timeouts]
    for timer in timers:
        timer.start()
    try:
        gevent.sleep(2)
        say(name, 'slept')
    except Timeout as error:
        say(name, error, error is timers[0], [timer.pending for timer in timers])
        try:
            gevent.sleep(3)
        except Timeout as another:
            say(name, another, another is error)
    finally:
        for timer in timers:
            timer.cancel()
    say(name, [timer.pending for timer in timers])


def within(seconds, inner):
    try:
        with Timeout(seconds):
            with Timeout(inner):
                gevent.sleep(4)
    except Timeout as error:
        say(seconds, inner, error)


greenlets = [gevent.spawn(nap, 'a', 1, 3), gevent.spawn(nap, 'b', 3, 1), gevent.spawn(nap, 'c', 5)]
nap('main', 1, 1)
gevent.joinall(greenlets)
within(1, 3)
within(3, 1)
gevent.sleep(10)
again = Timeout.start_new(1)
again.cancel()
Timeout.start_new(again)
try:
    gevent.sleep(5)
except Timeout as error:
    say(error is again, again.pending, again.seconds)
say(str(Timeout()), Timeout(1), Timeout(2.5), Timeout(2, False), Timeout(2, 'too late'), Timeout(2, ValueError('own')))
