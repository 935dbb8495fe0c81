# At the deadline the body is cancelled where it waits, and the CancelledError becomes a TimeoutError.
# Done in time, it is left alone; without a deadline, too.
import asyncio
from virtual_time import run, say


async def body(seconds):
    try:
        await asyncio.sleep(seconds)
        say('slept', seconds)
    except asyncio.CancelledError as error:
        say('caught', error, '- asked:', asyncio.current_task().cancelling())
        raise


async def main():
    for delay, seconds in [(2, 1), (2, 3), (None, 100), (0, 1), (-1, 0)]:
        try:
            async with asyncio.timeout(delay) as scope:
                say('until', scope.when())
                await body(seconds)
        except TimeoutError as error:
            say('raised', error, '- asked:', asyncio.current_task().cancelling())
        say('expired:', scope.expired())


run(main())
