# A reader needs no connection: fed by hand it wakes who waits; only one may wait; an error, or a cancellation, takes nothing.
import asyncio
from virtual_time import run, say


class Transport:
    def pause_reading(self):
        say('pause')

    def resume_reading(self):
        say('resume')

    def __repr__(self):
        return '<Transport>'


async def attempt(name, awaitable):
    try:
        say(name, await awaitable)
    except (RuntimeError, ValueError, asyncio.CancelledError) as error:
        say(name, error)


async def main():
    reader = asyncio.StreamReader(limit=4)
    reader.set_transport(Transport())
    first = asyncio.create_task(attempt('first', reader.readexactly(10)))
    second = asyncio.create_task(attempt('second', reader.readline()))
    await asyncio.sleep(1)
    for piece in [b'1234', b'', b'56789', b'0abc\n', b'def']:
        say('feed', piece)
        reader.feed_data(piece)
        await asyncio.sleep(1)
    say(reader)
    await attempt('third', reader.read(5))
    say(reader)
    task = asyncio.create_task(attempt('cancelled', reader.readexactly(6)))
    await asyncio.sleep(1)
    task.cancel()
    reader.feed_data(b'g\nhi')
    await asyncio.sleep(1)
    reader.feed_eof()
    say(reader, reader.at_eof())
    async for line in reader:
        say('line', line)
    say(reader, reader.at_eof())
    reader.set_exception(ValueError('lost'))
    say(reader, reader.exception())
    for name in ['read', 'readline', 'readuntil']:
        await attempt(name, getattr(reader, name)())
    try:
        reader.feed_data(b'more')
    except AssertionError as error:
        say(str(error))


run(main())
