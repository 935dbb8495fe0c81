# A client that says that it sends no more, and goes on reading: one direction is closed, the other is not.
import asyncio
from virtual_time import run, say


async def handle(reader, writer):
    question = await reader.read()
    say('the whole question:', question, 'at the end:', reader.at_eof())
    for n in range(3):
        writer.write(f'answer {n}\n'.encode())
        await asyncio.sleep(1)
    say('closing:', writer.is_closing())
    writer.close()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.writelines([b'to be', b' or not', b' to be'])
    await asyncio.sleep(1)
    say('it can be:', writer.can_write_eof())
    writer.write_eof()
    writer.write_eof()
    for method, data in [('write', b'?'), ('write', b''), ('writelines', [b'?']), ('write', 'text')]:
        try:
            getattr(writer, method)(data)
        except (RuntimeError, TypeError) as error:
            say(method, data, error)
    await writer.drain()
    say('closing:', writer.is_closing())
    async for line in reader:
        say(line)
    say('the answer has ended, closing:', writer.is_closing())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    say('done')


run(main())
