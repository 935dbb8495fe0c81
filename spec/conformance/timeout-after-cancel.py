# A task that has declined a request can still be timed out: only requests that come inside the timeout count.
import asyncio
from virtual_time import run, say


async def limited(seconds):
    try:
        async with asyncio.timeout(1) as scope:
            await asyncio.sleep(seconds)
    except (TimeoutError, asyncio.CancelledError) as error:
        say('raised', error, '- expired:', scope.expired(), 'asked:', asyncio.current_task().cancelling())


async def stubborn():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        say('declines; asked:', asyncio.current_task().cancelling())
    await limited(5)
    await limited(0.5)
    await limited(5)


async def main():
    task = asyncio.create_task(stubborn(), name='stubborn')
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(2)
    task.cancel()
    await task
    say('cancelled:', task.cancelled(), 'asked:', task.cancelling())


run(main())
