# A wait that runs out of time says who is done; it cancels nobody and raises nothing.
# Cancelled, it leaves the tasks alone, too.
import asyncio
from virtual_time import run, say


async def work(seconds):
    await asyncio.sleep(seconds)
    say('is done')


async def main():
    tasks = [asyncio.create_task(work(n), name=f'work-{n}') for n in [1, 2, 3]]
    done, pending = await asyncio.wait(tasks, timeout=1.5)
    say('done', len(done), 'pending', len(pending))
    done, pending = await asyncio.wait(tasks, timeout=0)
    say('done', len(done), 'pending', len(pending))

    waiter = asyncio.create_task(asyncio.wait(tasks), name='waiter')
    await asyncio.sleep(1)
    waiter.cancel()
    await asyncio.wait([waiter])
    cancelled = [task.cancelled() for task in tasks]
    say('cancelled:', waiter.cancelled(), cancelled)
    await asyncio.wait(tasks)


run(main())
