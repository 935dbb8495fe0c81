// To send more than there is room for is to wait until somebody reads; one greenlet may read and one write at a socket.
import { BrokenPipeError, encode, gevent, socket } from 'yieldstar';
import { say } from './say';

gevent.monkey.patchAll();
const MUCH = 20_000_000;

const listener = socket.createServer(['127.0.0.1', 0]);
const client = socket.createConnection(listener.getsockname());
const [server] = listener.accept();

async function write() {
  say('writer begins');
  await client.sendall(new Uint8Array(MUCH));
  say('writer is done');
  client.shutdown(socket.SHUT_WR);
}

async function read(name: string, connection: socket.Socket) {
  let count = 0;
  for (let data = await connection.recv(1e6); data.length > 0; data = await connection.recv(1e6)) {
    count += data.length;
  }
  say(name, 'has all', count);
}

async function intrude(name: string, action: () => unknown) {
  try {
    await action();
  } catch (error) {
    if (error instanceof gevent.ConcurrentObjectUseError) say(name, 'must not:', error.message.slice(0, 48));
  }
}

const both = [gevent.spawn(write), gevent.spawn(read, 'reader of the client', client)];
gevent.sleep(1);
for (const intruder of [
  gevent.spawn(intrude, 'second reader', () => client.recv(1)),
  gevent.spawn(intrude, 'second writer', () => client.sendall(encode('x'))),
]) {
  intruder.join();
}
gevent.sleep(1);
const ready = both.map((each) => each.ready());
say('nobody has read', ready);
gevent.spawn(read, 'main', server).join();
server.sendall(encode('hello'));
server.close();
gevent.joinall(both);
try {
  client.sendall(encode('x'));
} catch (error) {
  if (error instanceof BrokenPipeError) say(error);
}
say(socket.createConnection(listener.getsockname()).gettimeout());
listener.close();
