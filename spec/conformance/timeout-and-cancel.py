# A cancellation from outside is no timeout: it comes out as it is, even when the deadline has passed, too.
# And a body that catches the CancelledError of a deadline has no TimeoutError.
import asyncio
from virtual_time import run, say


async def limited(cleanup):
    async with asyncio.timeout(1) as scope:
        try:
            await asyncio.sleep(60)
        finally:
            say('cleans up; expired:', scope.expired(), 'asked:', asyncio.current_task().cancelling())
            await asyncio.sleep(cleanup)


async def declines():
    async with asyncio.timeout(1) as scope:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            say('declines')
        await asyncio.sleep(1)
    say('expired:', scope.expired(), 'asked:', asyncio.current_task().cancelling())


async def main():
    for coro, pause in [(limited(0), 0.5), (limited(2), 2), (declines(), 5)]:
        task = asyncio.create_task(coro, name='limited')
        await asyncio.sleep(pause)
        task.cancel('from outside')
        await asyncio.wait([task])
        say('cancelled:', task.cancelled(), 'asked:', task.cancelling())


run(main())
