"""asyncio in virtual time, and the line that the programs of this folder print.

The loop is CPython's own. Only two things are taken from it: the clock, which jumps to the
next deadline instead of waiting for it; and the order of equal deadlines. CPython keeps its
timers in a heap that looks at nothing but the deadline, so equal ones come out in an order
that depends on what else is in the heap. Under a live clock no two deadlines are equal, and
the one asked for first is the earlier one. Deadline pins that.

Sockets are real, and are waited for before time goes on: what is sent on this host is there at
once, or nearly so. So a program whose sockets lead only to itself takes no virtual time for it.

Its counterpart is say.ts; EventLoop() in TypeScript is VirtualTimeLoop() here.
"""

import asyncio
import itertools
import selectors

from show import show


class Deadline(float):
    """A time that knows when it was asked for: of two equal ones the older is the lesser."""

    _numbers = itertools.count()

    def __init__(self, _when):
        self._number = next(Deadline._numbers)

    def __lt__(self, other):
        if isinstance(other, Deadline) and self == other:
            return self._number < other._number
        return super().__lt__(other)


class VirtualTimeSelector(selectors.DefaultSelector):
    """Waits for nothing real, but for sockets: to wait is to let the loop's time pass."""

    #: Seconds: much more than a packet takes from a host to itself.
    PATIENCE = 0.02

    def select(self, timeout=None):
        if self._has_sockets():
            events = super().select(0 if timeout == 0 else self.PATIENCE)
            if events:
                return events
        if timeout is None:
            raise RuntimeError('nothing is ready and nothing is scheduled: this would wait for ever')
        self.advance(max(0, timeout))
        return []

    def _has_sockets(self):
        """Tell whether there are others than the one by which threads wake the loop."""
        return len(self.get_map()) > 1


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """asyncio's loop, whose time begins at 0 and passes only when all are waiting."""

    def __init__(self):
        self._now = 0
        selector = VirtualTimeSelector()
        selector.advance = self.advance
        super().__init__(selector)

    def time(self):
        return self._now

    def advance(self, seconds):
        """Let time pass: what a call that blocks does."""
        self._now += seconds

    def call_at(self, when, callback, *args, context=None):
        deadline = when if when is None else Deadline(when)
        return super().call_at(deadline, callback, *args, context=context)

    async def shutdown_default_executor(self, timeout=None):
        """Do nothing: CPython starts a thread here, which would take real time."""


def run(main, **options):
    """Run a program: asyncio.run, on a loop in virtual time."""
    return asyncio.run(main, loop_factory=VirtualTimeLoop, **options)


def say(*words):
    """Print a line: the time, the name of the task, and the words."""
    print(_when_and_who(), *map(show, words), flush=True)


def _when_and_who():
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return '-'
    task = asyncio.current_task()
    return f'{loop.time():g} {task.get_name() if task else "loop"}'
