# A semaphore lets so many in at once; the others wait in line, and a newcomer behind them.
import asyncio
from virtual_time import run, say


async def worker(semaphore, seconds):
    async with semaphore:
        say('enters; none left:', semaphore.locked())
        await asyncio.sleep(seconds)
    say('left; none left:', semaphore.locked())


async def main():
    semaphore = asyncio.Semaphore(2)
    for name, seconds in [('a', 3), ('b', 1), ('c', 1), ('d', 1), ('e', 1)]:
        asyncio.create_task(worker(semaphore, seconds), name=name)
    await asyncio.sleep(1.5)
    asyncio.create_task(worker(semaphore, 1), name='newcomer')
    await asyncio.sleep(4)
    semaphore.release()
    say('one more is allowed')
    for n in [1, 2, 3]:
        await semaphore.acquire()
        say('enters', n, 'none left:', semaphore.locked())


run(main())
