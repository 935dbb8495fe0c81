import { expect } from 'chai';
import {
  asyncWith,
  currentTask,
  EventLoop,
  KeyboardInterrupt,
  SystemExit,
  sleep,
  type Task,
  TaskGroup,
  ValueError,
} from '../../lib';
import { Log, thrownBy } from '../support';

for (const Type of [SystemExit, KeyboardInterrupt]) {
  describe(`TaskGroup: ${Type.name}`, () => {
    let loop: EventLoop;
    let log: Log;

    beforeEach(() => {
      loop = new EventLoop();
      log = new Log(loop);
    });

    async function failsAfter(delay: number, error: Error) {
      await sleep(delay);
      throw error;
    }

    /** Await for nine seconds; note the cancellation, and a second later fail with `error`. */
    async function waits(name: string, error: Error) {
      try {
        await sleep(9);
      } catch {
        log.note(`${name} cancelled`);
        await sleep(1);
        throw error;
      }
    }

    /** Run `body` in a group, and note what comes out of it. */
    async function main(body: (group: TaskGroup) => PromiseLike<void>) {
      try {
        await asyncWith(new TaskGroup(), body as (group: TaskGroup) => Promise<void>);
      } catch (error) {
        log.note(`${error}, cancelling ${currentTask()?.cancelling()}`);
      }
    }

    it('of the body comes out bare, when the tasks have ended, whose errors are dropped', () => {
      const body = async (group: TaskGroup) => {
        group.createTask(waits('child', new ValueError('late')));
        await sleep(0);
        throw new Type('body' as never);
      };
      loop.runUntilComplete(main(body));
      expect(log.entries).to.deep.equal(['child cancelled@0', `${Type.name}: body, cancelling 0@1`]);
    });

    it('of the body comes out bare also where a task had failed', () => {
      const body = async (group: TaskGroup) => {
        group.createTask(failsAfter(1, new ValueError('child')));
        await waits('body', new Type('body' as never));
      };
      loop.runUntilComplete(main(body));
      expect(log.entries).to.deep.equal(['body cancelled@1', `${Type.name}: body, cancelling 1@2`]);
    });

    it('of a task leaves the loop at once, and comes out bare when the loop runs on', () => {
      const body = async (group: TaskGroup) => {
        group.createTask(failsAfter(1, new Type('child' as never)));
        group.createTask(waits('other', new ValueError('late')));
        await sleep(9);
      };
      const task: Task<void> = loop.createTask(main(body));
      const error = thrownBy(() => loop.runUntilComplete(task));
      expect([String(error), task.done(), ...log.entries]).to.deep.equal([`${Type.name}: child`, false]);
      loop.runUntilComplete(task);
      expect(log.entries).to.deep.equal(['other cancelled@1', `${Type.name}: child, cancelling 1@2`]);
    });
  });
}
