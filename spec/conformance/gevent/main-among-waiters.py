# Main is told in its turn, as any greenlet is: those who come after it go on when main waits again.
import gevent
from gevent.event import Event
from say import say


def waiter(name, event):
    event.wait()
    say(name, 'goes on')
    gevent.sleep(0)
    say(name, 'ends')


event = Event()
gevent.spawn(waiter, 'a', event)
gevent.spawn(waiter, 'b', event)
gevent.sleep(0)
gevent.spawn(waiter, 'c', event)
gevent.spawn_later(1, event.set)
event.wait()
say('main goes on')
gevent.spawn(say, 'spawned')
event.clear()
gevent.spawn(waiter, 'd', event)
event.rawlink(lambda event: say('rawlink'))
gevent.sleep(0)
say('main again')
event.set()
say('main has set it', event.wait())
gevent.sleep(1)

worker = gevent.spawn(gevent.sleep, 1)
for name in 'ef':
    worker.link(lambda greenlet, name=name: say(name))
    worker.join() if name == 'e' else None
    say('main after', name)
gevent.sleep(1)
