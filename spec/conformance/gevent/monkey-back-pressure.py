# To send more than there is room for is to wait until somebody reads; one greenlet may read and one write at a socket.
from gevent import monkey; monkey.patch_all()
import socket

import gevent
from gevent.exceptions import ConcurrentObjectUseError
from say import say

MUCH = 20_000_000

listener = socket.create_server(('127.0.0.1', 0))
client = socket.create_connection(listener.getsockname())
server, _ = listener.accept()


def write():
    say('writer begins')
    client.sendall(bytes(MUCH))
    say('writer is done')
    client.shutdown(socket.SHUT_WR)


def read(name, connection):
    count = 0
    while data := connection.recv(1_000_000):
        count += len(data)
    say(name, 'has all', count)


def intrude(name, action):
    try:
        action()
    except ConcurrentObjectUseError as error:
        say(name, 'must not:', str(error)[:48])


both = [gevent.spawn(write), gevent.spawn(read, 'reader of the client', client)]
gevent.sleep(1)
for intruder in gevent.spawn(intrude, 'second reader', lambda: client.recv(1)), gevent.spawn(
    intrude, 'second writer', lambda: client.sendall(b'x')
):
    intruder.join()
gevent.sleep(1)
say('nobody has read', [each.ready() for each in both])
gevent.spawn(read, 'main', server).join()
server.sendall(b'hello')
server.close()
gevent.joinall(both)
try:
    client.sendall(b'x')
except BrokenPipeError as error:
    say(error)
say(socket.create_connection(listener.getsockname()).gettimeout())
listener.close()
