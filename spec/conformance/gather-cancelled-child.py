# A child that is cancelled counts as one that failed with a CancelledError; its brothers go on.
# Children that decline do not save the gather: asked to cancel, it ends so.
import asyncio
from virtual_time import run, say


async def child(declines):
    try:
        await asyncio.sleep(3)
    except asyncio.CancelledError:
        if not declines:
            raise
    say('is done')
    return 'a result'


async def main():
    loop = asyncio.get_running_loop()
    one = asyncio.create_task(child(False), name='one')
    two = asyncio.create_task(child(False), name='two')
    loop.call_later(1, one.cancel)
    try:
        await asyncio.gather(one, two)
    except asyncio.CancelledError as error:
        say('caught', error, '- two is done:', two.done())
    say('two gave', await two)

    children = asyncio.gather(child(True), child(True))
    loop.call_later(1, children.cancel, 'stop')
    try:
        say('got', await children)
    except asyncio.CancelledError as error:
        say('caught', error)


run(main())
