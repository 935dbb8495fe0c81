"""asyncio's own loop in virtual time, with what has no order in CPython put in one.

* Timers of one deadline come out of the heap shuffled: `Timer` breaks the tie by order of scheduling.
* Sets are walked by address: `asyncio.tasks` and `asyncio.taskgroups` are given a `set` that keeps the
  order of insertion. It stands in their globals, and so before the built-in. A set comprehension looks
  up no name: the class behind `as_completed`, which has one, is compiled anew with `set(...)` in its
  place. `all_tasks`, which looks through a weak set, is sorted by creation.

Counterpart: counting-loop.ts.
"""

import ast
import asyncio
import heapq
import inspect
from asyncio import events, taskgroups, tasks

ITERATIONS, LINES = 600, 1500  # of a trace, after which a program is cut


class OrderedSet(dict):
    def __init__(self, items=()):
        super().__init__((item, None) for item in items)

    def add(self, item):
        self[item] = None

    def discard(self, item):
        self.pop(item, None)

    def remove(self, item):
        del self[item]


class WithoutSetComprehensions(ast.NodeTransformer):
    def visit_SetComp(self, node):
        elements = ast.GeneratorExp(node.elt, node.generators)
        return ast.Call(ast.Name('set', ast.Load()), [elements], [])


def pin_sets():
    tasks.set = taskgroups.set = OrderedSet
    source = ast.parse(inspect.getsource(tasks._AsCompletedIterator))
    tree = ast.fix_missing_locations(WithoutSetComprehensions().visit(source))
    exec(compile(tree, 'tasks.py', 'exec'), tasks.__dict__)
    all_tasks = tasks.all_tasks
    tasks.all_tasks = lambda loop=None: sorted(all_tasks(loop), key=(loop or asyncio.get_running_loop()).serial)


class Timer(events.TimerHandle):
    """Of two timers that are due at once, the first is the one that was scheduled first."""

    def __init__(self, *args):
        super().__init__(*args)
        self.serial = self._loop.next_serial()

    def __lt__(self, other):
        return (self._when, self.serial) < (other._when, other.serial)


class Cut(BaseException):
    """The program goes on for too long."""


class Loop(asyncio.BaseEventLoop):
    """asyncio's own loop; but time passes only in `select`, all at once."""

    def __init__(self, trace):
        super().__init__()
        self.trace = trace
        self._selector = self
        self._clock_resolution = 1e-9
        self.now, self.iteration, self.idle = 0.0, 0, False
        self.serials, self.created = 0, {}

    def time(self):
        return self.now

    def select(self, timeout):
        if timeout is None:
            self.idle = True
        else:
            self.now += timeout

    def _process_events(self, _events):
        pass

    def _write_to_self(self):
        pass

    def _run_once(self):
        self.iteration += 1
        if self.iteration > ITERATIONS or len(self.trace) > LINES:
            raise Cut
        self.idle = False
        super()._run_once()
        if self.idle and not self._ready:
            self.stop()  # nothing is ready, nothing is scheduled: deadlock

    def call_at(self, when, callback, *args, context=None):
        self._check_closed()
        timer = Timer(when, callback, args, self, context)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def next_serial(self):
        self.serials += 1
        return self.serials

    def create_task(self, coro, **options):
        return self.register(lambda: super(Loop, self).create_task(coro, **options))

    def register(self, make):
        serial = self.next_serial()  # before an eager task makes others
        task = make()
        self.created[task] = serial
        return task

    def serial(self, task):
        return self.created.get(task, self.serials)  # one not registered yet is being created
