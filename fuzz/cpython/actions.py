"""What statements do that do not suspend.

Each function is given the world, what the statement names, and the statement. Counterpart: actions.ts.
"""

import asyncio
import contextvars

from callbacks import callback_for, find_callback
from errors import ERRORS
from show import look

variable = contextvars.ContextVar('variable', default=0)


def call_soon(world, st):
    options = {'context': world.contexts[st['context']]} if 'context' in st else {}
    world.loop.call_soon(world.run_actions, st['body'], 'soon', **options)


def call_later(world, st):
    world.things[f'timer{st["id"]}'] = world.loop.call_later(st['delay'], world.run_actions, st['body'], 'later')


def make(world, st, make):
    world.things[f'g{st["id"]}'] = make(world.operands(st))


def reschedule(world, timeout, st):
    timeout.reschedule(None if st['delay'] is None else world.loop.now + st['delay'])


def count(world, st):
    world.counter += st['by']
    return world.counter


ACTIONS = {
    'set': lambda w, f, st: f.set_result(st['value']),
    'fail': lambda w, f, st: f.set_exception(ERRORS[st['error']]()),
    'cancel': lambda w, f, st: f.cancel(st['message']) if 'message' in st else f.cancel(),
    'uncancel': lambda w, t, st: t.uncancel(),
    'onDone': lambda w, f, st: f.add_done_callback(callback_for(w, st)),
    'offDone': lambda w, f, st: f.remove_done_callback(find_callback(w, st)),
    'callSoon': lambda w, _, st: call_soon(w, st),
    'callLater': lambda w, _, st: call_later(w, st),
    'cancelTimer': lambda w, timer, st: timer.cancel(),
    'spawn': lambda w, _, st: w.spawn(st),
    'groupTask': lambda w, group, st: w.spawn(st, group.create_task),
    'makeGather': lambda w, _, st: make(w, st, lambda o: asyncio.gather(*o, return_exceptions=st['returnExceptions'])),
    'makeShield': lambda w, _, st: make(w, st, lambda o: asyncio.shield(o[0])),
    'reschedule': lambda w, timeout, st: reschedule(w, timeout, st),
    'setVar': lambda w, _, st: variable.set(st['value']) and None,
    'getVar': lambda w, _, st: variable.get(),
    'info': lambda w, _, st: w.info(),
    'stop': lambda w, _, st: w.loop.stop(),
    'result': lambda w, future, st: future.result(),
    'exception': lambda w, future, st: future.exception(),
    'look': lambda w, thing, st: look(thing),
    'count': lambda w, _, st: count(w, st),
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
