# What a handler throws goes to the exception handler, and its connection is closed; a cancelled one goes quietly.
import asyncio
from virtual_time import run, say


async def fail(reader, writer):
    writer.write(b'before\n')
    await asyncio.sleep(1)
    raise ValueError('the handler has failed')


async def cancel(reader, writer):
    writer.write(b'before\n')
    asyncio.current_task().cancel()
    await asyncio.sleep(1)


def fail_at_once(reader, writer):
    writer.write(b'before\n')
    asyncio.get_running_loop().call_later(1, writer.close)
    raise ValueError('the function has failed')


def succeed(reader, writer):
    writer.write(b'before\n')
    asyncio.get_running_loop().call_later(1, writer.close)
    return 'what nobody asks for'


def report(loop, context):
    say('reported:', context['message'].partition(' StreamReaderProtocol')[0], '-', context['exception'])
    say('closing:', context['transport'].is_closing() if 'transport' in context else None)


async def main():
    asyncio.get_running_loop().set_exception_handler(report)
    for handler in [fail, cancel, fail_at_once, succeed]:
        say(handler.__name__)
        server = await asyncio.start_server(handler, '127.0.0.1', 0)
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        say('received', await reader.readline())
        say('received', await reader.readline())
        writer.close()
        server.close()
        await server.wait_closed()


run(main())
