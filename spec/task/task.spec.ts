import { expect } from 'chai';
import { ContextVar, currentTask, EventLoop, gather, repr, sleep, wait } from '../../lib';
import { Log, runBriefly, thrownBy } from '../support';

describe('Task: stepping', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  describe('when made', () => {
    it('runs nothing at once, and first steps come in the order of creation', () => {
      function* worker(name: string) {
        log.note(name);
      }
      function* main() {
        loop.createTask(worker('a'));
        const last = loop.createTask(worker('b'));
        log.note('created');
        yield* last;
        log.note('end');
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['created@0', 'a@0', 'b@0', 'end@0']);
    });

    it('treats async functions the same, whose call runs nothing either', () => {
      async function worker(name: string) {
        log.note(name);
      }
      async function main() {
        loop.createTask(worker('a'));
        const last = loop.createTask(worker('b'));
        log.note('created');
        await last;
        log.note('end');
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['created@0', 'a@0', 'b@0', 'end@0']);
    });
  });

  describe('a step', () => {
    it('runs through coroutines that are awaited directly, without an iteration', () => {
      function* inner() {
        log.note('inner');
      }
      function* outer() {
        yield* inner();
        yield* inner();
        log.note('outer');
      }
      loop.createTask(outer());
      loop.callSoon(() => log.note('other'));
      runBriefly(loop);
      expect(log.entries).to.deep.equal(['inner@0', 'inner@0', 'outer@0', 'other@0']);
    });

    it('runs through async functions that are awaited directly, without an iteration', () => {
      async function inner() {
        log.note('inner');
      }
      async function outer() {
        await inner();
        await inner();
        log.note('outer');
      }
      loop.createTask(outer());
      loop.callSoon(() => log.note('other'));
      runBriefly(loop);
      expect(log.entries).to.deep.equal(['inner@0', 'inner@0', 'outer@0', 'other@0']);
    });

    it('ends at a bare yield, and the next comes an iteration later, in turn with the others', () => {
      function* worker(name: string) {
        for (let i = 0; i < 3; i++) {
          log.note(`${name}${i}`);
          yield;
        }
      }
      loop.runUntilComplete(wait([worker('a'), worker('b')]));
      expect(log.entries).to.deep.equal(['a0@0', 'b0@0', 'a1@0', 'b1@0', 'a2@0', 'b2@0']);
    });

    it('sends undefined into the coroutine', () => {
      function* main() {
        const got: unknown = yield;
        return repr(got);
      }
      expect(loop.runUntilComplete(main())).to.equal('undefined');
    });

    it('has no task around it while it is another callback', () => {
      function* main() {
        loop.callSoon(() => log.note(`${currentTask()}`));
        yield;
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['undefined@0']);
    });
  });

  describe('waiting for a future', () => {
    it('resumes one iteration after the future is done, with its result, its exception, or cancelled', () => {
      const [a, b, c] = [loop.createFuture<number>(), loop.createFuture<number>(), loop.createFuture<number>()];
      function* waiter(name: string, future: typeof a) {
        try {
          log.note(`${name} ${yield* future}`);
        } catch (error) {
          log.note(`${name} ${repr(error)}`);
        }
      }
      function* main() {
        loop.createTask(waiter('a', a));
        loop.createTask(waiter('b', b));
        loop.createTask(waiter('c', c));
        yield* sleep(1);
        a.setResult(1);
        b.setException(new Error('x'));
        c.cancel('m');
        loop.callSoon(() => log.note('soon'));
        log.note('set');
        yield;
        log.note('next');
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal([
        'set@1',
        'a 1@1',
        "b Error('x')@1",
        "c CancelledError('m')@1",
        'soon@1',
        'next@1',
      ]);
    });

    it('takes the blocking flag off the future, so that others can wait for it too', () => {
      const future = loop.createFuture<number>();
      const waiters = [1, 2].map((n) =>
        loop.createTask(
          (function* () {
            log.note(`${n} got ${yield* future}`);
          })(),
        ),
      );
      runBriefly(loop);
      expect(future.asyncioFutureBlocking).to.equal(false);
      future.setResult(5);
      loop.runUntilComplete(gather(waiters));
      expect(log.entries).to.deep.equal(['1 got 5@0', '2 got 5@0']);
    });

    it('goes on in its own context, whoever sets the result', () => {
      const name = new ContextVar('name', { default: 'nobody' });
      const future = loop.createFuture<void>();
      async function waiter() {
        name.set('waiter');
        await future;
        log.note(name.get() as string);
      }
      async function setter() {
        name.set('setter');
        future.setResult();
      }
      loop.runUntilComplete(wait([waiter(), setter()]));
      expect(log.entries).to.deep.equal(['waiter@0']);
    });

    it('that is done already continues at once', () => {
      const future = loop.createFuture<number>();
      future.setResult(5);
      async function main() {
        loop.callSoon(() => log.note('soon'));
        log.note(`got ${await future}`);
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['got 5@0', 'soon@0']);
    });
  });

  describe('given what is no coroutine', () => {
    it('refuses it, and says what it got', () => {
      const texts = [5, 'x', null, () => {}, loop.createFuture(), [1]].map(
        (junk) => thrownBy(() => loop.createTask(junk as never)).message,
      );
      expect(texts).to.deep.equal([
        'a coroutine was expected, got 5',
        "a coroutine was expected, got 'x'",
        'a coroutine was expected, got null',
        'a coroutine was expected, got <function <anonymous>>',
        'a coroutine was expected, got <Future pending>',
        'a coroutine was expected, got [1]',
      ]);
    });

    it('raises a TypeError', () => {
      expect(thrownBy(() => loop.createTask(5 as never))).to.be.an.instanceOf(TypeError);
    });

    it('takes a plain generator for a coroutine, which Python refuses', () => {
      function* hello() {
        return 'hello';
      }
      expect(loop.runUntilComplete(loop.createTask(hello()))).to.equal('hello');
    });
  });
});
