"""What statements await that await one thing: here it is made.

Counterpart: waits.ts.
"""

import asyncio

from cycle import unless_cycle
from show import state


async def wait_for_several(world, st):
    futures = [world.loop.create_task(o) if asyncio.iscoroutine(o) else o for o in world.operands(st)]
    done, pending = await asyncio.wait(futures, timeout=st['timeout'], return_when=st['returnWhen'])
    return [*map(state, done), len(pending)]


WAITS = {
    'sleep': lambda w, _, st: asyncio.sleep(st['delay'], st['value']),
    'await': lambda w, thing, st: unless_cycle(thing, lambda it: it),
    'gather': lambda w, _, st: unless_cycle(
        asyncio.gather(*w.operands(st), return_exceptions=st['returnExceptions']), lambda it: it
    ),
    'wait': lambda w, _, st: wait_for_several(w, st),
    'waitFor': lambda w, _, st: unless_cycle(w.operands(st)[0], lambda it: asyncio.wait_for(it, st['timeout'])),
    'shield': lambda w, _, st: asyncio.shield(w.operands(st)[0]),
    'acquire': lambda w, lock, st: lock.acquire(),
    'eventWait': lambda w, event, st: event.wait(),
    'condWait': lambda w, condition, st: condition.wait(),
    'condWaitFor': lambda w, condition, st: condition.wait_for(lambda: w.counter >= st['value']),
    'put': lambda w, queue, st: queue.put(st['value']),
    'get': lambda w, queue, st: queue.get(),
    'join': lambda w, queue, st: queue.join(),
    'barrierWait': lambda w, barrier, st: barrier.wait(),
    'barrierReset': lambda w, barrier, st: barrier.reset(),
    'barrierAbort': lambda w, barrier, st: barrier.abort(),
}
