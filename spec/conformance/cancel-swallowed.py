# A task that catches its CancelledError and goes on has declined; it is not asked again.
# Its end is then like any other.
import asyncio
from virtual_time import run, say


async def stubborn():
    for attempt in [1, 2]:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            say('declines', attempt, error)
    await asyncio.sleep(1)
    return 'done all the same'


async def main():
    task = asyncio.create_task(stubborn(), name='stubborn')
    await asyncio.sleep(1)
    task.cancel('please')
    await asyncio.sleep(1)
    task.cancel('now')
    say('result:', await task)
    say('cancelled:', task.cancelled(), 'asked:', task.cancelling(), 'accepted:', task.cancel())


run(main())
