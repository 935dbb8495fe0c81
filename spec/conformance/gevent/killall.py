# killall throws in all, one after another, and waits for those that take their time, or not; a Timeout tells that
# it took too long.
import gevent
from say import say


def worker(name, seconds):
    try:
        gevent.sleep(100)
    except gevent.GreenletExit:
        say(name, 'is to end')
        gevent.sleep(seconds)
        say(name, 'ends')
        raise


def spawn(*workers):
    greenlets = [gevent.spawn(worker, name, seconds) for name, seconds in workers]
    gevent.sleep(0)
    return greenlets


gevent.killall(spawn(('a', 2), ('b', 0), ('c', 1)))
say('all have ended')
greenlets = spawn(('d', 1), ('e', 2))
gevent.killall(greenlets, block=False)
say('killed', [each.ready() for each in greenlets])
gevent.joinall(greenlets)
greenlets = spawn(('f', 5), ('g', 1))
try:
    gevent.killall(greenlets, timeout=2)
except gevent.Timeout as error:
    say(error, [each.ready() for each in greenlets])
gevent.killall(greenlets, exception=ValueError('now'))
say([each.exception for each in greenlets])
gevent.killall([])
gevent.killall(greenlets)
say('nothing to kill')
