# An echo server and its clients, greenlets on plain sockets: those that became ready last are served first.
from gevent import monkey; monkey.patch_all()
import socket

import gevent
from say import say

listener = socket.create_server(('127.0.0.1', 0))


def echo(n, connection):
    while data := connection.recv(100):
        say('server has', data.decode(), 'of', n)
        connection.sendall(data.upper())
    say('server lost', n)
    connection.close()


def serve(count):
    for n in range(count):
        connection, address = listener.accept()
        say('server accepted', n, address == connection.getpeername())
        gevent.spawn(echo, n, connection)
    listener.close()


def client(n):
    connection = socket.create_connection(listener.getsockname())
    say('client', n, 'is connected')
    for word in 'hello', 'bye':
        connection.sendall(f'{word} {n}'.encode())
        say('client', n, 'has', connection.recv(100).decode())
        gevent.sleep(n)
    connection.close()


gevent.joinall([gevent.spawn(serve, 3), *(gevent.spawn(client, n) for n in range(3))])

pairs = [socket.socketpair() for _ in range(4)]
readers = [gevent.spawn(lambda n, pair: say('reader', n, pair[1].recv(1).decode()), *each) for each in enumerate(pairs)]
gevent.sleep(1)
gevent.spawn(say, 'callback')
gevent.spawn_later(0, say, 'timer')
for n in 2, 0, 3, 1:
    pairs[n][0].send(b'x')
gevent.spawn(say, 'another callback')
gevent.joinall(readers)
say('the rest of what is done')
