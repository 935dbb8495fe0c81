# A group takes tasks only while it is entered, and is entered once.
# A coroutine that it refuses is closed.
import asyncio
from virtual_time import run, say


async def work():
    say('runs')


async def attempt(awaitable):
    try:
        await awaitable
    except RuntimeError as error:
        say(error)


async def start(group):
    coro = work()
    try:
        group.create_task(coro)
    except RuntimeError as error:
        say(error)
        await attempt(coro)


async def main():
    group = asyncio.TaskGroup()
    await start(group)
    async with group:
        await start(group)
        await attempt(group.__aenter__())
    await start(group)
    say(group)


run(main())
