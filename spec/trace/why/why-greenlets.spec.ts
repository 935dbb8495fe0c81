import { expect } from 'chai';
import type { EventType } from '../../../lib/trace/event-type';
import { explain } from '../../../lib/trace/why/explain';
import { TraceIndex } from '../../../lib/trace/why/trace-index';
import { why } from '../../../lib/trace/why/why';
import { greenletTrace, pingPong } from '../greenlet-trace';
import { sending } from '../packets';
import { lastEvent, placingHost, recordedIndex, recordedTrace } from '../recorded-trace';

/** The chain of causes of the last event of `type`, that is about `name`. */
function chainOf(index: TraceIndex, type: EventType, name?: string): string[] {
  return why(index, lastEvent(index, type, name).n).map(({ sentence }) => sentence);
}

describe('why a greenlet', () => {
  const index = new TraceIndex(greenletTrace(pingPong, { host: placingHost() }));

  it('went on leads back by who switched to whom', () => {
    expect(chainOf(index, 'resume', 'ping')).to.deep.equal([
      'ping went on at 0s, in generator (app.ts:10)',
      'pong switched to ping at 0s, with 14',
      'ping switched to pong at 0s, with 13',
      'main switched to ping at 0s, with 12',
      'main was at work at 0s',
    ]);
  });

  it('waits is told by who switched to it in the end, and that nobody did', () => {
    expect([chainOf(index, 'suspend', 'main'), chainOf(index, 'suspend', 'pong')]).to.deep.equal([
      ['main began to wait at 0s, for a switch, in main (app.ts:1)', 'main went on, as ping had ended at 0s, with 15'],
      [
        'pong began to wait at 0s, for a switch, in generator (app.ts:20)',
        'Nobody ended that wait, as far as the trace goes',
      ],
    ]);
  });

  it('is there leads back to who made it', () => {
    expect(chainOf(index, 'task', 'pong')).to.deep.equal([
      'main made pong at 0s, in main (app.ts:1)',
      'main was at work at 0s',
    ]);
  });
});

describe('why a packet', () => {
  const index = recordedIndex(sending);

  it('had its effect leads back by its arrival to who sent it', () => {
    expect(chainOf(index, 'resume', 'server')).to.deep.equal([
      'server went on at 0.5s',
      'The packet from client:49152 to server:80 was due at 0.5s',
      "6 bytes from client:49152 arrived at server:80 at 0.5s: b'hello\\n'",
      "client:49152 sent 6 bytes to server:80 at 0s: b'hello\\n'",
      'main made client at 0s',
      'The program made main at 0s',
    ]);
  });

  it('was lost is explained, with who sent it', () => {
    expect(explain(recordedTrace(sending))).to.equal(
      [
        'Lost packets',
        '',
        "  1 byte from client:49152 to server:80 was lost at 0s: b'!'",
        "    client:49152 sent 1 byte to server:80 at 0s: b'!'",
        '    main made client at 0s',
      ].join('\n'),
    );
  });
});
