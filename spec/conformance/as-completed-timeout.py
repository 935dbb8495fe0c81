# One timeout is for all: what is not done by then is a TimeoutError each, and goes on.
import asyncio
from virtual_time import run, say


async def work(seconds):
    await asyncio.sleep(seconds)
    say('is done')
    return seconds


async def main():
    tasks = [asyncio.create_task(work(n), name=f'work-{n}') for n in [1, 2, 3]]
    for next_result in asyncio.as_completed(tasks, timeout=1.5):
        try:
            say('got', await next_result)
        except TimeoutError as error:
            say('raised', error)
    cancelled = [task.cancelled() for task in tasks]
    say('cancelled:', cancelled)
    try:
        async for task in asyncio.as_completed(tasks, timeout=1):
            say(task.get_name(), 'gives', task.result())
    except TimeoutError as error:
        say('the loop ends with', error)
    await asyncio.wait(tasks)
    try:
        asyncio.as_completed(tasks[0])
    except TypeError as error:
        say(error)


run(main())
