# Two requests before the task runs again are one CancelledError, but they are counted.
import asyncio
from virtual_time import run, say


async def work():
    for seconds in [10, 20, 30]:
        try:
            await asyncio.sleep(seconds)
            say('slept', seconds)
        except asyncio.CancelledError:
            say('interrupted; asked so far:', asyncio.current_task().cancelling())


async def main():
    task = asyncio.create_task(work(), name='worker')
    await asyncio.sleep(1)
    say(task.cancel(), task.cancel(), task.cancel())
    await asyncio.sleep(1)
    say(task.cancel())
    await asyncio.sleep(0)
    say(task.cancel())
    await task
    say('ended; cancelled:', task.cancelled())


run(main())
