"""The line that the programs of this folder print: the time since they began, and words.

Time is shown in hundredths of a second: real time, when run by hand, goes beyond it a little.
What gevent prints of an error that nobody catches is such a line, too: without the trace.

Its counterpart is say.ts.
"""

import os
import sys
import time

import gevent

sys.path.append(os.path.join(os.path.dirname(__file__), '..'))
from show import show  # noqa: E402

begun = time.monotonic()


def say(*words):
    """Print a line."""
    print(f'{round(time.monotonic() - begun, 2):g}', *map(show, words), flush=True)


def say_failure(context, error_type, error, trace):
    """Print a line in place of an error's trace: whether a greenlet has failed, or a link of one."""
    callback = 'link' if isinstance(context, tuple) else 'callback'
    say('greenlet' if isinstance(context, gevent.Greenlet) else callback, 'failed with', error)


gevent.get_hub().print_exception = say_failure
