// An echo server and its clients, greenlets on plain sockets: those that became ready last are served first.
import { decode, encode, gevent, socket } from 'yieldstar';
import { say } from './say';

gevent.monkey.patchAll();
const listener = socket.createServer(['127.0.0.1', 0]);

async function echo(n: number, connection: socket.Socket) {
  for (let data = await connection.recv(100); data.length > 0; data = await connection.recv(100)) {
    say('server has', decode(data), 'of', n);
    await connection.sendall(encode(decode(data).toUpperCase()));
  }
  say('server lost', n);
  connection.close();
}

async function serve(count: number) {
  for (let n = 0; n < count; n++) {
    const [connection, address] = await listener.accept();
    say('server accepted', n, String(address) === String(connection.getpeername()));
    gevent.spawn(echo, n, connection);
  }
  listener.close();
}

async function client(n: number) {
  const connection = await socket.createConnection(listener.getsockname());
  say('client', n, 'is connected');
  for (const word of ['hello', 'bye']) {
    await connection.sendall(encode(`${word} ${n}`));
    say('client', n, 'has', decode(await connection.recv(100)));
    await gevent.sleep(n);
  }
  connection.close();
}

gevent.joinall([gevent.spawn(serve, 3), ...[0, 1, 2].map((n) => gevent.spawn(client, n))]);

/** Python's socket.socketpair. */
function socketpair() {
  const between = socket.createServer(['127.0.0.1', 0]);
  return [socket.createConnection(between.getsockname()), between.accept()[0]] as const;
}

const pairs = [0, 1, 2, 3].map(socketpair);
const read = async (n: number) => say('reader', n, decode((await pairs[n]?.[1].recv(1)) ?? encode('')));
const readers = pairs.map((_, n) => gevent.spawn(read, n));
gevent.sleep(1);
gevent.spawn(say, 'callback');
gevent.spawnLater(0, say, 'timer');
for (const n of [2, 0, 3, 1]) pairs[n]?.[0].send(encode('x'));
gevent.spawn(say, 'another callback');
gevent.joinall(readers);
say('the rest of what is done');
