"""Keep tasks from waiting for themselves: `cancel()` recurses without end in a cycle of awaits.

An await that would close one is refused, by looking at what each task really awaits. Counterpart: cycle.ts.
"""

import asyncio


def closes_cycle(awaited):
    """Whether to await it would make the current task wait for itself."""
    current = asyncio.current_task()
    todo, seen = [awaited], set()
    while todo:
        future = todo.pop()
        if not asyncio.isfuture(future) or future.done() or future in seen:
            continue
        if future is current:
            return True
        seen.add(future)
        todo += getattr(future, '_children', ())
        todo.append(getattr(future, '_fut_waiter', None))
    return False


def unless_cycle(awaited, make):
    """Make what is to be awaited; None if to await it would close a cycle of awaits."""
    return None if closes_cycle(awaited) else make(awaited)
