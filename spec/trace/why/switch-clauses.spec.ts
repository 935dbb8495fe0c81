import { expect } from 'chai';
import { getcurrent, greenlet } from '../../../lib';
import type { EventOf } from '../../../lib/trace/event-type';
import { sentenceOf } from '../../../lib/trace/why/sentence';
import { switchText } from '../../../lib/trace/why/switch-clauses';
import { TraceIndex } from '../../../lib/trace/why/trace-index';
import { greenletTrace, pingPong } from '../greenlet-trace';
import { recordedTrace } from '../recorded-trace';

/** What is told of each switch: as it happens, and in a sentence. */
function told(index: TraceIndex): [asItHappens: string[], sentences: string[]] {
  const switches = index.trace.events.filter((event): event is EventOf<'switch'> => event.type === 'switch');
  return [switches.map((event) => switchText(index, event)), switches.map((event) => sentenceOf(index, event))];
}

describe('A switch is told of', () => {
  it('by who switches to whom, with what, and by who ends', () => {
    expect(told(new TraceIndex(greenletTrace(pingPong)))).to.deep.equal([
      [
        'main switches to ping, with 12',
        'ping switches to pong, with 13',
        'pong switches to ping, with 14',
        'ping has ended: main goes on, with 15',
      ],
      [
        'main switched to ping at 0s, with 12',
        'ping switched to pong at 0s, with 13',
        'pong switched to ping at 0s, with 14',
        'main went on, as ping had ended at 0s, with 15',
      ],
    ]);
  });

  it('by the error that is thrown, or that somebody ended with', () => {
    const main = () => {
      const worker = greenlet(function* worker() {
        yield* getcurrent().parent.switch();
      });
      worker.switch();
      worker.throw(new RangeError('far'));
    };
    expect(told(new TraceIndex(greenletTrace(main))).map((all) => all.slice(2))).to.deep.equal([
      ['main throws into worker: RangeError: far', 'worker has ended: main goes on: RangeError: far'],
      [
        'main threw an error into worker at 0s: RangeError: far',
        'main went on, as worker had ended at 0s: RangeError: far',
      ],
    ]);
  });

  it('by the task or callback that is at work, where that runs on a loop', () => {
    expect(told(new TraceIndex(switchingTask()))[0]).to.deep.equal([
      'main switches to worker',
      'worker has ended: main goes on',
    ]);
  });
});

/** A task, named main, switches to a greenlet. */
function switchingTask() {
  let trace = recordedTrace(function* () {});
  greenletTrace((recorder) => {
    trace = recordedTrace(
      function* () {
        greenlet(function* worker() {}).switch();
      },
      { recorder },
    );
  });
  return trace;
}
