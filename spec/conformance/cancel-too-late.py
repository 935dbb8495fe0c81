# A result that has come, but has not been delivered, is lost to a cancellation.
# A task that has ended cannot be cancelled any more.
import asyncio
from virtual_time import run, say


async def wait_for_it(future):
    try:
        say('got', await future)
    except asyncio.CancelledError:
        say('cancelled; and yet the result is', future.result())
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    lost = asyncio.create_task(wait_for_it(future), name='lost')
    kept = asyncio.create_task(wait_for_it(future), name='kept')
    await asyncio.sleep(1)
    future.set_result('the news')
    say('cancels after the result:', lost.cancel())
    say('the future cannot be cancelled:', future.cancel())
    await asyncio.sleep(0)
    say('ended:', lost.done(), lost.cancelled(), kept.done(), kept.cancelled())
    say('cancels after the end:', lost.cancel(), kept.cancel())


run(main())
