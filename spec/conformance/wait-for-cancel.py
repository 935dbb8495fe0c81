# A wait with a limit that is cancelled cancels what it waits for, and raises no TimeoutError.
# And where the result and the deadline come together, the deadline wins.
import asyncio
from virtual_time import run, say


async def child():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError as error:
        say('caught', error)
        raise


async def main():
    loop = asyncio.get_running_loop()
    inner = asyncio.create_task(child(), name='inner')
    outer = asyncio.create_task(asyncio.wait_for(inner, 10), name='outer')
    await asyncio.sleep(1)
    outer.cancel('not needed')
    await asyncio.wait([outer])
    say('cancelled:', outer.cancelled(), inner.cancelled())

    future = loop.create_future()
    loop.call_later(1, future.set_result, 'just in time')
    try:
        say('got', await asyncio.wait_for(future, 1))
    except TimeoutError as error:
        say('caught', error, '- and yet there is', future.result())


run(main())
