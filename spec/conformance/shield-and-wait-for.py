# With a shield inside, a wait runs out of time and the task goes on: ask again later.
# What fails behind a shield fails for who awaits it.
import asyncio
from virtual_time import run, say


async def work():
    await asyncio.sleep(3)
    say('is done')
    return 'a result'


async def fail():
    await asyncio.sleep(1)
    raise ValueError('failed')


async def main():
    task = asyncio.create_task(work(), name='worker')
    for attempt in range(3):
        try:
            say('got', await asyncio.wait_for(asyncio.shield(task), 1.25))
        except TimeoutError:
            say('not yet; cancelled:', task.cancelled())
    say('what is done needs no shield:', asyncio.shield(task) is task)
    try:
        await asyncio.shield(fail())
    except ValueError as error:
        say('caught', error)


run(main())
