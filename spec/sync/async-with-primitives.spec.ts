import { expect } from 'chai';
import {
  type AsyncContextManager,
  type AwaitableLike,
  asyncWith,
  BoundedSemaphore,
  Condition,
  EventLoop,
  Lock,
  Semaphore,
  sleep,
} from '../../lib';
import { Log } from '../support';

interface Primitive extends AsyncContextManager<undefined> {
  locked(): boolean;
}

describe('asyncWith', () => {
  for (const Type of [Lock, Condition, Semaphore, BoundedSemaphore]) {
    describe(`of a ${Type.name}`, () => {
      let loop: EventLoop;
      let log: Log;
      let primitive: Primitive;
      const note = (where: string): void => log.note(`${where} ${primitive.locked()}`);

      beforeEach(() => {
        loop = new EventLoop();
        log = new Log(loop);
        primitive = new Type();
      });

      const inGenerators = function* () {
        yield* sleep(1);
        note('before');
        yield* asyncWith(primitive, function* (target) {
          note(`${target}`);
          yield* sleep(1);
          note('inside');
        });
        note('after');
      };
      const inFunctions = async () => {
        await sleep(1);
        note('before');
        await asyncWith(primitive, async (target) => {
          note(`${target}`);
          await sleep(1);
          note('inside');
        });
        note('after');
      };
      const ways: [string, () => AwaitableLike<void>][] = [
        ['generators', inGenerators],
        ['async functions', inFunctions],
      ];
      for (const [way, main] of ways) {
        it(`has it locked inside, over an await, and gives nothing, in ${way}`, () => {
          loop.runUntilComplete(main());
          expect([...log.entries, primitive.locked()]).to.deep.equal([
            'before false@1',
            'undefined true@1',
            'inside true@2',
            'after false@2',
            false,
          ]);
        });
      }

      it('is the only way: it cannot itself be awaited', () => {
        const main = async () => {
          await (primitive as unknown as PromiseLike<void>);
        };
        const text = `object ${Type.name} can't be used in 'await' expression`;
        expect(() => loop.runUntilComplete(main())).to.throw(TypeError, text);
        expect(primitive.locked()).to.equal(false);
      });
    });
  }
});
