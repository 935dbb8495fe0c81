# An error that nobody ever asks for is reported when its task or future is gone; so is a task that never ended.
# To ask for it, to await it, or to cancel after it, is to know of it.
import asyncio
import gc
from virtual_time import VirtualTimeLoop, say


async def fail(name):
    raise ValueError(name)


def report(loop, context):
    say(context['message'], context.get('exception'))


async def main():
    tasks.append(asyncio.create_task(fail('ignored')))
    tasks.append(asyncio.create_task(fail('asked for')))
    tasks.append(asyncio.create_task(fail('cancelled afterwards')))
    tasks.append(loop.create_future())
    tasks.append(asyncio.create_task(asyncio.sleep(60)))
    await asyncio.sleep(1)
    say(tasks[1].exception(), tasks[2].cancel())
    tasks[3].set_exception(ValueError('of a future'))


tasks = []
loop = VirtualTimeLoop()
loop.set_exception_handler(report)
loop.run_until_complete(main())
loop.close()
while tasks:
    del tasks[0]  # CPython reports what its garbage collector finds: it finds them in this order
    gc.collect()
