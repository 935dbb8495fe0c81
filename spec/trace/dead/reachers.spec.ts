import { expect } from 'chai';
import { EventLoop, sleep } from '../../../lib';
import { findDeadTasks } from '../../../lib/trace/dead/dead-tasks';
import { host, ticks } from './dead-programs';
import { ENTANGLED } from './reachers-programs';

describe('Of dead tasks it is said which have at hand what another waits for', () => {
  before(() => host.watch());
  after(() => host.unwatch());

  for (const [name, program, said] of ENTANGLED) {
    it(`by way of ${name}`, () => {
      const loop = new EventLoop();
      loop.createTask(ticks());
      loop.createTask(program());
      loop.runUntilComplete(sleep(1));
      const [, ...lines] = findDeadTasks(loop, host)?.text.split('\n') ?? [];
      expect(lines.map(inShort)).to.deep.equal(said);
    });
  }

  /** Who waits, the class of what is waited for, and why for whom. */
  function inShort(line: string): string {
    return line
      .trim()
      .replace(/ waits for <(?:asyncio\.locks\.)?(\w+) [^>]*(?:\(\)\])?>/, ': $1')
      .replace(/,? in \w+ \(.*/, '');
  }
});
