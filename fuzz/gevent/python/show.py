"""How values, errors and things are shown in a trace.

Counterpart: show.ts, which says the same.
"""

from gevent import Greenlet, Timeout
from gevent.event import AsyncResult, Event
from gevent.lock import RLock, Semaphore
from gevent.pool import Group, Pool
from gevent.queue import JoinableQueue
from greenlet import greenlet


def show(value, names):
    """Show a value; `names` knows the things of the program, by their ids."""
    if isinstance(value, BaseException) and id(value) not in names:
        return show_error(value)
    if isinstance(value, list):
        return '[' + ', '.join(show(each, names) for each in value) + ']'
    if isinstance(value, float):
        return '%g' % value
    return names.get(id(value)) or str(value)


def show_error(error):
    name = type(error).__name__
    return f'{name}({error})' if name in SPEAKING else name


SPEAKING = {'Timeout', 'ValueError', 'BlockingSwitchOutError'}


def look(thing):
    """What can be asked of a thing without changing it."""
    if isinstance(thing, Greenlet):
        return [thing.dead, thing.ready(), thing.successful(), thing.value, thing.exception, thing.has_links()]
    if isinstance(thing, greenlet):
        return [thing.dead]
    if isinstance(thing, Timeout):
        return [thing.pending, thing.seconds]
    if isinstance(thing, Event):
        return [thing.is_set(), thing.linkcount()]
    if isinstance(thing, AsyncResult):
        return [thing.ready(), thing.successful(), thing.value, thing.exception, thing.linkcount()]
    if isinstance(thing, Semaphore):
        return [thing.counter, thing.locked(), thing.linkcount()]
    if isinstance(thing, RLock):
        return []
    if isinstance(thing, Pool):
        return [len(thing), thing.full(), thing.free_count()]
    if isinstance(thing, Group):
        return [len(thing)]
    queue = [thing.qsize(), thing.empty(), thing.full()]
    return [*queue, thing.unfinished_tasks] if isinstance(thing, JoinableQueue) else queue
