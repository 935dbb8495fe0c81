# A server that serves for ever is closed when its task is cancelled, and a task that serves is cancelled when it is closed.
import asyncio
from virtual_time import run, say


async def handle(reader, writer):
    say('received', await reader.read())
    await writer.wait_closed()
    say('closed')


async def serve(server):
    try:
        async with server as entered:
            say('entered', entered is server)
            await server.serve_forever()
    finally:
        say('no longer serving', server.is_serving())


async def begin():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    serving = asyncio.create_task(serve(server))
    await asyncio.sleep(1)
    try:
        await server.serve_forever()
    except RuntimeError as error:
        say('already being awaited:', 'is already being awaited' in str(error))
    return server, serving, await asyncio.open_connection(*server.sockets[0].getsockname())


async def main():
    for end in ['cancel', 'close', 'close_clients', 'abort_clients']:
        server, serving, (reader, writer) = await begin()
        say(end)
        if end == 'cancel':
            serving.cancel()
        else:
            server.close()
        if end.endswith('clients'):
            getattr(server, end)()
        await asyncio.sleep(1)
        say('done:', serving.done())
        writer.close()
        await writer.wait_closed()
        await asyncio.sleep(1)
        say('done:', serving.done())
        server.abort_clients()
        await asyncio.wait([serving])
        say('cancelled:', serving.cancelled())


run(main())
