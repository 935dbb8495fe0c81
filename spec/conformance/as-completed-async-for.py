# Gone through asynchronously, what is completed comes as the tasks themselves; left half-way, it can be taken up again.
import asyncio
from virtual_time import run, say


async def work(seconds):
    await asyncio.sleep(seconds)
    if seconds == 2:
        raise ValueError('failed')
    return seconds


async def main():
    tasks = [asyncio.create_task(work(n), name=f'work-{n}') for n in [4, 1, 3, 2]]
    completed = asyncio.as_completed(tasks)
    async for task in completed:
        say(task.get_name(), 'is one of them:', task in tasks, 'done:', task.done())
        say('its result:', await task)
        break
    say('a pause')
    await asyncio.sleep(2.5)
    async for task in completed:
        try:
            say(task.get_name(), 'gives', await task)
        except ValueError as error:
            say(task.get_name(), 'raises', error)


run(main())
