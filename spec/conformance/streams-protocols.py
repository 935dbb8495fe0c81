# Below the streams are protocols: what a transport calls, and in which order, on both ends of a connection.
import asyncio
from virtual_time import run, say


class Telling(asyncio.Protocol):
    def __init__(self, name):
        self.name = name

    def connection_made(self, transport):
        say(self.name, 'connection_made')
        self.transport = transport

    def data_received(self, data):
        say(self.name, 'data_received', data)
        if len(data) == len('fail'):
            raise ValueError('refused')
        if len(data) == len('question'):
            self.transport.write(b'answer')

    def eof_received(self):
        say(self.name, 'eof_received')
        return self.name == 'patient'

    def connection_lost(self, exc):
        say(self.name, 'connection_lost', exc)


def report(loop, context):
    say('reported:', context['message'], context['exception'])


async def converse(name, words):
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Telling(name), '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    transport, protocol = await loop.create_connection(lambda: Telling('client'), '127.0.0.1', port)
    say('connected', transport.get_protocol() is protocol)
    transport.write(words)
    await asyncio.sleep(1)
    transport.write_eof()
    await asyncio.sleep(1)
    say('closing:', transport.is_closing())
    transport.close()
    server.close_clients()
    server.close()
    await server.wait_closed()


async def main():
    asyncio.get_running_loop().set_exception_handler(report)
    await converse('server', b'question')
    await converse('patient', b'question')
    await converse('server', b'fail')


run(main())
