# A greenlet that is killed before it has begun never begins: its end is the exception. To kill is to wait, but
# not for that.
import gevent
from say import say


def work(name):
    say(name, 'runs')


def report(greenlet):
    say('link', type(greenlet.value).__name__, greenlet.exception)


plain = gevent.spawn(work, 'plain')
plain.link(report)
plain.kill()
say('plain', plain.dead, plain.ready(), plain.successful(), type(plain.value).__name__)
failed = gevent.spawn(work, 'failed')
failed.link(report)
failed.kill(ValueError('own'), block=False)
say('failed', failed.dead, failed.successful(), failed.exception)
unstarted = gevent.Greenlet(work, 'unstarted')
unstarted.link(report)
unstarted.kill()
unstarted.start()
say('unstarted', unstarted.dead, unstarted.started, type(unstarted.value).__name__)
later = gevent.spawn_later(1, work, 'later')
raw = gevent.spawn_raw(work, 'raw')
gevent.killall([later, gevent.spawn(work, 'of several')])
gevent.kill(raw)
say('main sleeps')
gevent.sleep(2)
say(later.ready(), raw.dead)
say(type(plain.get()).__name__)
try:
    failed.get()
except ValueError as error:
    say('caught', error)
