"""How values, errors and things are shown in a trace.

Counterpart: format.ts, which says the same.
"""

import asyncio
import re


def show(value):
    if isinstance(value, BaseException):
        return show_error(value)
    if isinstance(value, (list, tuple)):
        return '[' + ', '.join(map(show, value)) + ']'
    if isinstance(value, float):
        return '%g' % value
    return str(value)


def show_error(error):
    name = type(error).__name__
    args = ', '.join(map(show, error.args))
    if name == 'RuntimeError':
        args = args.split('<')[0]  # the rest is a repr, with an address in it
    cause = '' if error.__cause__ is None else ' from ' + show_error(error.__cause__)
    return f'{name}({args}){cause}'


def state(future):
    if not future.done():
        return 'pending'
    if future.cancelled():
        return 'cancelled'
    error = future._exception  # exception() would count as retrieving it
    return '! ' + show_error(error) if error is not None else '-> ' + show(future._result)


ADDRESS = re.compile(r' object at 0x\w+')
WHOLE = re.compile(r'(\d)\.0\b')  # JavaScript knows no 1.0


def look(thing):
    if asyncio.isfuture(thing):
        asked = f' c{thing.cancelling()}' if isinstance(thing, asyncio.Task) else ''
        return state(thing) + asked + (' unretrieved' if thing._log_traceback else '')
    if isinstance(thing, asyncio.TimerHandle):
        return f'{thing.when():g} {thing.cancelled()}'
    if isinstance(thing, asyncio.Queue):
        return str(thing)
    shown = ADDRESS.sub('', repr(thing)).replace('asyncio.locks.', '')
    return WHOLE.sub(r'\1', shown)
