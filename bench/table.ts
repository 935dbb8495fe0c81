/** Two futures that two tasks hand each other, each made anew for every round. */

import * as yieldstar from '../lib';

type Gate = yieldstar.Future<void>;

export class Table {
  private readonly loop = yieldstar.getRunningLoop();
  ping: Gate = this.loop.createFuture<void>();
  pong: Gate = this.loop.createFuture<void>();

  renewPing(): void {
    this.ping = this.loop.createFuture<void>();
  }

  renewPong(): void {
    this.pong = this.loop.createFuture<void>();
  }
}
