# A thread's future, wrapped, can be awaited; cancelling goes either way.
# A coroutine handed to the loop from a thread gives such a future, and starts an iteration later.
import asyncio
from concurrent.futures import Future
from virtual_time import run, say


async def work(seconds):
    say('begins')
    try:
        await asyncio.sleep(seconds)
        return 'a result'
    finally:
        say('leaves')


async def main():
    loop = asyncio.get_running_loop()
    theirs = Future()
    loop.call_later(1, theirs.set_result, 'from a thread')
    say('got', await asyncio.wrap_future(theirs))
    theirs = Future()
    ours = asyncio.wrap_future(theirs)
    ours.cancel()
    await asyncio.sleep(0)
    say('theirs is cancelled:', theirs.cancelled(), ours.cancelled())
    say('ours needs no wrapping:', asyncio.wrap_future(ours) is ours)

    theirs = asyncio.run_coroutine_threadsafe(work(1), loop)
    theirs.add_done_callback(lambda future: say('a callback:', future.result()))
    say('done:', theirs.done())
    await asyncio.sleep(2)
    theirs = asyncio.run_coroutine_threadsafe(work(60), loop)
    await asyncio.sleep(1)
    say('cancelled:', theirs.cancel())
    await asyncio.sleep(1)
    try:
        asyncio.run_coroutine_threadsafe(5, loop)
    except TypeError as error:
        say(error)


run(main())
