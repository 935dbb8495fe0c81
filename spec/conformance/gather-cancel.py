# To cancel who awaits a gather is to cancel all of its children.
# The waiting ends with the first of them, unless errors are results: then with the last.
import asyncio
from virtual_time import run, say


async def child(cleanup):
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError as error:
        say('caught', error)
        await asyncio.sleep(cleanup)
        say('is clean')
        raise


async def parent(return_exceptions):
    children = asyncio.gather(child(1), child(2), return_exceptions=return_exceptions)
    try:
        say(await children)
    except asyncio.CancelledError as error:
        say('ended with', error, '- done:', children.done(), 'cancelled:', children.cancelled())
        raise


async def main():
    for return_exceptions in [False, True]:
        task = asyncio.create_task(parent(return_exceptions), name='parent')
        await asyncio.sleep(1)
        task.cancel('stop')
        await asyncio.wait([task])
        say('cancelled:', task.cancelled())
        await asyncio.sleep(3)


run(main())
