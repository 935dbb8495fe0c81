// Who blocks instead of waiting stops the world.
// Timers that are due meanwhile run afterwards, late, in the order of their deadlines.
import { type EventLoop, gather, getRunningLoop, run, sleep } from 'yieldstar';
import { say } from './say';

async function waits(seconds: number) {
  say('waits for', seconds);
  await sleep(seconds);
  say('woke');
}

async function blocks(seconds: number) {
  await sleep(1);
  say('blocks for', seconds);
  (getRunningLoop() as EventLoop).clock.advance(seconds);
  say('is back');
  await sleep(1);
  say('is done');
}

async function main() {
  await gather([waits(4.5), blocks(3), waits(2), waits(1.5), waits(5)]);
}

run(main());
