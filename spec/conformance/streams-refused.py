# Connecting to where nobody listens any more is refused, and so is listening where somebody does already.
import asyncio
import errno
from virtual_time import run, say


async def knock(port):
    try:
        reader, writer = await asyncio.open_connection('127.0.0.1', port)
    except ConnectionRefusedError as error:
        say('refused:', type(error).__name__, error.errno == errno.ECONNREFUSED, 'OSError:', isinstance(error, OSError))
        say(str(error).replace(str(port), 'PORT'))
    else:
        say('connected, with', await reader.readline())
        writer.close()
        await writer.wait_closed()


def greet(reader, writer):
    writer.write(b'welcome\n')
    writer.close()


async def main():
    server = await asyncio.start_server(greet, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    await asyncio.gather(knock(port), knock(port))
    server.close()
    await asyncio.gather(knock(port), knock(port))
    server = await asyncio.start_server(greet, '127.0.0.1', port)
    await knock(port)
    try:
        await asyncio.start_server(greet, '127.0.0.1', port)
    except OSError as error:
        say(error.errno == errno.EADDRINUSE, str(error).replace(str(port), 'PORT'))
    server.close()
    await server.wait_closed()
    wrong = [asyncio.open_connection(), asyncio.start_server(greet), asyncio.open_connection('127.0.0.1', port, limit=0)]
    for awaitable in wrong:
        try:
            await awaitable
        except ValueError as error:
            say(error)


run(main())
