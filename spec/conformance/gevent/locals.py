# What is set on a local is seen only by the greenlet that has set it.
import gevent
from gevent.local import local
from say import say

stash = local()


def worker(name):
    say(name, 'finds', getattr(stash, 'user', None))
    stash.user = name
    gevent.sleep(1)
    stash.tries = getattr(stash, 'tries', 0) + 1
    say(name, 'finds', stash.user, stash.tries, sorted(vars(stash)))
    del stash.user
    say(name, 'has a user:', hasattr(stash, 'user'))


stash.user = 'main'
gevent.joinall([gevent.spawn(worker, name) for name in ('ann', 'bob')])
say('main finds', stash.user, sorted(vars(stash)))
