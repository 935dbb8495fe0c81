# A greenlet that is to be started later may be joined, killed before, or started only once.
import gevent
from say import say


def work(name):
    say(name, 'begins')
    gevent.sleep(1)
    return name


first = gevent.spawn_later(2, work, 'first')
second = gevent.spawn_later(1, work, 'second')
third = gevent.Greenlet(work, 'third')
say(third.started, third.ready(), third.dead)
third.start()
third.start_later(5)
say(third.started, first.started, first.ready())
killed = gevent.spawn_later(1, work, 'killed')
gevent.sleep(0.5)
killed.kill()
say('killed:', killed.dead, killed.ready(), killed.successful(), type(killed.value).__name__)
gevent.joinall([first, second, third])
say(first.get(), second.value, third.value)
third.start()
say(third.ready(), third.started)
