# wait answers when all are done, or the first is, or the first has failed; it raises nothing itself.
# A task that was cancelled has not failed.
import asyncio
from virtual_time import run, say


async def work(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def fail(seconds):
    await asyncio.sleep(seconds)
    raise ValueError('failed')


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def main():
    for return_when in [asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED]:
        tasks = [
            asyncio.create_task(work(1), name='cancelled'),
            asyncio.create_task(work(2), name='quick'),
            asyncio.create_task(fail(3), name='failing'),
            asyncio.create_task(work(4), name='slow'),
        ]
        asyncio.get_running_loop().call_later(0.5, tasks[0].cancel)
        say(return_when)
        done, pending = await asyncio.wait(tasks, return_when=return_when)
        say('done:', names(done), 'pending:', names(pending))
        done, pending = await asyncio.wait(tasks)
        say('done:', names(done), 'failed:', tasks[2].exception())


run(main())
