# Results can be had in the order in which they come, however they are asked for.
# Gone through plainly, each awaitable gives the next result there is, not that of a certain task.
import asyncio
from virtual_time import run, say


async def work(seconds):
    await asyncio.sleep(seconds)
    say('is done')
    if seconds == 2:
        raise ValueError('failed')
    return seconds


async def main():
    tasks = [asyncio.create_task(work(n), name=f'work-{n}') for n in [3, 1, 2, 1.5]]
    for next_result in asyncio.as_completed(tasks):
        try:
            say('got', await next_result)
        except ValueError as error:
            say('caught', error)

    tasks = [asyncio.create_task(work(n), name=f'work-{n}') for n in [3, 1, 1.5]]
    first, second, third = asyncio.as_completed(tasks)
    say('asked for the third:', await third)
    await asyncio.sleep(5)
    say('for the first:', await first, 'and the second:', await second)


run(main())
