# What a greenlet returns, or throws, is for whoever gets it, as often as he likes.
import gevent
from say import say


def add(a, b):
    gevent.sleep(a)
    return a + b


def fail(text):
    gevent.sleep(1)
    raise ValueError(text)


def asker(greenlet):
    try:
        say('asker got', greenlet.get())
    except ValueError as error:
        say('asker caught', error)


sum = gevent.spawn(add, 2, 3)
bad = gevent.spawn(fail, 'no')
askers = [gevent.spawn(asker, sum), gevent.spawn(asker, bad)]
for block, timeout in [(False, None), (True, 1.5)]:
    try:
        sum.get(block=block, timeout=timeout)
    except gevent.Timeout as error:
        say(error)
say(sum.get(), sum.value, sum.successful(), sum.exception)
try:
    bad.get()
except ValueError as error:
    say('main caught', error, bad.exception is error)
say(bad.value, bad.successful(), bad.ready(), bad.dead)
gevent.joinall(askers)
say(sum.get(block=False))
