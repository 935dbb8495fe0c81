# A task without a name takes the next number; with one, it takes none.
# Names need not be text, nor stay as they are.
import asyncio
from virtual_time import run, say


async def speak():
    say('speaks')


async def main():
    await asyncio.create_task(speak())
    await asyncio.create_task(speak(), name='Ann')
    await asyncio.create_task(speak())
    await asyncio.create_task(speak(), name=7)
    task = asyncio.create_task(speak())
    say('was made:', task.get_name())
    task.set_name('Bob')
    await task
    await asyncio.gather(speak(), speak())
    asyncio.current_task().set_name('main')
    say('tasks:', len(asyncio.all_tasks()), 'me:', asyncio.current_task() in asyncio.all_tasks())


run(main())
