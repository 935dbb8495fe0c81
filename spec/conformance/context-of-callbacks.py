# A callback runs in a copy of the context in which it was scheduled, or in one that is given: that is shared.
import asyncio
from contextvars import ContextVar, copy_context
from virtual_time import run, say

color = ContextVar('color')


def paint(new):
    say('was', color.get('blank'), '- is', new)
    color.set(new)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(paint, 'red')
    loop.call_soon(paint, 'green')
    color.set('white')
    loop.call_soon(paint, 'blue')
    own = copy_context()
    loop.call_soon(paint, 'black', context=own)
    loop.call_later(1, paint, 'grey', context=own)
    future = loop.create_future()
    future.add_done_callback(lambda _: paint('gold'))
    future.add_done_callback(lambda _: paint('silver'), context=own)
    await asyncio.sleep(2)
    future.set_result(None)
    color.set('pink')
    await asyncio.sleep(0)
    say('is', color.get(), '- the own context:', own[color])
    task = asyncio.create_task(asyncio.sleep(1), context=own)
    say('the very same context:', task.get_context() is own)
    try:
        own.run(lambda: own.run(paint, 'never'))
    except RuntimeError as error:
        say(str(error).endswith('is already entered'))


run(main())
