# An error that nobody catches ends its greenlet, is printed, and harms nobody else; what is to end the program
# goes to main.
import gevent
from say import say


def fails(seconds, error):
    gevent.sleep(seconds)
    raise error


def works():
    for i in range(4):
        gevent.sleep(1)
        say('works', i)


worker = gevent.spawn(works)
failing = gevent.spawn(fails, 0.5, ValueError('first'))
gevent.spawn_raw(fails, 1.5, ValueError('raw'))
gevent.spawn(fails, 0, gevent.GreenletExit())
gevent.sleep(1.75)
say(failing.exception, failing.dead)
leaving = gevent.spawn(fails, 0.5, SystemExit(3))
leaving.link(lambda greenlet: say('link', type(greenlet.exception).__name__))
try:
    worker.join()
except SystemExit as error:
    say('SystemExit', error.code, leaving.ready(), worker.ready())
gevent.spawn_raw(fails, 0.25, SystemExit(4))
try:
    worker.join()
except SystemExit as error:
    say('SystemExit', error.code)
worker.join()
say('worker has ended')
