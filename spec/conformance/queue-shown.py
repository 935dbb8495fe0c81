# A queue shows what is in it, who waits, what is unfinished, and whether it is shut down.
import asyncio
from virtual_time import run, say


async def put(queue, item):
    try:
        await queue.put(item)
    except asyncio.QueueShutDown as error:
        say('is told', error)


async def main():
    queue = asyncio.Queue(maxsize=2)
    say(str(queue))
    getters = [asyncio.create_task(queue.get()) for n in [1, 2]]
    await asyncio.sleep(0)
    say(str(queue))
    getters[0].cancel()
    await asyncio.sleep(0)
    say(str(queue))
    queue.put_nowait('a')
    say(str(queue))
    await asyncio.sleep(0)
    queue.put_nowait('b')
    queue.put_nowait(3)
    putter = asyncio.create_task(put(queue, 4))
    await asyncio.sleep(0)
    say(str(queue))
    queue.shutdown(immediate=True)
    say(str(queue))
    await putter
    for kind in [asyncio.LifoQueue, asyncio.PriorityQueue]:
        other = kind()
        for n in [3, 1, 2]:
            other.put_nowait(n)
        other.get_nowait()
        say(str(other))


run(main())
