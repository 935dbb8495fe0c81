# A coroutine can be awaited once; a task as often as one likes.
import asyncio
from virtual_time import run, say


async def work():
    await asyncio.sleep(1)
    return 'result'


async def attempt(awaitable):
    try:
        say('got', await awaitable)
    except Exception as error:
        say(error)


async def main():
    task = asyncio.create_task(work())
    await asyncio.gather(attempt(task), attempt(task))
    await attempt(task)

    coro = work()
    await asyncio.gather(attempt(coro), attempt(coro))
    await attempt(coro)

    closed = work()
    closed.close()
    await attempt(closed)


run(main())
