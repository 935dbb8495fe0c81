# An asynchronous generator awaits between what it yields; others run meanwhile.
# It runs in the task of whoever goes through it.
import asyncio
from virtual_time import run, say


async def ticker(seconds, count):
    try:
        for n in range(count):
            await asyncio.sleep(seconds)
            say('ticks', n)
            yield n
    finally:
        await asyncio.sleep(0.25)
        say('the ticker ends')


async def squares(numbers):
    async for n in numbers:
        yield n * n


async def listen(seconds, count):
    async for value in squares(ticker(seconds, count)):
        say('heard', value)
    say('no more')


async def main():
    await asyncio.gather(listen(2, 2), listen(1.5, 3))


run(main())
