# A deadline can be moved while it is ahead: later, earlier, into the past, away.
# Not before the timeout is entered, nor after it is left.
import asyncio
from virtual_time import run, say


async def attempt(action):
    try:
        await action
    except Exception as error:
        say('raised', error)


async def move(when, seconds):
    async with asyncio.timeout(1) as scope:
        await asyncio.sleep(0.5)
        scope.reschedule(when and asyncio.get_running_loop().time() + when)
        say('until', scope.when())
        await asyncio.sleep(seconds)
        say('slept', seconds)


async def misuse():
    scope = asyncio.timeout(1)
    try:
        scope.reschedule(2)
    except RuntimeError as error:
        say(error)
    async with scope:
        await attempt(scope.__aenter__())
    scope.reschedule(2)


async def main():
    for when, seconds in [(2, 1), (2, 3), (0.25, 1), (-1, 1), (None, 5)]:
        await attempt(move(when, seconds))
    await attempt(misuse())


run(main())
