# A cancellation from outside cancels the tasks of the group, then comes out of it, with its message.
# If tasks fail meanwhile, their errors come first, and the request is made again.
import asyncio
from virtual_time import run, say


async def sleeper(error):
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError as request:
        say('is cancelled:', request)
        await asyncio.sleep(1)
        raise error or request


async def parent(error):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(sleeper(error), name='sleeper')
            say('the body ends')
    except BaseException as caught:
        say('caught', caught, '- asked:', asyncio.current_task().cancelling())
        if error is None:
            raise
    await asyncio.sleep(1)
    say('never')


async def main():
    for error in [None, ValueError('failed')]:
        task = asyncio.create_task(parent(error), name='parent')
        await asyncio.sleep(1)
        task.cancel('from outside')
        await asyncio.wait([task])
        say('cancelled:', task.cancelled())


run(main())
