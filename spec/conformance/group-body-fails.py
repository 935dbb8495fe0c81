# An error of the body cancels the tasks, and comes last in the group: even alone, it comes in a group.
# A body that swallows the request to cancel goes on; the errors come all the same.
import asyncio
from virtual_time import run, say


async def sleeper(error=None):
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        say('is cancelled')
        if error is not None:
            raise error


async def fail():
    raise ValueError('of a task')


async def main():
    for error in [None, ValueError('of a task')]:
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(sleeper(error), name='sleeper')
                await asyncio.sleep(1)
                raise TypeError('of the body')
        except* Exception as errors:
            say('caught', errors)

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                say('the body declines')
            await asyncio.sleep(1)
            say('the body ends')
    except* ValueError as errors:
        say('caught', errors)


run(main())
