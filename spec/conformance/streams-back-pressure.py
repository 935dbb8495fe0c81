# One who writes much more than is read is held back in drain; and one who reads more than its limit holds back the sender.
import asyncio
from virtual_time import run, say

SIZE = 8_000_000


async def handle(reader, writer):
    say('limits', writer.transport.get_write_buffer_limits())
    writer.write(bytes(1000))
    await writer.drain()
    say('a little needs no waiting, kept:', writer.transport.get_write_buffer_size())
    writer.write(bytes(SIZE))
    say('more than 64 KiB are kept:', writer.transport.get_write_buffer_size() > 65536)
    drained = [asyncio.create_task(writer.drain()) for _ in range(2)]
    await asyncio.sleep(10)
    say('drained:', [task.done() for task in drained])
    await asyncio.gather(*drained)
    say('drained, no more than 16 KiB are kept:', writer.transport.get_write_buffer_size() <= 16384)
    writer.close()
    await writer.wait_closed()
    say('closed, kept:', writer.transport.get_write_buffer_size())


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port, limit=1000)
    await asyncio.sleep(5)
    say('reading:', writer.transport.is_reading())
    say('read', len(await reader.read(1)), 'reading:', writer.transport.is_reading())
    await asyncio.sleep(10)
    total = 1
    while data := await reader.read(100_000):
        total += len(data)
    say('read all:', total == SIZE + 1000)
    writer.close()
    server.close()
    await server.wait_closed()


run(main())
