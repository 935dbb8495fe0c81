# Try again with a longer pause each time, give each attempt a second, and the whole a limit.
# The outer limit and the inner ones are told apart.
import asyncio
from virtual_time import run, say


async def request(seconds):
    await asyncio.sleep(seconds)
    if seconds == 0.5:
        raise ValueError('refused')
    return f'an answer after {seconds}'


async def retry(durations):
    pause = 1
    for seconds in durations:
        try:
            return await asyncio.wait_for(request(seconds), 1)
        except (TimeoutError, ValueError) as error:
            say(error, '- pause of', pause)
            await asyncio.sleep(pause)
            pause *= 2
    raise RuntimeError('gave up')


async def main():
    for durations in [[0.5, 3, 0.25], [3, 3, 3, 3], [0.5]]:
        try:
            async with asyncio.timeout(6) as limit:
                say('got', await retry(durations))
        except (TimeoutError, RuntimeError) as error:
            say(error, '- out of time:', limit.expired())


run(main())
