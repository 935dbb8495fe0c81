import { expect } from 'chai';
import { coroutine, EventLoop, gather, RuntimeError, setEventLoop, sleep, ValueError } from '../../lib';
import { collectReports, Log, runBriefly, thrownBy } from '../support';

describe('gather, given what it cannot gather', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    setEventLoop(loop);
  });

  afterEach(() => setEventLoop(null));

  const worker = coroutine(function* (name: string) {
    log.note(name);
    yield* sleep(1);
    return name;
  });

  /** What `gather(argument)` throws where a loop is running. */
  function refusal(argument: unknown): Error {
    return loop.runUntilComplete(
      (function* () {
        return thrownBy(() => gather(argument as never[]));
      })(),
    );
  }

  it('refuses junk, after the coroutines before it were scheduled', () => {
    const error = refusal([worker('before'), 5, worker('after')]);
    expect(error).to.be.an.instanceOf(TypeError);
    expect(error.message).to.equal('An asyncio.Future, a coroutine or an awaitable is required');
    runBriefly(loop);
    expect(log.entries).to.deep.equal(['before@0']);
  });

  it('lets those before the junk end unseen, and reports nothing of them, not even a failure', () => {
    const reports = collectReports(loop);
    async function failing() {
      throw new ValueError('unseen');
    }
    expect(refusal([worker('before'), failing(), {}])).to.be.an.instanceOf(TypeError);
    loop.runUntilComplete(sleep(5));
    loop.close();
    expect([log.entries, reports]).to.deep.equal([['before@0'], []]);
  });

  it('refuses a function that was not called', () => {
    expect(refusal([worker]).message).to.equal('An asyncio.Future, a coroutine or an awaitable is required');
  });

  for (const [what, make] of [
    ['coroutine', () => worker('single')],
    ['future', () => loop.createFuture()],
    ['task', () => loop.createTask(worker('task'))],
  ] as const) {
    it(`refuses a single ${what}, in the place of a list, without touching it`, () => {
      const error = refusal(make());
      expect(error).to.be.an.instanceOf(TypeError);
      expect(error.message).to.match(/^expect a list of (awaitables|futures), not (Coroutine|Future|Task)/);
      expect(log.entries).to.not.include('single@0');
    });
  }

  it('refuses what is no list at all', () => {
    expect(refusal(5)).to.be.an.instanceOf(TypeError);
    expect(refusal(undefined)).to.be.an.instanceOf(TypeError);
  });

  it('refuses futures of different loops', () => {
    const error = refusal([loop.createFuture(), new EventLoop().createFuture()]);
    expect(error).to.be.an.instanceOf(ValueError);
    expect(error.message).to.equal(
      'The future belongs to a different loop than the one specified as the loop argument',
    );
  });

  it('gathers futures of one other loop on that loop, where a task of this one cannot await them', () => {
    const other = new EventLoop();
    const outer = gather([other.createFuture()]);
    expect(outer.getLoop()).to.equal(other);
    async function main() {
      await outer;
    }
    const error = thrownBy(() => loop.runUntilComplete(main()));
    expect(error).to.be.an.instanceOf(RuntimeError);
    expect(error.message).to.match(/ got Future <_GatheringFuture pending> attached to a different loop$/);
  });
});
