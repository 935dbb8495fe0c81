# A request goes to what the task awaits: if that declines, the one who awaits never notices.
# Only the count remembers.
import asyncio
from virtual_time import run, say


async def child():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        say('declines:', error)
    await asyncio.sleep(1)
    return 'a result'


async def parent():
    task = asyncio.create_task(child(), name='child')
    say('got', await task, '- asked:', asyncio.current_task().cancelling())
    await asyncio.sleep(1)
    say('was never interrupted')


async def main():
    task = asyncio.create_task(parent(), name='parent')
    await asyncio.sleep(1)
    task.cancel('stop')
    await task
    say('cancelled:', task.cancelled())


run(main())
