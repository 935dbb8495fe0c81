# iwait gives each as it becomes ready, and what has become so while nobody asked without waiting.
# wait without anything to wait for lets all run to their end.
import gevent
from gevent.event import AsyncResult, Event
from say import say


def work(name, seconds):
    gevent.sleep(seconds)
    return name


greenlets = [gevent.spawn(work, name, seconds) for name, seconds in (('c', 3), ('a', 1), ('b', 2))]
for greenlet in gevent.iwait(greenlets):
    say('first', greenlet.value)
    gevent.sleep(1.5)

event, result = Event(), AsyncResult()
slow = gevent.spawn(work, 'slow', 4)
gevent.spawn_later(1, result.set, 'result')
gevent.spawn_later(2, event.set)
for ready in gevent.iwait([slow, event, result], timeout=3):
    say('second', type(ready).__name__)
say('after the timeout', slow.ready())


def waiter():
    say('in a greenlet', [each.value for each in gevent.wait([slow, result], count=1)])
    say('in a greenlet', [each.value for each in gevent.wait([slow, result])])


gevent.spawn(waiter)
say('main waits', gevent.wait(timeout=0.5))
gevent.spawn(gevent.sleep, 10)
say('main waits', gevent.wait())
say('nothing left', gevent.wait(), gevent.wait(timeout=1))
