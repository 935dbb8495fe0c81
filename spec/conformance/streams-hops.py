# How many iterations of the loop pass from one end of a connection to the other, and to whoever waits there.
import asyncio
from virtual_time import run

iteration = 0


async def count():
    global iteration
    while True:
        iteration += 1
        await asyncio.sleep(0)


def note(*words):
    print(iteration, *words)


async def handle(reader, writer):
    note('the handler begins')
    async for line in reader:
        note('the server has read', line)
        writer.write(line)
        await writer.drain()
        note('the server has written')
    writer.close()
    await writer.wait_closed()
    note('the server has closed')


async def main():
    counter = asyncio.create_task(count())
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    note('the server has started')
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address)
    note('the client is connected')
    for n in range(3):
        writer.write(f'line {n}\n'.encode())
        asyncio.get_running_loop().call_soon(note, 'after writing', n)
        await asyncio.sleep(0)
    for _ in range(3):
        note('the client has read', await reader.readline())
    writer.close()
    await writer.wait_closed()
    note('the client has closed')
    server.close()
    await server.wait_closed()
    note('the server is done')
    try:
        await asyncio.open_connection(*address)
    except ConnectionRefusedError:
        note('refused')
    counter.cancel()


run(main())
