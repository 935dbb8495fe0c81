# A task that is cancelled inside an asynchronous generator unwinds it: its finally runs, and may await.
# An error thrown into one appears where it yielded.
import asyncio
from virtual_time import run, say


async def numbers():
    n = 0
    try:
        while True:
            try:
                n += 1
                yield n
            except ValueError as error:
                say('the generator caught', error)
            await asyncio.sleep(1)
    finally:
        say('the generator cleans up')
        await asyncio.sleep(1)
        say('the generator is clean')


async def listen():
    try:
        async for n in numbers():
            say('heard', n)
    except asyncio.CancelledError as error:
        say('caught', error)


async def main():
    task = asyncio.create_task(listen(), name='listener')
    await asyncio.sleep(1.5)
    task.cancel('enough')
    await task

    generator = numbers()
    say('first:', await generator.__anext__())
    say('after an error:', await generator.athrow(ValueError('thrown in')))
    await generator.aclose()
    say('closed')


run(main())
