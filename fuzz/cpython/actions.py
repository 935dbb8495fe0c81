"""What statements do that do not suspend, and how things are made that need only be named.

Each function is given the world, what the statement names, and the statement. Counterpart: actions.ts.
"""

import asyncio
import contextvars

from errors import ERRORS
from show import look

variable = contextvars.ContextVar('variable', default=0)

MAKERS = {
    'f': lambda w, name: w.loop.create_future(),
    'lock': lambda w, name: asyncio.Lock(),
    'sem': lambda w, name: asyncio.Semaphore(w.size(name)),
    'bounded': lambda w, name: asyncio.BoundedSemaphore(w.size(name)),
    'cond': lambda w, name: asyncio.Condition(w.thing('lock0') if name == 'cond1' else None),
    'event': lambda w, name: asyncio.Event(),
    'queue': lambda w, name: asyncio.Queue(w.size(name)),
    'lifo': lambda w, name: asyncio.LifoQueue(w.size(name)),
    'prio': lambda w, name: asyncio.PriorityQueue(w.size(name)),
    'barrier': lambda w, name: asyncio.Barrier(w.size(name)),
}

ACTIONS = {
    'set': lambda w, f, st: f.set_result(st['value']),
    'fail': lambda w, f, st: f.set_exception(ERRORS[st['error']]()),
    'cancel': lambda w, f, st: f.cancel(st['message']) if 'message' in st else f.cancel(),
    'uncancel': lambda w, t, st: t.uncancel(),
    'onDone': lambda w, f, st: w.on_done(f, st),
    'offDone': lambda w, f, st: f.remove_done_callback(w.callbacks.get((st['on'], st['key']))),
    'callSoon': lambda w, _, st: w.call_soon(st),
    'callLater': lambda w, _, st: w.call_later(st),
    'cancelTimer': lambda w, timer, st: timer.cancel(),
    'spawn': lambda w, _, st: w.spawn(st),
    'groupTask': lambda w, group, st: w.spawn(st, group.create_task),
    'makeGather': lambda w, _, st: w.make(st, lambda o: asyncio.gather(*o, return_exceptions=st['returnExceptions'])),
    'makeShield': lambda w, _, st: w.make(st, lambda o: asyncio.shield(o[0])),
    'reschedule': lambda w, timeout, st: w.reschedule(timeout, st),
    'setVar': lambda w, _, st: variable.set(st['value']) and None,
    'getVar': lambda w, _, st: variable.get(),
    'info': lambda w, _, st: w.info(),
    'stop': lambda w, _, st: w.loop.stop(),
    'result': lambda w, future, st: future.result(),
    'exception': lambda w, future, st: future.exception(),
    'look': lambda w, thing, st: look(thing),
    'count': lambda w, _, st: w.count(st),
    'eventSet': lambda w, event, st: event.set(),
    'eventClear': lambda w, event, st: event.clear(),
    'release': lambda w, lock, st: lock.release(),
    'notify': lambda w, condition, st: condition.notify(st['value']),
    'notifyAll': lambda w, condition, st: condition.notify_all(),
    'putNowait': lambda w, queue, st: queue.put_nowait(st['value']),
    'getNowait': lambda w, queue, st: queue.get_nowait(),
    'taskDone': lambda w, queue, st: queue.task_done(),
    'shutdown': lambda w, queue, st: queue.shutdown(st['immediate']),
}
