# A task of a group may be cancelled alone: that is no error, and the others go on.
# The same goes for a body that cancels what it started.
import asyncio
from virtual_time import run, say


async def work(seconds):
    try:
        await asyncio.sleep(seconds)
        say('is done')
    except asyncio.CancelledError as error:
        say('caught', error)
        raise


async def main():
    async with asyncio.TaskGroup() as group:
        one = group.create_task(work(5), name='one')
        two = group.create_task(work(3), name='two')
        three = group.create_task(work(5), name='three')
        three.cancel('before it began')
        await asyncio.sleep(1)
        one.cancel('not needed')
        say('the body ends')
    cancelled = [task.cancelled() for task in [one, two, three]]
    say('the group ends', cancelled)


run(main())
