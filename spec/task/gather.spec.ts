import { expect } from 'chai';
import { coroutine, EventLoop, gather, setEventLoop, sleep, TimeoutError } from '../../lib';
import { collectReports, countIterations, Log } from '../support';

describe('gather', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    setEventLoop(loop);
  });

  afterEach(() => setEventLoop(null));

  const worker = coroutine(function* (name: string, delay: number) {
    log.note(`${name} begins`);
    yield* sleep(delay);
    log.note(`${name} ends`);
    return name;
  });

  async function asyncWorker(name: string, delay: number): Promise<string> {
    log.note(`${name} begins`);
    await sleep(delay);
    log.note(`${name} ends`);
    return name;
  }

  describe('over nothing', () => {
    it('gives a future that is done already, with an empty list', () => {
      const outer = gather([]);
      expect(outer.done()).to.equal(true);
      expect(outer.result()).to.deep.equal([]);
    });

    it('gives a plain future of the current loop', () => {
      const outer = gather([]);
      expect(String(outer)).to.equal('<Future finished result=[]>');
      expect(outer.getLoop()).to.equal(loop);
    });
  });

  describe('over coroutines', () => {
    it('begins them in the order of the arguments and lets them run at once', () => {
      loop.runUntilComplete(gather([worker('a', 2), asyncWorker('b', 1), worker('c', 1)]));
      expect(log.entries).to.deep.equal(['a begins@0', 'b begins@0', 'c begins@0', 'b ends@1', 'c ends@1', 'a ends@2']);
    });

    it('gives the results in the order of the arguments, whatever ends first', () => {
      async function main() {
        return await gather([worker('a', 3), asyncWorker('b', 1), worker('c', 2)]);
      }
      expect(loop.runUntilComplete(main())).to.deep.equal(['a', 'b', 'c']);
      expect(loop.time()).to.equal(3);
    });

    it('takes plain generators, coroutines, async functions, tasks and futures together', () => {
      function* plain() {
        yield* sleep(1);
        return 'plain';
      }
      const future = loop.createFuture<string>();
      loop.callLater(2, () => future.setResult('future'));
      function* main() {
        const task = loop.createTask(worker('task', 1));
        return yield* gather([plain(), worker('coroutine', 1), asyncWorker('async', 1), task, future]);
      }
      expect(loop.runUntilComplete(main())).to.deep.equal(['plain', 'coroutine', 'async', 'task', 'future']);
    });

    it('runs a coroutine that is given twice once, and puts its result in both places', () => {
      function* main() {
        const twice = worker('twice', 1);
        return yield* gather([twice, worker('once', 1), twice]);
      }
      expect(loop.runUntilComplete(main())).to.deep.equal(['twice', 'once', 'twice']);
      expect(log.entries.filter((entry) => entry.startsWith('twice'))).to.deep.equal([
        'twice begins@0',
        'twice ends@1',
      ]);
    });

    it('takes any iterable, such as a set or a generator of coroutines', () => {
      function* coroutines() {
        yield worker('a', 1);
        yield worker('b', 1);
      }
      function* main() {
        const fromSet = yield* gather(new Set([worker('s', 1)]) as never);
        const fromGenerator = yield* gather(coroutines() as never);
        return [fromSet, fromGenerator] as unknown[];
      }
      expect(loop.runUntilComplete(main())).to.deep.equal([['s'], ['a', 'b']]);
    });
  });

  describe('over what is done already', () => {
    it('is done at once when all are', () => {
      const [one, two] = [loop.createFuture<number>(), loop.createFuture<number>()];
      one.setResult(1);
      two.setResult(2);
      const outer = gather([one, two]);
      expect(outer.done()).to.equal(true);
      expect(outer.result()).to.deep.equal([1, 2]);
    });

    it('fails at once when one of them failed, though others are pending', () => {
      const [one, two] = [loop.createFuture(), loop.createFuture()];
      two.setException(new TimeoutError('late'));
      const outer = gather([one, two]);
      expect(outer.done()).to.equal(true);
      expect(outer.exception()?.message).to.equal('late');
    });

    it('waits for those that are not done', () => {
      const [one, two] = [loop.createFuture<number>(), loop.createFuture<number>()];
      one.setResult(1);
      const outer = gather([one, two]);
      two.setResult(2);
      expect(countIterations(loop, () => outer.done())).to.equal(1);
      expect(outer.result()).to.deep.equal([1, 2]);
    });
  });

  it('is done one iteration after its last child', () => {
    const child = loop.createFuture<number>();
    const outer = gather([child]);
    child.setResult(1);
    expect(outer.done()).to.equal(false);
    expect(countIterations(loop, () => outer.done())).to.equal(1);
  });

  it("shows as Python's _GatheringFuture", () => {
    expect(String(gather([loop.createFuture()]))).to.equal('<_GatheringFuture pending>');
  });

  it('keeps the tasks it made from being reported as destroyed while pending', () => {
    const reports = collectReports(loop);
    const own = loop.createTask(worker('own', 9));
    gather([worker('a', 9), asyncWorker('b', 9), own]);
    loop.runUntilComplete(sleep(1));
    loop.close();
    expect(reports.map((report) => report.task)).to.deep.equal([own]);
  });
});
