# Only one at a time can ask an asynchronous generator; once it is closed, it gives no more.
import asyncio
from virtual_time import run, say


async def numbers():
    for n in [1, 2, 3]:
        await asyncio.sleep(1)
        yield n


async def refuses_to_close():
    try:
        yield 1
    finally:
        yield 2


async def attempt(awaitable):
    try:
        say('got', await awaitable)
    except RuntimeError as error:
        say(error)


async def main():
    generator = numbers()
    await asyncio.gather(attempt(anext(generator)), attempt(anext(generator)))
    await attempt(anext(generator))
    await generator.aclose()
    say('closed:', await anext(generator, None))
    await generator.aclose()
    generator = refuses_to_close()
    await attempt(anext(generator))
    await attempt(generator.aclose())


run(main())
