# Cancelled before its first step, a coroutine never begins: not even its finally runs.
# The task still takes a step to end.
import asyncio
from virtual_time import run, say


async def work():
    try:
        say('working')
        await asyncio.sleep(1)
    finally:
        say('cleaning up')


async def main():
    never = asyncio.create_task(work(), name='never')
    begun = asyncio.create_task(work(), name='begun')
    never.add_done_callback(lambda task: say('never ends; cancelled:', task.cancelled()))
    say('accepted:', never.cancel('no need'))
    say('not yet done:', never.done(), never.cancelling())
    await asyncio.sleep(0)
    say('done:', never.done(), begun.done())
    begun.cancel()
    for task in [never, begun]:
        try:
            await task
        except asyncio.CancelledError as error:
            say('caught', error)
    say('accepted:', never.cancel(), begun.cancel())


run(main())
