// A patched call ends by the timeout of its socket, by a Timeout, by kill, and when another greenlet closes the socket.
import { decode, encode, gevent, OSError, socket } from 'yieldstar';
import { say } from './say';

gevent.monkey.patchAll();

async function attempt(name: string, action: () => unknown) {
  try {
    say(name, 'gave', await action());
  } catch (error) {
    say(name, 'failed:', error instanceof OSError ? error.args : error);
  }
}

async function tick() {
  for (let n = 0; n < 3; n++) {
    await gevent.sleep(1);
    say('tick');
  }
}

async function main() {
  const listener = socket.createServer(['127.0.0.1', 0]);
  const client = await socket.createConnection(listener.getsockname());
  const [server] = await listener.accept();
  client.settimeout(1.5);
  await attempt('recv', () => client.recv(100));
  listener.settimeout(1);
  await attempt('accept', () => listener.accept());
  await gevent.sleep(1);

  client.settimeout(null);
  await attempt('with_timeout', () => gevent.withTimeout(1, () => client.recv(100), { timeoutValue: 'late' }));
  gevent.Timeout.startNew(1);
  await attempt('recv in a Timeout', () => client.recv(100));
  client.settimeout(2);
  const timeout = gevent.Timeout.startNew(3);
  await attempt('recv with both', () => client.recv(100));
  timeout.cancel();
  await attempt('sendall that nobody reads', () => client.sendall(new Uint8Array(20_000_000)));
  server.settimeout(0);
  server.shutdown(socket.SHUT_WR);
  await attempt('send to nobody', () => server.send(encode('x')));
  await attempt('recv of the end', async () => decode(await client.recv(100)));

  listener.settimeout(null);
  const killed = gevent.spawn(attempt, 'accept that is killed', () => listener.accept());
  await gevent.sleep(1);
  await killed.kill();
  const waiting = gevent.spawn(attempt, 'accept of what is closed', () => listener.accept());
  await gevent.sleep(1);
  listener.close();
  await waiting.join();
  await attempt('accept after that', () => listener.accept());
}

gevent.joinall([gevent.spawn(tick), gevent.spawn(main)]);
