# Two clients of one server, which answers in upper case: each line goes there and back, and the two take turns.
import asyncio
from virtual_time import run, say


async def handle(reader, writer):
    say('a client has come')
    async for line in reader:
        say('received', line)
        writer.write(line.upper())
        await writer.drain()
    say('the client sends no more')
    writer.close()
    await writer.wait_closed()
    say('closed')


async def client(port, name):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    say(name, 'is connected')
    for word in ['hello', 'goodbye']:
        writer.write(f'{word} {name}\n'.encode())
        say(name, 'received', await reader.readline())
        await asyncio.sleep(1)
    writer.close()
    say(name, 'closes:', writer.is_closing())
    await writer.wait_closed()
    say(name, 'has closed')


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    await asyncio.gather(client(port, 'ann'), client(port, 'bob'))
    server.close()
    await server.wait_closed()
    say('all is done')


run(main())
