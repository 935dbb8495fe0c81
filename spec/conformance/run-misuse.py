# What is no coroutine is refused, also where awaitables are wanted, and a list of none.
import asyncio
from virtual_time import run, say


async def work():
    pass


async def attempt(action):
    try:
        result = action()
        say('gave', await result)
    except Exception as error:
        say(error)


async def main():
    await attempt(lambda: asyncio.gather(5))
    await attempt(lambda: asyncio.ensure_future(5))
    await attempt(lambda: asyncio.wait_for(5, 0))
    await attempt(lambda: asyncio.wait([]))
    await attempt(lambda: asyncio.wait([asyncio.create_task(work())], return_when='NEVER'))
    await attempt(lambda: asyncio.wait(asyncio.create_task(work())))
    await attempt(lambda: asyncio.as_completed(asyncio.create_task(work())))
    await attempt(lambda: asyncio.sleep(float('nan')))


run(main())
try:
    asyncio.create_task(None)
except RuntimeError as error:
    say(error)
