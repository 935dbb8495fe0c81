# An error ends the task; whoever awaits it gets the error, and whoever asks for it.
# A task's result cannot be set from outside.
import asyncio
from virtual_time import run, say


async def fail():
    await asyncio.sleep(1)
    raise ValueError('broken')


def attempt(action):
    try:
        say(action())
    except Exception as error:
        say(error)


async def main():
    task = asyncio.create_task(fail())
    attempt(task.result)
    attempt(lambda: task.set_result(1))
    attempt(lambda: task.set_exception(ValueError('no')))
    try:
        await task
    except ValueError as error:
        say('awaited it, and caught', error)
        say('the same error:', error is task.exception())
    attempt(task.result)
    say(task.done(), task.cancelled(), task.cancel())
    try:
        await 5
    except TypeError:
        say('what cannot be awaited is a TypeError')


run(main())
