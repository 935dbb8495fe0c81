# A server that ends the connection too early: what each way to read makes of the rest, and of the end after it.
import asyncio
from virtual_time import run, say


async def handle(reader, writer):
    writer.write(b'the rest')
    await asyncio.sleep(1)
    writer.close()


async def attempt(name, port, read):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    try:
        say(name, await read(reader))
    except asyncio.IncompleteReadError as error:
        say(name, error)
        say('of', error.expected, 'bytes:', error.partial)
        say('is an EOFError:', isinstance(error, EOFError))
    say('at the end:', reader.at_eof(), 'and then:', await reader.readline(), await reader.read(), await reader.read(1))
    writer.close()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    await attempt('readline', port, lambda reader: reader.readline())
    await attempt('readuntil', port, lambda reader: reader.readuntil(b'!'))
    await attempt('readexactly', port, lambda reader: reader.readexactly(100))
    await attempt('read', port, lambda reader: reader.read(100))
    await attempt('read', port, lambda reader: reader.read())
    server.close()


run(main())
