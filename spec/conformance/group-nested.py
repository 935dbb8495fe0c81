# The errors of an inner group reach the outer one as a group: a tree of errors.
# Where both have a failing task, each has its own.
import asyncio
from virtual_time import run, say


async def fail(seconds, text):
    await asyncio.sleep(seconds)
    say('fails')
    raise ValueError(text)


async def inner(seconds):
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(seconds, 'inner'), name='inner task')
        await asyncio.sleep(60)


async def main():
    for inner_seconds, outer_seconds in [(1, 5), (5, 1), (1, 1)]:
        say('inner', inner_seconds, 'outer', outer_seconds)
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(fail(outer_seconds, 'outer'), name='outer task')
                await inner(inner_seconds)
        except* ValueError as errors:
            say('caught', errors)
        say('asked:', asyncio.current_task().cancelling())


run(main())
