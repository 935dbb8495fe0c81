# First in, first out; last in, first out; least first: three queues, one interface.
# What cannot be put now, or got now, is an error at once.
import asyncio
from virtual_time import run, say


def attempt(action):
    try:
        action()
    except (asyncio.QueueFull, asyncio.QueueEmpty) as error:
        say(error)


async def main():
    for kind in [asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue]:
        queue = kind(5)
        for item in [3, 1, 4, 1, 5]:
            queue.put_nowait(item)
        attempt(lambda: queue.put_nowait(9))
        items = [queue.get_nowait() for n in range(5)]
        say(kind.__name__, items)
        attempt(queue.get_nowait)

    jobs = asyncio.PriorityQueue()
    for job in [(2, 'b'), (1, 'z'), (2, 'a')]:
        await jobs.put(job)
    say([await jobs.get() for n in range(3)])
    try:
        for item in [1, 'one']:
            jobs.put_nowait(item)
    except TypeError:
        say('items that cannot be compared are a TypeError; left:', jobs.qsize())


run(main())
