import { expect } from 'chai';
import { EventLog, StepLimitReached } from '../../../lib/trace/record/event-log';
import type { TraceEvent } from '../../../lib/trace/trace-event';
import { thrownBy } from '../../support';
import { placingHost } from '../recorded-trace';

describe('The log of events', () => {
  let log: EventLog;

  beforeEach(() => {
    log = new EventLog();
  });

  it('numbers events from 1, and gives their numbers', () => {
    expect([1, 2].map((count) => log.add(0, 1, { type: 'iteration', count }))).to.deep.equal([1, 2]);
    expect(log.events.map(({ n }) => n)).to.deep.equal([1, 2]);
  });

  it('leaves out the number of the first loop', () => {
    for (const loop of [1, 2]) log.add(0, loop, { type: 'close' });
    expect(log.events.map(({ loop }) => loop)).to.deep.equal([undefined, 2]);
  });

  it('has events be caused by the innermost of what is under way', () => {
    const causes: number[] = [];
    const happens = () => causes.push(log.cause);
    happens();
    log.enter(7);
    happens();
    log.enter(9);
    happens();
    log.leave();
    happens();
    log.leave();
    happens();
    expect(causes).to.deep.equal([0, 7, 9, 7, 0]);
  });

  it('keeps what was entered within something that is left before', () => {
    for (const n of [7, 9]) log.enter(n);
    log.leave(7);
    expect(log.cause).to.equal(9);
    log.leave(7);
    expect(log.cause).to.equal(9);
  });

  it('knows whose step or run is under way, and whether that is on a loop', () => {
    const seen: unknown[] = [];
    const sees = () => seen.push([log.actor?.n, log.isLoopAtWork()]);
    sees();
    log.enter(log.add(0, 1, { type: 'resume', task: 1, error: undefined, cancelled: undefined }));
    sees();
    log.enter(log.add(0, 1, { type: 'run', handle: 1 }));
    log.enter(log.add(0, 1, { type: 'done', future: 2, outcome: 'result', text: undefined }));
    sees();
    expect(seen).to.deep.equal([
      [undefined, false],
      [1, false],
      [2, true],
    ]);
  });

  it('does not mind that more is left than was entered: somebody came to watch in the middle', () => {
    log.leave();
    log.enter(7);
    expect(log.cause).to.equal(7);
  });

  it('has events be caused by what whoever adds them says', () => {
    log.enter(7);
    log.add(0, 1, { type: 'close' }, 3);
    expect(log.events[0]?.cause).to.equal(3);
  });

  it('counts steps, up to its limit', () => {
    log = new EventLog({ limit: 2 });
    for (let i = 0; i < 2; i++) log.countStep();
    expect(thrownBy(() => log.countStep())).to.be.an.instanceOf(StepLimitReached);
    expect(log.steps).to.equal(2);
  });

  it('says where the program wrote something, if there is a host that can tell', () => {
    log = new EventLog({ host: placingHost() });
    log.wrote('out', 'hello\n');
    expect(log.events[0]).to.deep.include({ place: { name: 'main', file: '/home/me/app.ts', line: 1, column: 3 } });
  });

  it('gives the events of an earlier run, where the same happens again', () => {
    log.add(0, 1, { type: 'iteration', count: 1 });
    log.add(1, 1, { type: 'close' });
    const again = new EventLog({ earlier: { events: log.events, isOver: true } });
    again.add(0, 1, { type: 'iteration', count: 1 });
    again.add(2, 1, { type: 'close' });
    expect(again.events.map((event, i) => event === (log.events[i] as TraceEvent))).to.deep.equal([true, false]);
    expect(again.repetition.takeDifference()?.n).to.equal(2);
  });
});
