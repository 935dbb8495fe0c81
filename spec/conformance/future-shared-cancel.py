# To cancel a task is to cancel the future that it awaits; others who await that one are cancelled with it.
# But only the first was asked to, as its count of requests tells.
import asyncio
from virtual_time import run, say


async def wait_for_it(future):
    try:
        await future
    except asyncio.CancelledError as error:
        say('caught', error, '- asked:', asyncio.current_task().cancelling())
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    one = asyncio.create_task(wait_for_it(future), name='one')
    two = asyncio.create_task(wait_for_it(future), name='two')
    await asyncio.sleep(1)
    one.cancel('enough')
    say('the future is cancelled at once:', future.cancelled(), one.cancelled())
    await asyncio.wait([one, two])
    say(one.cancelled(), two.cancelled())


run(main())
