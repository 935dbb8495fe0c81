# A patched call ends by the timeout of its socket, by a Timeout, by kill, and when another greenlet closes the socket.
from gevent import monkey; monkey.patch_all()
import socket

import gevent
from say import say


def attempt(name, action):
    try:
        say(name, 'gave', action())
    except BaseException as error:
        say(name, 'failed:', error.args if isinstance(error, OSError) else error)


def tick():
    for n in range(3):
        gevent.sleep(1)
        say('tick')


def main():
    listener = socket.create_server(('127.0.0.1', 0))
    client = socket.create_connection(listener.getsockname())
    server, _ = listener.accept()
    client.settimeout(1.5)
    attempt('recv', lambda: client.recv(100))
    listener.settimeout(1)
    attempt('accept', lambda: listener.accept())
    gevent.sleep(1)

    client.settimeout(None)
    attempt('with_timeout', lambda: gevent.with_timeout(1, client.recv, 100, timeout_value='late'))
    gevent.Timeout.start_new(1)
    attempt('recv in a Timeout', lambda: client.recv(100))
    client.settimeout(2)
    timeout = gevent.Timeout.start_new(3)
    attempt('recv with both', lambda: client.recv(100))
    timeout.cancel()
    attempt('sendall that nobody reads', lambda: client.sendall(bytes(20_000_000)))
    server.settimeout(0)
    server.shutdown(socket.SHUT_WR)
    attempt('send to nobody', lambda: server.send(b'x'))
    attempt('recv of the end', lambda: client.recv(100).decode())

    listener.settimeout(None)
    killed = gevent.spawn(attempt, 'accept that is killed', lambda: listener.accept())
    gevent.sleep(1)
    killed.kill()
    waiting = gevent.spawn(attempt, 'accept of what is closed', lambda: listener.accept())
    gevent.sleep(1)
    listener.close()
    waiting.join()
    attempt('accept after that', lambda: listener.accept())


gevent.joinall([gevent.spawn(tick), gevent.spawn(main)])
