"""How things are made that need only be named: futures and primitives, each by what its name begins with.

Each function is given the world and the name. Counterpart: makers.ts.
"""

import asyncio

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
