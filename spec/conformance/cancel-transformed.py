# What leaves the task is how it ends: an error raised while cleaning up takes the cancellation's place.
# And a CancelledError that nobody asked for makes a cancelled task all the same.
import asyncio
from virtual_time import run, say


async def fails_to_clean_up():
    try:
        await asyncio.sleep(60)
    finally:
        raise ValueError('while cleaning up')


async def translates():
    try:
        await asyncio.sleep(60)
        return 'slept'
    except asyncio.CancelledError:
        return 'a result instead'


async def gives_up():
    await asyncio.sleep(0.5)
    raise asyncio.CancelledError('nobody asked')


async def main():
    coros = [fails_to_clean_up(), translates(), gives_up()]
    tasks = [asyncio.create_task(coro) for coro in coros]
    await asyncio.sleep(1)
    accepted = [task.cancel() for task in tasks]
    say('accepted:', accepted)
    await asyncio.wait(tasks)
    for task in tasks:
        try:
            say(task.get_name(), task.cancelled(), task.result())
        except BaseException as error:
            say(task.get_name(), task.cancelled(), error, '- asked:', task.cancelling())


run(main())
