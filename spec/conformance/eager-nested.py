# Eager tasks nest like calls; who is current, and which context, is put back when one waits.
# One that fails at once is a failed task, not an error of who made it.
import asyncio
from contextvars import ContextVar
from virtual_time import run, say

level = ContextVar('level', default=0)


async def nest(depth):
    asyncio.current_task().set_name(f'depth-{depth}')
    level.set(depth)
    if depth < 3:
        task = asyncio.create_task(nest(depth + 1), name=f'depth-{depth + 1}')
        say('is back at level', level.get(), '- inner is done:', task.done())
        await task
    else:
        await asyncio.sleep(0)
    say('ends at level', level.get())


async def fail():
    raise ValueError('at once')


async def cancel_myself():
    asyncio.current_task().cancel('at once')


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await nest(1)
    asyncio.current_task().set_name('main')
    task = asyncio.create_task(fail(), name='failing')
    say('failed:', task.exception(), '- tasks:', len(asyncio.all_tasks()))
    task = asyncio.create_task(cancel_myself(), name='cancelled')
    say('cancelled:', task.cancelled())
    task = asyncio.create_task(nest(3), name='depth-3')
    task.cancel('while it waits')
    try:
        await task
    except asyncio.CancelledError as error:
        say('caught', error)


run(main())
