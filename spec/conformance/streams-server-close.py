# A closed server accepts nobody, but its connections live on: wait_closed waits for both, in either order.
import asyncio
from virtual_time import run, say


async def handle(reader, writer):
    async for line in reader:
        writer.write(line)
    say('the client has closed')
    writer.close()


async def wait(server, name):
    await server.wait_closed()
    say(name, 'has waited')


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0, start_serving=False)
    say('serving:', server.is_serving(), len(server.sockets))
    await server.start_serving()
    await server.start_serving()
    say('serving:', server.is_serving())
    port = server.sockets[0].getsockname()[1]
    waiting = [asyncio.create_task(wait(server, 'one who came early'))]
    clients = [await asyncio.open_connection('127.0.0.1', port) for _ in range(2)]
    await asyncio.sleep(1)
    server.close()
    server.close()
    say('closed, serving:', server.is_serving(), 'sockets:', server.sockets)
    waiting.append(asyncio.create_task(wait(server, 'one who came late')))
    for n, (reader, writer) in enumerate(clients):
        await asyncio.sleep(1)
        writer.write(b'still here\n')
        say('client', n, await reader.readline())
        writer.close()
        await writer.wait_closed()
        say('client', n, 'has closed')
    await asyncio.gather(*waiting)
    await wait(server, 'one who came too late')
    for method in [server.serve_forever, server.start_serving]:
        try:
            await method()
        except (RuntimeError, TypeError) as error:
            say('is closed:', 'is closed' in str(error) or 'None' in str(error))


run(main())
