# Results come in the order of the arguments, whoever is done first.
# A coroutine given twice runs once, and has its result in both places.
import asyncio
from virtual_time import run, say


async def square(n, seconds):
    say('begins')
    await asyncio.sleep(seconds)
    say('is done')
    return n * n


async def main():
    say('got', await asyncio.gather(square(2, 3), square(3, 1), square(4, 2)))
    twice = square(5, 1)
    say('got', await asyncio.gather(twice, square(6, 0), twice))
    say('got', await asyncio.gather())


run(main())
