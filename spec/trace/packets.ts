/**
 * What the specs of traces use: a program in which a task sends a packet, and another gets it.
 *
 * The network is played by hand: it tells the observer what a network would, and its packets are
 * brought by timers of the loop.
 */

import { coroutine, createTask, type EventLoop, Future } from '../../lib';
import type { Main } from './recorded-trace';

/** Its main coroutine: `client` sends 6 bytes, which `server` waits for; those that it sends then are lost. */
export const sending: Main = coroutine(function* main(loop: EventLoop) {
  const arrived = new Future<void>(loop);
  const server = createTask(waiting(arrived), { name: 'server' });
  createTask(client(loop, arrived), { name: 'client' });
  yield* server;
});

const waiting = coroutine(function* waiting(arrived: Future<void>) {
  yield* arrived;
});

const client = coroutine(function* client(loop: EventLoop, arrived: Future<void>) {
  const ends = { kind: 'data', from: 'client:49152', to: 'server:80' };
  const [hello, bye] = ['hello\n', '!'].map((text) => ({ ...ends, data: new TextEncoder().encode(text) }));
  loop.observer?.packetSent(hello as object);
  loop.callLater(0.5, deliver, hello as object, loop, arrived);
  loop.observer?.packetSent(bye as object);
  loop.observer?.packetLost(bye as object);
});

function deliver(packet: object, loop: EventLoop, arrived: Future<void>): void {
  loop.observer?.packetArrived(packet);
  arrived.setResult();
}
