import { inspect } from 'node:util';
import { expect } from 'chai';
import { EventLoop, RuntimeError, setEventLoop, ValueError } from '../../../lib';
import { encode } from '../../../lib/bytes';
import { StreamReader } from '../../../lib/net/stream/stream-reader';
import type { ReadTransport } from '../../../lib/net/transport/transport';
import { thrownBy } from '../../support';
import { errorText, readerWith, textOf } from './streams';

/** Notes what it is told. */
class FakeTransport implements ReadTransport {
  readonly told: string[] = [];

  pauseReading(): void {
    this.told.push('pause');
  }

  resumeReading(): void {
    this.told.push('resume');
  }

  toString(): string {
    return '<Transport>';
  }
}

describe('StreamBuffer', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  describe('is made', () => {
    afterEach(() => setEventLoop(null));

    it('for the running loop, or the one that is set', () => {
      const loops: unknown[] = [];
      const madeNow = () => loops.push((new StreamReader() as unknown as { loop: unknown }).loop);
      loop.callSoon(madeNow);
      loop.runOnce();
      setEventLoop(loop);
      madeNow();
      expect(loops).to.deep.equal([loop, loop]);
    });

    it('not where there is no loop', () => {
      setEventLoop(null);
      expect(() => new StreamReader()).to.throw(RuntimeError, 'There is no current event loop');
    });

    it('with no limit of 0 or below', () => {
      const errors = [0, -1].map((limit) => thrownBy(() => new StreamReader({ loop, limit })));
      expect(errors.map(String)).to.deep.equal(Array(2).fill('ValueError: Limit cannot be <= 0'));
    });
  });

  describe('fed', () => {
    it('with nothing stays as it is', () => {
      expect(String(readerWith(loop, ['']))).to.equal('<StreamReader>');
    });

    it('refuses what is no bytes, and anything after the end', () => {
      const reader = new StreamReader({ loop });
      const text = thrownBy(() => reader.feedData('text' as unknown as Uint8Array));
      reader.feedEof();
      const late = thrownBy(() => reader.feedData(encode('late')));
      expect([text, late].map(String)).to.deep.equal([
        "TypeError: data argument must be a bytes-like object, not 'str'",
        'AssertionError: feed_data after feed_eof',
      ]);
    });

    it('is at its end once all is read, and no sooner', () => {
      const reader = readerWith(loop, ['some data\n']);
      const ends = [reader.atEof()];
      reader.feedEof();
      ends.push(reader.atEof());
      textOf(loop, reader.readline());
      expect([...ends, reader.atEof()]).to.deep.equal([false, false, true]);
    });

    it('keeps what was fed, whatever becomes of the array', () => {
      const reader = new StreamReader({ loop });
      const data = encode('abc');
      reader.feedData(data);
      data.fill(0);
      expect(textOf(loop, reader.read(3))).to.equal('abc');
    });
  });

  describe('told of an error', () => {
    it('gives it when asked', () => {
      const reader = new StreamReader({ loop });
      const error = new ValueError('lost');
      const before = reader.exception();
      reader.setException(error);
      expect([before, reader.exception()]).to.deep.equal([undefined, error]);
    });

    it('throws it into the read that waits', () => {
      const reader = new StreamReader({ loop });
      loop.callSoon(() => reader.setException(new ValueError('lost')));
      expect(errorText(loop, reader.readline())).to.equal('ValueError: lost');
    });

    it('does no harm to a read that was cancelled just before', () => {
      const reader = new StreamReader({ loop });
      const task = loop.createTask(reader.readline());
      loop.runOnce();
      task.cancel();
      reader.setException(new ValueError('lost'));
      loop.runOnce();
      expect([task.cancelled(), String(reader)]).to.deep.equal([true, "<StreamReader exception=ValueError('lost')>"]);
    });
  });

  describe('of a transport', () => {
    let transport: FakeTransport;

    beforeEach(() => {
      transport = new FakeTransport();
    });

    function connected(pieces: readonly string[], limit: number): StreamReader {
      const reader = new StreamReader({ loop, limit });
      reader.setTransport(transport);
      for (const piece of pieces) reader.feedData(encode(piece));
      return reader;
    }

    it('stops it above twice the limit, once, and not sooner', () => {
      const reader = connected(['abcdef'], 3);
      const before = [...transport.told];
      for (const piece of ['g', 'h']) reader.feedData(encode(piece));
      expect([before, transport.told, String(reader)]).to.deep.equal([
        [],
        ['pause'],
        '<StreamReader 8 bytes limit=3 transport=<Transport> paused>',
      ]);
    });

    it('lets it go on when no more than the limit is left', () => {
      const reader = connected(['abcdefg'], 3);
      textOf(loop, reader.read(3));
      const before = [...transport.told];
      textOf(loop, reader.read(1));
      expect([before, transport.told]).to.deep.equal([['pause'], ['pause', 'resume']]);
    });

    it('lets it go on, however much there is, for one that waits for more', () => {
      const reader = connected(['abcdefg'], 3);
      loop.callLater(1, () => reader.feedData(encode('hij')));
      expect(textOf(loop, reader.readexactly(10))).to.equal('abcdefghij');
      expect(transport.told).to.deep.equal(['pause', 'resume', 'pause', 'resume']);
    });

    it('keeps to the first', () => {
      const reader = connected([], 3);
      expect(() => reader.setTransport(transport)).to.throw('Transport already set');
    });
  });

  it('names itself, with what it holds, as asyncio does', () => {
    const shown = [new StreamReader({ loop }), readerWith(loop, ['data'], 123)].map((reader) => inspect(reader));
    const ended = new StreamReader({ loop });
    ended.feedEof();
    const waiting = new StreamReader({ loop });
    loop.createTask(waiting.read(1));
    loop.runOnce();
    expect([...shown, String(ended), String(waiting)]).to.deep.equal([
      '<StreamReader>',
      '<StreamReader 4 bytes limit=123>',
      '<StreamReader eof>',
      '<StreamReader waiter=<Future pending cb=[Task.task_wakeup()]>>',
    ]);
  });

  it('is named where somebody waits for it in vain', () => {
    const reader = new StreamReader({ loop });
    expect(() => loop.runUntilComplete(reader.read(1))).to.throw(/Task-\d+ waits for <StreamReader waiter=/);
  });
});
