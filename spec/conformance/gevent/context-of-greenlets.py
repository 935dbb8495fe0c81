# Each greenlet has a context of its own, which is empty at first, whoever spawned it; what it sets stays there.
import contextvars

import gevent
from say import say

variable = contextvars.ContextVar('variable', default='default')


def work(name, value):
    say(name, variable.get())
    variable.set(value)
    gevent.sleep(1)
    say(name, variable.get())
    return gevent.spawn(child, name)


def child(name):
    say(name, 'child', variable.get())


variable.set('main')
greenlets = [gevent.spawn(work, name, name * 2) for name in 'ab']
gevent.joinall(greenlets)
say('main', variable.get())
for greenlet in greenlets:
    greenlet.get().join()
greenlets[0].link(lambda greenlet: say('link', variable.get()))
greenlets[0].rawlink(lambda greenlet: say('rawlink', variable.get()))
gevent.sleep(0)
context = contextvars.copy_context()
given = gevent.Greenlet(child, 'given')
given.gr_context = context
given.start()
given.join()
say('main', variable.get())
