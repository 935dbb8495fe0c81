# The ways to read: by lines, up to separators, by numbers of bytes; and what each does when the limit is passed.
import asyncio
from virtual_time import run, say

PIECES = [b'a li', b'ne\nke', b'y=value;1', b'23', b'45much too long', b' a part!a line', b' that is too long\nlast\n']


async def handle(reader, writer):
    for piece in PIECES:
        writer.write(piece)
        await asyncio.sleep(1)
    writer.close()


async def attempt(name, reading):
    try:
        say(name, await reading)
    except (asyncio.LimitOverrunError, ValueError) as error:
        say(name, error)
        return error


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port, limit=12)
    await attempt('readline', reader.readline())
    await attempt('readuntil', reader.readuntil(b'='))
    await attempt('readuntil', reader.readuntil((b'---', b';')))
    await attempt('readexactly', reader.readexactly(5))
    await attempt('readexactly', reader.readexactly(-1))
    await attempt('readuntil', reader.readuntil(()))
    await attempt('read', reader.read(0))
    error = await attempt('readuntil', reader.readuntil(b'!'))
    say('consumed', error.consumed)
    await attempt('read', reader.read(3))
    await attempt('read', reader.read(100))
    await attempt('readuntil', reader.readuntil(b'!'))
    await attempt('readline', reader.readline())
    await attempt('readline', reader.readline())
    writer.close()
    server.close()


run(main())
