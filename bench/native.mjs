/** The same work with V8's own async functions and promises. */

import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';

const { randomDelays } = createRequire(import.meta.url)('./raw.ts');

export async function switchOne(n) {
  for (let i = 0; i < n; i++) await null;
}

export async function switchMany(tasks, n) {
  await Promise.all(Array.from({ length: tasks }, () => switchOne(n)));
}

export async function spawn(n) {
  async function child(i) {
    return i;
  }
  await Promise.all(Array.from({ length: n }, (_, i) => child(i)));
}

/** Real timers: the delays are scaled down, so that they all fit into a tenth of a second. */
export async function sleepMany(n) {
  await Promise.all(randomDelays(n).map((delay) => new Promise((resolve) => setTimeout(resolve, delay * 10))));
}

export async function handOver(n) {
  let ping = deferred();
  let pong = deferred();
  async function pinger() {
    for (let i = 0; i < n; i++) {
      ping.resolve();
      await pong.promise;
      pong = deferred();
    }
  }
  async function ponger() {
    for (let i = 0; i < n; i++) {
      await ping.promise;
      ping = deferred();
      pong.resolve();
    }
  }
  await Promise.all([ponger(), pinger()]);
}

/** The one wakes the other by a promise, with the number, and waits for its own. */
export async function pingPong(n) {
  const mail = [deferred(), deferred()];
  async function side(me) {
    for (let left = n; left > 0; ) {
      left = await mail[me].promise;
      mail[me] = deferred();
      mail[1 - me].resolve(left - 1);
    }
  }
  mail[0].resolve(n);
  await Promise.all([side(0), side(1)]);
}

function deferred() {
  let resolve;
  const promise = new Promise((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}

export async function deepChain(depth, n) {
  if (depth > 1) return await deepChain(depth - 1, n);
  for (let i = 0; i < n; i++) await null;
}

export async function park(n) {
  const gates = [];
  async function parked() {
    const gate = deferred();
    gates.push(gate.resolve);
    await gate.promise;
  }
  const tasks = Array.from({ length: n }, parked);
  return {
    keep: tasks,
    release: async () => {
      for (const open of gates) open();
      await Promise.all(tasks);
    },
  };
}

/** All clients at once, by the host's own sockets, in real time. Each sends a line, and has it sent back. */
export async function echoMany(n) {
  const server = createServer((socket) => socket.once('data', (data) => socket.end(data)));
  await new Promise((resolve) => server.listen({ port: 0, host: '127.0.0.1', backlog: n }, resolve));
  const { port } = server.address();
  async function client() {
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    socket.write('hello\n');
    await new Promise((resolve) => socket.once('data', resolve));
    socket.end();
    await new Promise((resolve) => socket.once('close', resolve));
  }
  await Promise.all(Array.from({ length: n }, client));
  await new Promise((resolve) => server.close(resolve));
}
