# A timeout around a group cancels it; one inside a task of the group is that task's error.
import asyncio
from virtual_time import run, say


async def work(seconds, limit):
    try:
        async with asyncio.timeout(limit):
            await asyncio.sleep(seconds)
            say('is done')
    except asyncio.CancelledError:
        say('is cancelled')
        raise


async def main():
    try:
        async with asyncio.timeout(2):
            async with asyncio.TaskGroup() as group:
                group.create_task(work(1, None), name='quick')
                group.create_task(work(60, None), name='slow')
    except TimeoutError as error:
        say('raised', error, '- asked:', asyncio.current_task().cancelling())

    try:
        async with asyncio.timeout(10), asyncio.TaskGroup() as group:
            group.create_task(work(60, None), name='slow')
            group.create_task(work(60, 1), name='limited')
    except* TimeoutError as errors:
        say('raised', errors, '- asked:', asyncio.current_task().cancelling())


run(main())
