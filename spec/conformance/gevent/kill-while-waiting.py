# A greenlet that is killed is thrown GreenletExit where it waits, or another exception. It may clean up, catch
# it, and go on.
import gevent
from gevent import GreenletExit
from say import say


def worker(name, swallow=False):
    try:
        gevent.sleep(10)
    except GreenletExit as error:
        say(name, 'is to end', error.args)
        gevent.sleep(1)
        if not swallow:
            raise
    except ValueError as error:
        say(name, 'caught', error)
        raise
    finally:
        say(name, 'cleans up')
    return f'{name} went on'


def killer(greenlet):
    greenlet.kill()
    say('killer is done')


a, b, c, d = [gevent.spawn(worker, name, name == 'b') for name in 'abcd']
gevent.sleep(1)
gevent.spawn(killer, a)
a.kill()
say('a', type(a.value).__name__, a.successful())
b.kill(block=False)
say('b is alive', b.ready())
b.kill(timeout=0.5)
say('b is alive', b.ready())
b.join()
say('b', b.value)
c.kill(ValueError('own'))
say('c', c.value, c.exception)
d.kill(GreenletExit('bye'))
say('d', d.value.args)
d.kill()
say(d.dead, d.ready())
