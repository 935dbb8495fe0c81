# A place that was given to a task which is then cancelled goes to the next in line.
# One who is cancelled while in line just leaves it.
import asyncio
from virtual_time import run, say


async def worker(semaphore):
    try:
        await semaphore.acquire()
        say('enters')
    except asyncio.CancelledError:
        say('is cancelled; none left:', semaphore.locked())
        raise


async def main():
    semaphore = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(worker(semaphore), name=f'worker-{n}') for n in [1, 2, 3, 4]]
    await asyncio.sleep(1)
    tasks[1].cancel()
    await asyncio.sleep(1)
    semaphore.release()
    say('a place is free, and given away:', semaphore.locked())
    tasks[0].cancel()
    await asyncio.sleep(1)
    semaphore.release()
    semaphore.release()
    await asyncio.sleep(1)
    cancelled = [task.cancelled() for task in tasks]
    say('cancelled:', cancelled, 'none left:', semaphore.locked())


run(main())
