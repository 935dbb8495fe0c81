# The current task is the one whose step runs: not the one that made it, and none in a callback.
# Tasks that are not done are in the list of all, those not begun, too.
import asyncio
from virtual_time import run, say


def names():
    return sorted(task.get_name() for task in asyncio.all_tasks())


async def inner():
    say('inner, awaited, is part of its caller')


async def worker():
    say('of all:', names())
    await inner()
    await asyncio.sleep(1)
    say('of all:', names())


async def main():
    task = asyncio.create_task(worker(), name='worker')
    asyncio.get_running_loop().call_soon(lambda: say('a callback is nobody; of all:', names()))
    say('of all:', names())
    await inner()
    await task
    say('of all:', names())


run(main())
