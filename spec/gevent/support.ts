/*
 * What specs of gevent share: each test on a loop of its own, and a log of what happened when.
 */

import { EventLoop, getEventLoop, logger, net, setEventLoop } from '../../lib';
import { withEventLoop } from '../../lib/future/running-loop';

/** Have each test of the suite around run on a new loop, and what is printed of errors kept; gives where that is. */
export function onNewLoops(): string[] {
  const printed: string[] = [];
  const { write } = logger;
  let loop: EventLoop;
  beforeEach(() => {
    printed.length = 0;
    logger.write = (text) => printed.push(text.split('\n')[0] as string);
    loop = new EventLoop();
    setEventLoop(loop);
  });
  afterEach(() => {
    withEventLoop(loop, net.getNetwork); // what main asked for last goes with its loop
    loop.close();
    logger.write = write;
    setEventLoop(null);
  });
  return printed;
}

/** Entries of the form `text@time`. */
export class Log {
  readonly entries: string[] = [];

  /** Note that `text` happened now. */
  note(text: unknown): void {
    this.entries.push(`${text}@${getEventLoop().time()}`);
  }
}
