# After a connection is closed, writing does nothing, and draining fails: at once where that is known, or a moment later.
import asyncio
from virtual_time import run, say


async def handle(reader, writer):
    say('received', await reader.read())
    writer.write(b'too late\n')
    writer.close()
    await writer.wait_closed()
    say('the server has closed')


async def attempt(name, awaitable):
    try:
        say(name, await awaitable)
    except ConnectionError as error:
        say(name, error)


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address)
    say('peer:', writer.get_extra_info('peername') == address)
    say('myself:', writer.get_extra_info('sockname')[0])
    say('nothing:', writer.get_extra_info('nothing'), writer.get_extra_info('nothing', 'otherwise'))
    waiting = asyncio.create_task(attempt('waits', writer.wait_closed()))
    reading = asyncio.create_task(attempt('reads', reader.readline()))
    await asyncio.sleep(1)
    writer.write(b'last words')
    writer.close()
    writer.close()
    say('closing:', writer.is_closing(), 'at the end:', reader.at_eof())
    writer.write(b'in vain')
    writer.write_eof()
    await attempt('drain', writer.drain())
    say('at the end:', reader.at_eof())
    await attempt('drain', writer.drain())
    await attempt('read', reader.read())
    await asyncio.gather(waiting, reading)
    await asyncio.sleep(1)
    server.close()
    await server.wait_closed()


run(main())
