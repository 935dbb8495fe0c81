import { expect } from 'chai';
import { currentTask, EventLoop, ensureFuture, type Future, RuntimeError, sleep } from '../../lib';
import { Log } from '../support';

describe('Task: what a coroutine must not await', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  describe('when it awaits a future of another loop', () => {
    let foreign: Future<number>;

    beforeEach(() => {
      foreign = new EventLoop().createFuture<number>();
    });

    it('fails one iteration later, and leaves the future untouched', () => {
      async function main() {
        loop.callSoon(() => log.note('soon'));
        try {
          await foreign;
        } catch (error) {
          log.note((error as Error).message.replace(/<Task .*>(?= got)/, '<Task>'));
        }
      }
      loop.runUntilComplete(main());
      log.note(String(foreign));
      expect(log.entries).to.deep.equal([
        'soon@0',
        'Task <Task> got Future <Future pending> attached to a different loop@0',
        '<Future pending>@0',
      ]);
    });

    it('ends with that RuntimeError where nobody catches it', () => {
      async function main() {
        await foreign;
      }
      expect(() => loop.runUntilComplete(main())).to.throw(
        RuntimeError,
        /^Task .* got Future .* attached to a different loop$/,
      );
    });

    it('finds the future marked as awaited at a second try', () => {
      function* main() {
        for (let i = 0; i < 2; i++) {
          try {
            yield* foreign;
          } catch (error) {
            log.note((error as Error).message.replace(/^.*> got/, 'got'));
          }
        }
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal([
        'got Future <Future pending> attached to a different loop@0',
        "await wasn't used with future@0",
      ]);
    });

    it('takes its result where it is done already', () => {
      foreign.setResult(3);
      async function main() {
        return await foreign;
      }
      expect(loop.runUntilComplete(main())).to.equal(3);
    });
  });

  describe('when it awaits its own task', () => {
    it('fails one iteration later', () => {
      async function main() {
        loop.callSoon(() => log.note('soon'));
        try {
          await currentTask();
        } catch (error) {
          log.note((error as Error).message.replace(/<Task .*>/, '<Task>'));
        }
        return 'end';
      }
      log.note(loop.runUntilComplete(main()));
      expect(log.entries).to.deep.equal(['soon@0', 'Task cannot await on itself: <Task>@0', 'end@0']);
    });

    it('ends with that RuntimeError, too, where nobody catches it', () => {
      async function main() {
        await task;
      }
      const task: Future<void> = ensureFuture(main(), { loop });
      expect(() => loop.runUntilComplete(task)).to.throw(RuntimeError, /^Task cannot await on itself: <Task pending /);
    });
  });

  describe('what an async function cannot await', () => {
    it('is refused at once, with a TypeError', () => {
      async function main() {
        loop.callSoon(() => log.note('soon'));
        for (const junk of [5, 'x', null, undefined, {}, [sleep(1)]]) {
          try {
            await junk;
          } catch (error) {
            log.note((error as Error).message);
          }
        }
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal([
        "object number can't be used in 'await' expression@0",
        "object string can't be used in 'await' expression@0",
        "object null can't be used in 'await' expression@0",
        "object undefined can't be used in 'await' expression@0",
        "object Object can't be used in 'await' expression@0",
        "object Array can't be used in 'await' expression@0",
        'soon@0',
      ]);
    });
  });
});
