"""The errors that programs raise and catch.

Counterpart: errors.ts.
"""

import asyncio


class Oops(Exception):
    pass


ERRORS = {
    'ValueError': lambda: ValueError('v'),
    'Oops': lambda: Oops('o', 1),
    'RuntimeError': lambda: RuntimeError('r'),
    'TimeoutError': lambda: TimeoutError(),
    'CancelledError': lambda: asyncio.CancelledError('own'),
    'SystemExit': lambda: SystemExit(3),
    'KeyboardInterrupt': lambda: KeyboardInterrupt(),
}
CATCHES = {'CancelledError': asyncio.CancelledError, 'Exception': Exception, 'BaseException': BaseException}
