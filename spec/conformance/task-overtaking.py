# Who asks for the result of a task that is just done has it at once, before those who waited for it.
# They are woken by callbacks, and those run an iteration later.
import asyncio
from virtual_time import run, say


async def short():
    await asyncio.sleep(1)
    say('done')
    return 'result'


async def asker(task):
    await asyncio.sleep(1)
    say('asks now:', await task)


async def waiter(task):
    say('has waited:', await task)


async def main():
    task = asyncio.create_task(short(), name='short')
    task.add_done_callback(lambda done: say('a callback:', done.result()))
    await asyncio.gather(waiter(task), asker(task))


run(main())
