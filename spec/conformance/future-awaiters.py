# Those who await one future are woken in the order in which they came.
# If it fails, all of them get the very same error.
import asyncio
from virtual_time import run, say

caught = []


async def wait_for_it(future, pause):
    await asyncio.sleep(pause)
    try:
        say('got', await future)
    except ValueError as error:
        say('caught', error)
        caught.append(error)


async def wait_together(future):
    waiters = [wait_for_it(future, pause) for pause in [0.5, 0.25, 0, 2]]
    await asyncio.gather(*waiters)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(1, future.set_result, 'the news')
    await wait_together(future)
    future = loop.create_future()
    loop.call_later(1, future.set_exception, ValueError('bad news'))
    await wait_together(future)
    same = all(error is caught[0] for error in caught)
    say('the same error:', same)


run(main())
