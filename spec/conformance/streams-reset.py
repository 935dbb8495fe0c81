# A server that closes before it has read all resets the connection: the client's reads, drains and waits fail.
import asyncio
from virtual_time import run, say


async def handle(reader, writer):
    say('received', await reader.readexactly(3))
    say('reading:', writer.transport.is_reading())
    await asyncio.sleep(2)
    writer.close()
    await writer.wait_closed()
    say('closed, with bytes unread')


async def attempt(name, awaitable):
    try:
        say(name, await awaitable)
    except OSError as error:
        say(name, error)


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0, limit=1)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(b'123')
    await asyncio.sleep(1)
    for _ in range(2):
        writer.write(b'456789')
        await asyncio.sleep(0.25)
    reading = asyncio.create_task(attempt('readline', reader.readline()))
    await reading
    say('closing:', writer.is_closing(), 'exception:', reader.exception())
    await attempt('read', reader.read())
    await attempt('drain', writer.drain())
    await attempt('wait_closed', writer.wait_closed())
    writer.write(b'in vain')
    await attempt('drain', writer.drain())
    writer.close()
    await attempt('wait_closed', writer.wait_closed())
    server.close()
    await server.wait_closed()
    say('done')


run(main())
