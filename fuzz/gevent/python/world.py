"""What a program of greenlets runs in: the things it names, and its trace.

It knows no statement; what runs a body is above, in interpreter.py. Counterpart: world.ts.
"""

import time

from gevent.event import AsyncResult, Event
from gevent.lock import BoundedSemaphore, RLock, Semaphore
from gevent.pool import Group, Pool
from gevent.queue import JoinableQueue, LifoQueue, PriorityQueue, Queue
from show import look, show


class OrderedSet(dict):
    """What stands for a set, where a set would be walked in the order of addresses."""

    def add(self, item):
        self[item] = None

    def discard(self, item):
        self.pop(item, None)


def in_order(group):
    """Give it, empty, so that it keeps the order in which greenlets come."""
    group.greenlets = OrderedSet()
    return group


MAKERS = {
    'event0': lambda size: Event(),
    'event1': lambda size: Event(),
    'result0': lambda size: AsyncResult(),
    'result1': lambda size: AsyncResult(),
    'queue0': lambda size: Queue(size),
    'joinable0': lambda size: JoinableQueue(size),
    'lifo0': lambda size: LifoQueue(size),
    'prio0': lambda size: PriorityQueue(size),
    'sem0': lambda size: Semaphore(1 if size is None else size),
    'sem1': lambda size: Semaphore(1 if size is None else size),
    'bounded0': lambda size: BoundedSemaphore(1 if size is None else size),
    'lock0': lambda size: RLock(),
    'pool0': lambda size: in_order(Pool(size)),
    'group0': lambda size: in_order(Group()),
}


class World:
    def __init__(self, program):
        self.program = program
        self.trace = []
        self.things = {}  # by name: g3, sem0
        self.names = {}  # by id
        self.links = {}  # what was linked last to a thing, by the name of that
        self.kept = []  # greenlets that nobody knows of any more would be thrown a GreenletExit
        self.begun = time.monotonic()
        sizes = {each['on']: each['size'] for each in program['sizes']}
        for name, make in MAKERS.items():
            self.named(name, make(sizes.get(name)))
        self.untouched = set(self.look_at_all())

    def note(self, text):
        self.trace.append(f'@{round(time.monotonic() - self.begun, 3):g} {text}')

    def named(self, name, thing):
        self.kept.append(thing)
        self.things[name] = thing
        self.names[id(thing)] = name
        return thing

    def those(self, names):
        """Those that there are."""
        return [self.things[name] for name in names if name in self.things]

    def show(self, value):
        return show(value, self.names)

    def look(self, thing):
        return ' '.join(map(self.show, look(thing)))

    def ends(self):
        """How each thing is, but for those that nobody has touched."""
        return [line for line in self.look_at_all() if line not in self.untouched]

    def look_at_all(self):
        return [f'{name} {self.look(thing)}' for name, thing in self.things.items()]
