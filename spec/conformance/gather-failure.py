# The first error ends the waiting at once, but not the others: they go on, and nobody asks for their results.
# With errors as results, it waits for all of them.
import asyncio
from virtual_time import run, say


async def work(seconds):
    await asyncio.sleep(seconds)
    say('is done')
    return seconds


async def fail(seconds, text):
    await asyncio.sleep(seconds)
    say('fails')
    raise ValueError(text)


async def main():
    try:
        await asyncio.gather(work(3), fail(2, 'second'), fail(1, 'first'))
    except ValueError as error:
        say('caught', error)
    await asyncio.sleep(5)
    coros = [work(3), fail(2, 'second'), fail(1, 'first')]
    say('got', await asyncio.gather(*coros, return_exceptions=True))


run(main())
