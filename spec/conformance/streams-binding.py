# A server that does not serve yet has its address, and refuses clients; an address that is taken, or another host's, is refused.
import asyncio
from virtual_time import run, say

ELSEWHERE = '192.0.2.1'


def handle(reader, writer):
    writer.write(b'welcome\n')
    writer.close()


async def attempt(name, awaitable, port):
    try:
        result = await awaitable
    except OSError as error:
        say(name, error.errno, str(error).replace(str(port), 'PORT'))
    else:
        say(name, 'done')
        return result


async def knock(port, **options):
    reader, writer = await asyncio.open_connection('127.0.0.1', port, **options)
    say('read', await reader.read())
    writer.close()
    await writer.wait_closed()


async def main():
    first = await asyncio.start_server(handle, '127.0.0.1', 0, start_serving=False)
    port = first.sockets[0].getsockname()[1]
    await attempt('connect', knock(port), port)
    second = await attempt('bind', asyncio.start_server(handle, '127.0.0.1', port, start_serving=False), port)
    await attempt('serve', first.start_serving(), port)
    await attempt('connect', knock(port), port)
    await attempt('serve', second.start_serving(), port)
    await attempt('bind', asyncio.start_server(handle, '127.0.0.1', port, start_serving=False), port)
    first.close()
    await attempt('connect', knock(port), port)
    third = await asyncio.start_server(handle, '127.0.0.1', port)
    await attempt('connect', knock(port, local_addr=('127.0.0.1', 0)), port)
    await attempt('connect', knock(port, local_addr=('127.0.0.1', port)), port)
    await attempt('connect', knock(port, local_addr=(ELSEWHERE, 0)), port)
    await attempt('bind', asyncio.start_server(handle, ELSEWHERE, port), port)
    both = await attempt('bind', asyncio.start_server(handle, [ELSEWHERE, '127.0.0.1'], 0), port)
    say(len(both.sockets))
    third.close()
    both.close()


run(main())
