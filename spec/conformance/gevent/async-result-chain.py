# An AsyncResult hands a value, or an exception, to all who wait for it; results may be made of others.
import gevent
from gevent.event import AsyncResult
from say import say


def plus_one(source, target):
    try:
        target.set(source.get() + 1)
    except Exception as error:
        target.set_exception(error)


def chain():
    results = [AsyncResult() for _ in range(4)]
    for source, target in zip(results, results[1:]):
        gevent.spawn(plus_one, source, target)
    return results[0], results[-1]


first, last = chain()
say(first.ready(), first.value, first.successful())
for timeout in 0, 1:
    try:
        last.get(timeout=timeout)
    except gevent.Timeout as error:
        say(error)
say(last.wait(timeout=1), last.ready())
gevent.spawn_later(1, first.set, 1)
say(last.get(), first.value, last.successful())
say(last.get(), last.get_nowait(), last.wait())
first, last = chain()
try:
    first.get_nowait()
except gevent.Timeout as error:
    say('nowait', type(error).__name__)
first.set_exception(ValueError('no'))
try:
    last.get()
except ValueError as error:
    say('caught', error, last.exception, last.wait(), last.ready(), last.successful())
