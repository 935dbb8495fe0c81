# While a group cancels its tasks, it takes no more; when none has failed, those that are left may start others.
import asyncio
from virtual_time import run, say


async def fail():
    await asyncio.sleep(1)
    raise ValueError('failed')


async def latecomer(group, seconds):
    try:
        await asyncio.sleep(seconds)
    finally:
        coro = asyncio.sleep(1, 'late')
        try:
            say('started', await group.create_task(coro))
        except RuntimeError as error:
            say(error)
            coro.close()


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(latecomer(group, 2), name='latecomer')
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(latecomer(group, 60), name='latecomer')
            group.create_task(fail())
    except* ValueError as errors:
        say('caught', errors)
    say(group)


run(main())
